import type { Answer } from './answer';
import { post, request } from './request';
import { noteDemoClock } from './server-time';

interface DemoClock {
  readonly now: string;
}

/** Asks what the training clock shows; a problem with status 404 means that this is no training. */
export async function readDemoClock(): Promise<Answer<DemoClock>> {
  return noted(await request<DemoClock>('/api/v1/demo/clock'));
}

/** Moves the training clock, for everybody. */
export async function advanceDemoClock(ms: number): Promise<Answer<DemoClock>> {
  return noted(await post<DemoClock>('/api/v1/demo/clock/advance', { ms }));
}

function noted(answer: Answer<DemoClock>): Answer<DemoClock> {
  if (answer.ok) noteDemoClock(answer.data.now);
  return answer;
}
