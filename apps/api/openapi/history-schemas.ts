import type { PastCaseView } from '@hemgang/cases';
import { z } from 'zod';
import { instant } from './basic-schemas';
import { dischargeView } from './discharge-schemas';
import { event } from './event-schemas';
import { sipView } from './sip-schemas';

/* A case as it stood at an instant. */

const past = z.strictObject({
  at: instant,
  event: event.nullable().describe('The latest that was recorded by then, as you are told it.'),
  previousAt: instant.nullable(),
  nextAt: instant.nullable(),
  events: z.array(event).describe('What had happened by then, as you are told it.'),
}) satisfies z.ZodType<Omit<PastCaseView, 'case'>>;

export const pastDischarge = past.extend({ case: dischargeView });
export const pastSip = past.extend({ case: sipView });
