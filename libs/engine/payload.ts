import { instant } from '@hemgang/kernel';
import { z } from 'zod';

/** Longest free text of a single field; a longer story belongs in the record system. */
const FREE_TEXT_LENGTH_MAX = 4_000;
const NAME_LENGTH_MAX = 200;

/** PostgreSQL's text cannot hold NUL, and times before this are typing errors, not facts. */
const EARLIEST = '1900-01-01T00:00:00.000Z';
const LATEST = '2200-01-01T00:00:00.000Z';

/** A time with offset or `Z`; given on as an `Instant`. */
export const instantField = z.iso
  .datetime({ offset: true })
  .transform((text) => instant(text))
  .refine((at) => at >= EARLIEST && at < LATEST, { error: 'out of range' });

/** A day in Sweden. */
export const dateField = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01', {
  error: 'out of range',
});

/** SCB code of a municipality, in the county or elsewhere. */
export const municipalityField = z.string().regex(/^\d{4}$/);

/** A time that a Swedish clock shows, `HH:MM`. */
export const localTimeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Printable text over several lines; at least one visible character. */
export const freeText = z
  .string()
  .max(FREE_TEXT_LENGTH_MAX)
  .regex(/^(?=[\s\S]*\S)[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u);

/** One line: a name, an address, a system. */
export const lineText = z
  .string()
  .max(NAME_LENGTH_MAX)
  .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u);

/** Id of a unit, a handover, a message or a duty. */
export const idField = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-z0-9.-]*$/);

/** An event of the case by its number, which is a PostgreSQL integer. */
export const eventField = z.int().min(1).max(2_147_483_647);

/** Commands that carry nothing but the fact. */
export const noPayload = z.strictObject({});
