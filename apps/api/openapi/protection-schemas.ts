import type {
  BlockedUnitView,
  BlockView,
  EmergencyView,
  OpenedView,
  ProtectedView,
  ProtectionContactsView,
  ReleasedView,
} from '@hemgang/cases';
import { z } from 'zod';
import { instant, person, unit } from './basic-schemas';
import { colleague } from './organisation-schemas';

export const protectedIdentity = z.strictObject({
  caseId: z.uuid(),
  grade: z
    .enum(['marked', 'protected', 'fictitious'])
    .nullable()
    .describe('Null: the identity is not protected.'),
  since: instant.nullable(),
}) satisfies z.ZodType<ProtectedView>;

export const protectionContacts = z.strictObject({
  caseId: z.uuid().nullable().describe('The case whose patient they are named for; null: for all.'),
  staff: z.array(colleague),
  phone: z.string(),
}) satisfies z.ZodType<ProtectionContactsView>;

export const block = z.strictObject({
  caseId: z.uuid(),
  since: instant.describe('Since when it holds, or has ended.'),
}) satisfies z.ZodType<BlockView>;

export const blockedUnit = z.strictObject({
  block: z.string().describe('To name it when it is released.'),
  unit,
  since: instant,
}) satisfies z.ZodType<BlockedUnitView>;

export const released = z.strictObject({
  caseId: z.uuid(),
  until: instant,
}) satisfies z.ZodType<ReleasedView>;

export const opened = z.strictObject({
  id: z.string(),
  until: instant,
  cases: z.array(z.strictObject({ id: z.uuid(), type: z.string(), openedAt: instant })),
}) satisfies z.ZodType<OpenedView>;

export const emergency = z.strictObject({
  id: z.string(),
  staff: colleague,
  unit,
  reason: z.string(),
  reasonText: z.string(),
  words: z.string(),
  at: instant,
  until: instant,
  reads: z.int().describe('How often something was read in it.'),
  verdict: z.string().nullable().describe('approved or questioned; null: it waits for a review.'),
  verdictWords: z.string().nullable(),
  reviewedAt: instant.nullable(),
  reviewedBy: person,
}) satisfies z.ZodType<EmergencyView>;
