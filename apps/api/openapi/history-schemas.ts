import type { PastCaseView } from '@hemgang/cases';
import { z } from 'zod';
import { instant } from './basic-schemas';
import { dischargeView } from './discharge-schemas';
import { event } from './event-schemas';

/* A stay as it stood at an instant. */

export const pastCase = z.strictObject({
  at: instant,
  event: event.nullable().describe('The latest that was recorded by then, as you are told it.'),
  previousAt: instant.nullable(),
  nextAt: instant.nullable(),
  case: dischargeView,
}) satisfies z.ZodType<PastCaseView>;
