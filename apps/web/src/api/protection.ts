import type { Answer } from './answer';
import { answerOf, api } from './client';
import type {
  BlockedUnit,
  Emergency,
  EmergencyReason,
  Grade,
  Opened,
  Page,
  ProtectionContacts,
  ReleaseKind,
  Teller,
} from './types';

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

/** Whom the reader's controller has named for all people with a protected identity; at most one. */
export function readProtectionContacts(): Promise<Answer<Page<ProtectionContacts>>> {
  return answerOf(api.GET('/api/v1/protection-contacts'));
}

/** Names two of the controller's staff: for a case's patient, or for all such persons (null). */
export function nameContacts(body: {
  readonly caseId: string | null;
  readonly staff: string[];
  readonly phone: string;
}): Promise<Answer<ProtectionContacts>> {
  return answerOf(api.POST('/api/v1/protection-contacts', { body }));
}

export function setGrade(caseId: string, grade: Grade | null): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/protected-identities', { body: { caseId, grade } }));
}

export function handleOutside(caseId: string): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/outside-cases', { body: { caseId } }));
}

export function blockEntries(caseId: string, toldBy: Teller): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/blocks', { body: { caseId, toldBy } }));
}

export function endBlock(caseId: string): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/blocks/end', { body: { caseId } }));
}

export function objectToDisclosure(caseId: string, toldBy: Teller): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/objections', { body: { caseId, toldBy } }));
}

export function endObjection(caseId: string): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/objections/end', { body: { caseId } }));
}

/** Which units of the reader's care provider have blocked what they wrote; logged with the reason. */
export function readBlockedUnits(
  caseId: string,
  reason: string,
): Promise<Answer<Page<BlockedUnit>>> {
  return answerOf(api.POST('/api/v1/blocks/units', { body: { caseId, reason } }));
}

/** Opens what these units wrote, for the reader alone and for an hour; logged with the reason. */
export function releaseBlocks(body: {
  readonly caseId: string;
  readonly blocks: string[];
  readonly kind: ReleaseKind;
  readonly reason: string;
}): Promise<Answer<{ readonly until: string }>> {
  return answerOf(api.POST('/api/v1/blocks/releases', { body }));
}
