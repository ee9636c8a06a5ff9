import { AccessLog, ExperienceStore } from '@hemgang/store';
import { CaseReading } from '../case-reading';
import type { ViewResources } from '../view-resources';
import { ExperienceBeginning } from './beginning';
import { ExperienceResults } from './experience-results';
import { Experiences } from './experiences';

/** Asking how it went, and what came of it. */
export function openExperience(on: ViewResources): {
  readonly asking: Experiences;
  readonly results: ExperienceResults;
  readonly beginning: ExperienceBeginning;
} {
  const { clock, works } = on;
  const directory = () => on.directory();
  const ground = { store: new ExperienceStore(works), access: new AccessLog(works) };
  const reading = new CaseReading(on);
  return {
    asking: new Experiences({ ...ground, clock, directory, reading }),
    results: new ExperienceResults({ ...ground, clock, directory }),
    beginning: new ExperienceBeginning(ground.store),
  };
}
