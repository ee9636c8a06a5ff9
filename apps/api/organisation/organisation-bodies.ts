import { lineText } from '@hemgang/engine';
import { EMERGENCY_REASONS } from '@hemgang/access';
import { BLOCK_TELLERS } from '@hemgang/cases';
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,119}$/);
/** As people write it in Sweden. */
const phone = z.string().regex(/^0[0-9 -]{5,19}$/);
const localDate = z.iso.date();

/** Whom every new patient of the unit gets, and from and until which local date. */
export const standingContactBody = z.strictObject({
  staff: id,
  phone,
  from: localDate,
  until: localDate.nullable(),
});

/** Whose patients go to whom. */
export const contactHandoverBody = z.strictObject({ from: id, to: id, phone });

/** How far the identity of a case's patient is protected; null: not any more. */
export const protectionBody = z.strictObject({
  caseId: z.uuid(),
  grade: z.enum(['marked', 'protected', 'fictitious']).nullable(),
});

/** Two of the controller's staff and a telephone, for one case's patient or for all (null). */
export const protectionContactsBody = z.strictObject({
  caseId: z.uuid().nullable(),
  staff: z.array(id).length(2),
  phone,
});

/** The case that is handled outside the tool from now on. */
export const outsideBody = z.strictObject({ caseId: z.uuid() });

/** Whose case is opened in an emergency and why. A number is sent in a body, never in an address. */
export const emergencyBody = z.strictObject({
  number: z.string().min(1).max(40),
  reason: z.enum(EMERGENCY_REASONS),
  words: lineText,
});

/** What an administrator says of an opening. */
export const verdictBody = z.strictObject({
  verdict: z.enum(['approved', 'questioned']),
  words: lineText,
});

/** A spärr or an objection, and who told it. */
export const blockBody = z.strictObject({ caseId: z.uuid(), toldBy: z.enum(BLOCK_TELLERS) });

export const endBlockBody = z.strictObject({ caseId: z.uuid() });

/** First step of a release: why somebody must know which units have blocked. */
export const blockedUnitsBody = z.strictObject({ caseId: z.uuid(), reason: lineText });

/** Second step: whose entries, on what ground and why. */
export const releaseBody = z.strictObject({
  caseId: z.uuid(),
  blocks: z
    .array(z.string().regex(/^\d{1,18}$/))
    .min(1)
    .max(50),
  kind: z.enum(['consent', 'emergency']),
  reason: lineText,
});

/** How a receiver outside the county is reached; nobody there has an account. */
export const externalUnitBody = z.strictObject({
  organisation: lineText,
  code: z.string().regex(/^(\d{2}|\d{4})$/),
  kind: z.enum(['municipal-social', 'municipal-health', 'halsocentral', 'specialist-open-care']),
  name: lineText,
  phone,
  address: lineText,
  secureMail: z.email().max(200).optional(),
});
