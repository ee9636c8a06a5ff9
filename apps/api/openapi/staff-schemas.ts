import type { OwnUnitView, StaffChange, StaffView, ToConfirmView } from '@hemgang/cases';
import { z } from 'zod';
import { instant, person } from './basic-schemas';

const assignment = z.strictObject({
  id: z.string(),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  from: instant.nullable(),
  until: instant.nullable().describe('It no longer holds from here on.'),
  standIn: z.string().nullable().describe('Why there is a stand-in; null: it is none.'),
  confirmBy: instant.nullable().describe('Until when an administrator is to confirm it.'),
  locksAt: instant.nullable().describe('When it is locked if nobody does.'),
  state: z.enum(['coming', 'in-force', 'locked', 'ended']),
});

/** Somebody who works for the administrator's controller. */
export const staffMember = z.strictObject({
  id: z.string(),
  name: z.string(),
  employee: z.string().nullable().describe('What the identity provider calls her.'),
  version: z.int(),
  assignments: z.array(assignment),
}) satisfies z.ZodType<StaffView>;

export const staffChange = z.strictObject({
  subject: z.string().describe('Id of the person, the assignment or the unit.'),
  replayed: z.boolean(),
}) satisfies z.ZodType<StaffChange>;

export const toConfirm = assignment.extend({
  person: person.unwrap(),
  own: z.boolean().describe("The administrator's own: another one must confirm it."),
}) satisfies z.ZodType<ToConfirmView>;

export const ownUnit = z.strictObject({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  phone: z.string(),
  version: z.int(),
  roles: z.array(z.string()).describe('What somebody can be there.'),
}) satisfies z.ZodType<OwnUnitView>;
