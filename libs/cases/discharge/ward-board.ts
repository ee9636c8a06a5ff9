import type { Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { blockingDuty } from '@hemgang/engine';
import { daysBetween, localDate, type Instant, type LocalDate } from '@hemgang/kernel';
import type { OpenStayRow, PersonRow } from '@hemgang/store';
import { DISCHARGE_WORDS, dischargeContext, type DischargeWord } from '@workflows/discharge';
import { declarationIn } from '../duty-view';
import { directoryFor, unitView } from '../names';
import type { WorkflowRegistry } from '../registry';

/** One patient on the wall of a ward: nothing that tells a visitor who she is or where she goes. */
export interface BoardLineView {
  /** Initials; null when nobody knows her name or nothing may point at her. */
  readonly initials: string | null;
  /** Her identity is protected: the line says that and nothing else of her. */
  readonly isProtected: boolean;
  /** Whole days since the admission. */
  readonly days: number;
  readonly expectedOn: LocalDate | null;
  readonly stateText: string;
  readonly utskrivningsklarSince: LocalDate | null;
  /** The unit that everything waits for; null: it is the ward itself, or nobody. */
  readonly waitsFor: string | null;
  /** What is late, by everybody; empty: nothing is. */
  readonly late: readonly string[];
}

/** What a board is made of. */
interface OnWall {
  readonly registry: WorkflowRegistry;
  /** Stays that go on and that the unit is or was the ward of. */
  readonly stays: readonly OpenStayRow[];
  readonly reader: Reader;
  readonly directory: Directory;
  readonly now: Instant;
}

/** The name of nobody's controller: on a wall a unit that is neutral to some is neutral to all. */
const A_VISITOR = '';

/**
 * The patients that a ward has, as they may hang on its wall. Bed numbers are not known here, so
 * a patient goes by her initials.
 */
export function boardLines({ registry, stays, reader, now, ...rest }: OnWall): BoardLineView[] {
  const { unit, language } = reader;
  const directory = directoryFor(rest.directory, { controller: A_VISITOR, language });
  const mine = stays.filter(({ case: stay }) => dischargeContext(stay.state).unit === unit);
  return mine.map(({ case: stay, person }) => {
    const { state, word } = stay;
    const workflow = registry.of(stay.type, state.workflowVersion);
    const { admittedAt, expectedDischargeAt, utskrivningsklar } = dischargeContext(state);
    const owner = blockingDuty(workflow.definition, state, now)?.unit;
    const late = state.duties.filter(({ due }) => due !== null && due < now);
    const titles = late.map(({ key }) => declarationIn(workflow, key).title[language]);
    return {
      initials: initialsOf(person),
      isProtected: isProtected(person),
      days: daysBetween(localDate(admittedAt), localDate(now)),
      expectedOn: expectedDischargeAt === null ? null : localDate(expectedDischargeAt),
      stateText: DISCHARGE_WORDS[word as DischargeWord][language],
      utskrivningsklarSince:
        utskrivningsklar === null ? null : localDate(utskrivningsklar.judgedAt),
      waitsFor: owner === undefined || owner === unit ? null : unitView(directory, owner).name,
      late: [...new Set(titles)],
    };
  });
}

function isProtected(person: PersonRow | null): boolean {
  return person !== null && person.protection !== null;
}

function initialsOf(person: PersonRow | null): string | null {
  if (person === null || isProtected(person)) return null;
  const parts = person.name.split(/\s+/).filter((part) => part !== '');
  const ends = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  const letters = ends.map((part) => part?.[0]?.toLocaleUpperCase('sv') ?? '').join('');
  return letters === '' ? null : letters;
}
