import { lineText } from '@hemgang/engine';
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
