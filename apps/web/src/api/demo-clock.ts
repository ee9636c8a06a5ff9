import type { Answer } from './answer';
import { answerOf, api } from './client';
import { noteDemoClock } from './server-time';

interface DemoClock {
  readonly now: string;
}

/** Asks what the training clock shows; a problem with status 404 means that this is no training. */
export async function readDemoClock(): Promise<Answer<DemoClock>> {
  return noted(await answerOf(api.GET('/api/v1/demo/clock')));
}

/** Moves the training clock, for everybody. */
export async function advanceDemoClock(ms: number): Promise<Answer<DemoClock>> {
  return noted(await answerOf(api.POST('/api/v1/demo/clock/advance', { body: { ms } })));
}

function noted(answer: Answer<DemoClock>): Answer<DemoClock> {
  if (answer.ok) noteDemoClock(answer.data.now);
  return answer;
}
