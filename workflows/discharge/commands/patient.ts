import { lineText, municipalityField } from '@hemgang/engine';
import { z } from 'zod';

/** `lma`: seeks asylum · `eu`: insured in another country of the EU, the EEA or Switzerland. */
const REGISTRATIONS = ['folkbokford', 'none', 'lma', 'eu'] as const;

/** Sekretessmarkering, skyddad folkbokföring, fingerade personuppgifter. */
const PROTECTIONS = ['marked', 'protected', 'fictitious'] as const;

/** Where somebody is folkbokförd, or how she belongs when she is not. */
export const registered = {
  /** SCB code of the folkbokföring municipality. */
  municipality: municipalityField.optional(),
  /** Absent: folkbokförd in the municipality, if one is named. */
  registration: z.enum(REGISTRATIONS).optional(),
};

interface Registered {
  readonly municipality?: string | undefined;
  readonly registration?: (typeof REGISTRATIONS)[number] | undefined;
}

/** Only who is folkbokförd has a municipality of folkbokföring. */
export const fits = ({ municipality, registration = 'folkbokford' }: Registered): boolean =>
  municipality === undefined || registration === 'folkbokford';

/** A patient as the ward names her: a reservnummer and a working name when nobody knows her. */
export const patient = z
  .strictObject({
    number: z.string().min(1).max(40),
    name: lineText,
    address: lineText.optional(),
    /** Her identity is protected, in this grade; taken away only by those who set grades. */
    protection: z.enum(PROTECTIONS).optional(),
    ...registered,
  })
  .refine(fits, { error: 'a municipality without folkbokföring' });
