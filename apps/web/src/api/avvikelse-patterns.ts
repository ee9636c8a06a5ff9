import type { Period } from './access-log';
import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { AvvikelseLine, AvvikelsePatterns, Page } from './types';

/** One count: by what, which value, and what that is called. */
export interface Bar {
  readonly by: keyof AvvikelsePatterns['patterns'];
  readonly value: string;
  readonly text: string;
}

/** What went wrong between the reader's huvudman and others in a period, counted. */
export function readPatterns({ from, to }: Period): Promise<Answer<AvvikelsePatterns>> {
  return answerOf(api.GET('/api/v1/avvikelser/patterns', { params: { query: { from, to } } }));
}

/** A page of the avvikelser that a count is of, the latest first. */
export function readPatternLines(
  { from, to }: Period,
  { by, value }: Bar,
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<AvvikelseLine>>> {
  const query = { from, to, by, value, limit, ...(cursor === null ? {} : { cursor }) };
  return answerOf(api.GET('/api/v1/avvikelser/patterns/list', { params: { query } }));
}
