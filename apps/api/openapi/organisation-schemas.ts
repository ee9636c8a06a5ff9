import type { ColleagueView, HandedOverView, StandingContactView } from '@hemgang/cases';
import { z } from 'zod';

export const colleague = z.strictObject({
  id: z.string(),
  name: z.string(),
}) satisfies z.ZodType<ColleagueView>;

export const standingContact = z.strictObject({
  staff: colleague,
  phone: z.string(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
}) satisfies z.ZodType<StandingContactView>;

export const handedOver = z.strictObject({
  caseId: z.string(),
  refused: z.string().nullable().describe('Code of the refusal; null when it was done.'),
}) satisfies z.ZodType<HandedOverView>;
