import { localDate, localTime, type Instant, type Language, type Text } from '@hemgang/kernel';
import type { LoggedLine } from '@hemgang/store';

/** A line of the extract: which unit did what, and when. */
export interface ExtractLine {
  readonly at: Instant;
  readonly unit: string;
  /** In words. */
  readonly act: string;
  /** Somebody opened what she had no ordinary right to, for a reason that was noted. */
  readonly breakGlass: boolean;
  /** Who it was; null unless names are given out after a secrecy test. */
  readonly staff: string | null;
}

/** What the extract stands on: names of units, and of staff where they may be given out. */
export interface ExtractNames {
  readonly unit: (id: string) => string;
  readonly staff: ((id: string) => string) | null;
}

/** What was done, by the beginning of the line's action; the first that fits. */
const ACTS: readonly (readonly [RegExp, Text])[] = [
  [
    /^refused:/,
    {
      sv: 'Försökte öppna uppgifter om dig men nekades.',
      en: 'Tried to open information about you and was refused.',
    },
  ],
  [
    /^emergency:/,
    {
      sv: 'Öppnade uppgifter om dig med nödöppning och skrev varför.',
      en: 'Opened information about you in an emergency and wrote why.',
    },
  ],
  [/^read:case$/, { sv: 'Läste ditt ärende.', en: 'Read your case.' }],
  [
    /^read:events$/,
    { sv: 'Läste vad som har hänt i ditt ärende.', en: 'Read what has happened in your case.' },
  ],
  [/^read:notice$/, { sv: 'Skrev ut ett meddelande om dig.', en: 'Printed a message about you.' }],
  [
    /^read:patient-sheet$/,
    { sv: 'Skrev ut ett blad eller en plan till dig.', en: 'Printed a sheet or a plan for you.' },
  ],
  [
    /^read:(payment|settlement|row)/,
    {
      sv: 'Läste uppgifter om dina vårddagar för betalningen mellan region och kommun.',
      en: 'Read about your days in hospital for the payment between region and municipality.',
    },
  ],
  [
    /^read:attachment$/,
    { sv: 'Hämtade en fil ur ditt ärende.', en: 'Fetched a file of your case.' },
  ],
  [
    /^(add|remove)-attachment$/,
    {
      sv: 'La till eller tog bort en fil i ditt ärende.',
      en: 'Added a file to your case, or removed one.',
    },
  ],
  [
    /^list:plan-draft$/,
    { sv: 'Läste ett utkast till din plan.', en: 'Read a draft of your plan.' },
  ],
  [
    /^(save:plan-draft|pass:plan-turn)$/,
    { sv: 'Skrev i ett utkast till din plan.', en: 'Wrote in a draft of your plan.' },
  ],
  [/^(read|inspect):/, { sv: 'Läste uppgifter om dig.', en: 'Read information about you.' }],
  [/^list:/, { sv: 'Såg dig i en lista.', en: 'Saw you in a list.' }],
  [
    /^(export|extract):/,
    {
      sv: 'Tog fram ett utdrag där du finns med.',
      en: 'Made an extract in which you are included.',
    },
  ],
  [/^command:/, { sv: 'Skrev i ditt ärende.', en: 'Wrote in your case.' }],
];

const OTHER: Text = { sv: 'Hanterade uppgifter om dig.', en: 'Handled information about you.' };

/** What a line says was done, so that somebody outside care understands it. */
export function actInWords(action: string, language: Language): string {
  const [, text] = ACTS.find(([pattern]) => pattern.test(action)) ?? [null, OTHER];
  return text[language];
}

/**
 * Which unit has read or written about a person, and when (PDL 8:5, HSLF-FS 2016:40 4:10). It names
 * no other patient, and staff only when the names may be given out.
 */
export function extractLine(
  { at, unit, action, staff }: LoggedLine,
  names: ExtractNames,
  language: Language,
): ExtractLine {
  return {
    at,
    unit: unit === null ? '' : names.unit(unit),
    act: actInWords(action, language),
    breakGlass: action.startsWith('emergency:'),
    staff: staff === null || names.staff === null ? null : names.staff(staff),
  };
}

/** The extract as a page of text to print and hand over; in Swedish, as records are (PDL 3:13). */
export function extractText(
  controller: string,
  period: { readonly from: string; readonly to: string },
  lines: readonly ExtractLine[],
): string {
  const rows = lines.map(({ at, unit, act, breakGlass, staff }) =>
    [
      `${localDate(at)} kl. ${localTime(at)}  ${unit}`,
      `    ${act}${staff === null ? '' : ` (${staff})`}`,
      ...(breakGlass ? ['    OBS! Nödöppning: verksamheten granskar varje sådan öppning.'] : []),
    ].join('\n'),
  );
  return [
    'Utdrag ur åtkomstloggen',
    '',
    `Hos: ${controller}`,
    `Tid: ${period.from} till och med ${period.to}`,
    '',
    'Så här läser du utdraget: varje rad visar vilken enhet som har tagit del av eller skrivit',
    'uppgifter om dig, när det skedde och vad som gjordes. Undrar du över någon rad, eller tror du',
    'att någon har läst utan skäl, kontakta verksamheten. Du kan också vända dig till',
    'Integritetsskyddsmyndigheten (imy.se) eller Inspektionen för vård och omsorg (ivo.se).',
    '',
    ...(rows.length === 0 ? ['Ingen har tagit del av uppgifter om dig under den tiden.'] : rows),
    '',
  ].join('\n');
}
