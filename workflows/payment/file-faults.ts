import { isMunicipality, instant, REGION_CODES, type Text } from '@hemgang/kernel';
import { z } from 'zod';
import { CARE_TYPES, PAYMENT_EVENTS } from './facts';

/** What a file must hold where it holds something else; by the name of the field. */
const TIME: Text = {
  sv: 'en tid med tidszon från 2000-talet, som 2026-03-02T10:15:00+01:00 eller 2026-03-02T09:15:00Z',
  en: 'a time of this century with an offset, like 2026-03-02T10:15:00+01:00 or 2026-03-02T09:15:00Z',
};

const MUNICIPALITY: Text = {
  sv: 'koden för en svensk kommun, som 2480',
  en: 'the code of a Swedish municipality, like 2480',
};

const DAY: Text = {
  sv: 'en dag från 2000-talet, som 2026-01-01',
  en: 'a day of this century, like 2026-01-01',
};

const YES_OR_NO: Text = { sv: 'true eller false', en: 'true or false' };
const LIST: Text = { sv: 'en lista', en: 'a list' };

const EXPECTED: Readonly<Record<string, Text>> = {
  admittedAt: TIME,
  needAssessedAt: TIME,
  asOf: TIME,
  at: TIME,
  withdrawnAt: TIME,
  dischargedAt: TIME,
  folkbokforing: { sv: `${MUNICIPALITY.sv}, eller null`, en: `${MUNICIPALITY.en}, or null` },
  placedBy: MUNICIPALITY,
  municipality: MUNICIPALITY,
  region: { sv: 'koden för en region, som 24', en: 'the code of a region, like 24' },
  careType: oneOf(CARE_TYPES),
  type: oneOf(PAYMENT_EVENTS),
  sipRequired: YES_OR_NO,
  sipDeclined: YES_OR_NO,
  month: { sv: 'en månad, som 2026-01', en: 'a month, like 2026-01' },
  from: DAY,
  to: DAY,
  enteredOn: DAY,
  kronor: { sv: 'hela kronor för ett dygn', en: 'whole kronor for a day' },
  source: { sv: 'varifrån beloppet kommer', en: 'where the amount comes from' },
  events: LIST,
  months: LIST,
  stays: LIST,
  notices: { sv: 'en lista med minst en underrättelse', en: 'a list of at least one notice' },
};

const OBJECT: Text = { sv: 'ett objekt', en: 'an object' };

/** A time with an offset; becomes an instant in UTC. */
export const time = z.iso
  .datetime({ offset: true })
  .pipe(z.string().regex(/^20/))
  .transform((text) => instant(text));

export const municipality = z.string().refine(isMunicipality);

export const region = z
  .string()
  .refine((code) => (REGION_CODES as readonly string[]).includes(code));

export const careType = z.enum(CARE_TYPES);

/** One sentence for every field of a file that is not as it must be. */
export function faultsOf(error: z.ZodError): readonly Text[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        sv: `Fältet ${placeOf([...issue.path, key])} finns inte.`,
        en: `There is no field ${placeOf([...issue.path, key])}.`,
      }));
    }
    const name = issue.path.findLast((part) => typeof part === 'string') ?? '';
    const isItem = typeof issue.path.at(-1) === 'number';
    const expected = isItem ? OBJECT : (EXPECTED[name] ?? OBJECT);
    const place = placeOf(issue.path);
    return [
      {
        sv: `${place || 'Filen'} ska vara ${expected.sv}.`,
        en: `${place || 'The file'} must be ${expected.en}.`,
      },
    ];
  });
}

/** `events[2].at` */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function oneOf(words: readonly string[]): Text {
  return { sv: `ett av ${words.join(', ')}`, en: `one of ${words.join(', ')}` };
}
