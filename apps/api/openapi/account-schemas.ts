import {
  PURPOSES,
  type AssignmentView,
  type IssuerView,
  type MeView,
  type SessionView,
} from '@hemgang/access';
import type { DemoClockView, DemoUser, MayView } from '@hemgang/cases';
import { z } from 'zod';
import { instant, unit } from './basic-schemas';

/** An assignment in which the signed-in person may act. */
export const assignment = z.strictObject({
  id: z.string().describe('The assignment.'),
  unit,
  huvudman: z.string(),
  roles: z.array(z.string()),
}) satisfies z.ZodType<AssignmentView>;

const may = z.strictObject({
  open: z.array(z.string()).describe('Types of case that you may open, by their path.'),
  read: z.array(z.string()).describe('Types of case that you are shown anything of.'),
  operations: z
    .array(z.string())
    .describe('Operations outside the cases, by their names in this document.'),
});

/** The signed-in person. */
export const me = assignment.extend({
  staff: z.string().describe('You, as owners of duties are named.'),
  name: z.string(),
  purpose: z.enum(PURPOSES).describe('For what is read and written; the access log names it.'),
  assignments: z.array(assignment).describe('All that this sign-in is good for.'),
  issuer: z.string().nullable().describe('Who vouched; null: nobody did (the demo).'),
  endsAt: instant.describe('The session ends at the latest.'),
  steppedUpUntil: instant
    .nullable()
    .describe('Until when grave steps need no new proof of who you are.'),
  assignmentEnds: z
    .strictObject({
      at: instant,
      why: z.enum(['until', 'unconfirmed']).describe('Its last day, or nobody has confirmed it.'),
    })
    .nullable()
    .describe('When your present assignment ends unless your administrator does something.'),
  may: may.describe('What a page offers; what is refused is decided anew each time.'),
}) satisfies z.ZodType<MeView & { readonly may: Record<keyof MayView, readonly string[]> }>;

export const issuer = z.strictObject({
  id: z.string(),
  name: z.string(),
}) satisfies z.ZodType<IssuerView>;

export const sessionLine = z.strictObject({
  id: z.int(),
  assignment: z.string(),
  name: z.string(),
  unit,
  issuer: z.string().nullable(),
  beganAt: instant,
  lastUsedAt: instant,
}) satisfies z.ZodType<SessionView>;

export const demoUser = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  unitId: z.string(),
  huvudman: z.string(),
  roles: z.array(z.string()),
}) satisfies z.ZodType<DemoUser>;

export const demoClock = z.strictObject({
  now: instant,
}) satisfies z.ZodType<DemoClockView>;

export const session = z.strictObject({ token: z.string() });
