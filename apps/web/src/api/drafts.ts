import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { PlanDraft, PlanDraftWords, TurnStep } from './types';

/** What is written of a SIP's next plan, and whose turn it is. */
export function readPlanDraft(id: string): Promise<Answer<PlanDraft>> {
  return answerOf(api.GET('/api/v1/sips/{id}/draft', { params: { path: { id } } }));
}

/** Saves it and takes the turn; @param version that was seen, 0: there was no draft */
export function savePlanDraft(
  id: string,
  body: PlanDraftWords,
  version: number,
): Promise<Answer<PlanDraft>> {
  const header = version === 0 ? {} : { 'If-Match': `"${version}"` };
  const params = { path: { id }, header };
  return answerOf(api.POST('/api/v1/sips/{id}/draft', { params, body }));
}

/** Takes the turn to write, also from somebody, or gives it up. */
export function passPlanTurn(id: string, step: TurnStep): Promise<Answer<PlanDraft>> {
  const params = { path: { id } };
  return answerOf(api.POST('/api/v1/sips/{id}/draft/turn', { params, body: { step } }));
}
