import { freeText, idField, instantField, lineText } from '@hemgang/engine';
import { z } from 'zod';

const RECEIVERS_MAX = 20;

const needs = z
  .strictObject({
    socialServices: z.boolean(),
    municipalHealthCare: z.boolean(),
    openCare: z.boolean(),
  })
  .refine((n) => n.socialServices || n.municipalHealthCare || n.openCare, {
    error: 'at least one need',
  });

/** The patient as the ward knows her; the number may come later (unknown identity). */
const patient = z.strictObject({
  number: z.string().min(1).max(40),
  name: lineText,
  address: lineText.optional(),
  /** SCB code of the folkbokföring municipality. */
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});

export const admit = z.strictObject({
  patient,
  needs: needs.optional(),
  physician: lineText.optional(),
});

export const judgeNeed = z.strictObject({
  needs,
  judgedAt: instantField.optional(),
  physician: lineText,
});

export const sendInskrivningsmeddelande = z.strictObject({
  receivers: z
    .array(idField)
    .min(1)
    .max(RECEIVERS_MAX)
    .refine((units) => new Set(units).size === units.length, { error: 'a unit twice' }),
  expectedDischargeAt: instantField,
  folkbokforingsadress: lineText.optional(),
});

export const changeExpectedDischarge = z.strictObject({ expectedDischargeAt: instantField });

export const markUtskrivningsklar = z.strictObject({
  physician: lineText,
  judgedAt: instantField,
  secrecyHinders: z.boolean().optional(),
});

export const withdrawUtskrivningsklar = z.strictObject({ reason: freeText });

/** Either written here, or handed over in another system: then where, when and by whom. */
export const handedOver = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('here'), text: freeText }),
  z.strictObject({
    way: z.literal('transferred'),
    system: lineText,
    at: instantField,
    by: lineText,
  }),
]);

export const readdress = z.strictObject({ replaces: idField, unit: idField });
