import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { Emergency, EmergencyReason, Opened, Page } from './types';

/** Opens a patient's cases at the reader's own care provider; the number travels in the body. */
export function openInEmergency(body: {
  readonly number: string;
  readonly reason: EmergencyReason;
  readonly words: string;
}): Promise<Answer<Opened>> {
  return answerOf(api.POST('/api/v1/emergency-openings', { body }));
}

/** Openings that wait for a review, the latest first; for administrators. */
export function readEmergencies(
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<Emergency>>> {
  const query = { open: 'true' as const, limit, ...(cursor === null ? {} : { cursor }) };
  return answerOf(api.GET('/api/v1/emergency-openings', { params: { query } }));
}

export function reviewEmergency(
  id: string,
  body: { readonly verdict: 'approved' | 'questioned'; readonly words: string },
): Promise<Answer<Emergency>> {
  const params = { path: { id } };
  return answerOf(api.POST('/api/v1/emergency-openings/{id}/review', { params, body }));
}
