import type { CountyNumberFault, CountyNumberFaultAt, CountyNumberView } from '@hemgang/cases';
import { formatInstant, type Language, type Text } from '@hemgang/kernel';
import { cannot, type Command, type Outcome } from './command';
import { readJsonFile } from './json-file';
import { withService } from './with-service';

const WHY: Readonly<Record<CountyNumberFault, Text>> = {
  form: { sv: 'saknas eller har fel form', en: 'is missing or has the wrong form' },
  repeated: { sv: 'står två gånger i filen', en: 'stands twice in the file' },
  'unknown-place': { sv: 'är om en plats som inte finns', en: 'is of a place that there is not' },
  'county-alone': {
    sv: 'är om en kommun: vårdplatser anges för hela länet',
    en: 'is of a municipality: beds are entered of the whole county',
  },
};

const KINDS = {
  'residents-65': { sv: 'invånare 65 år och äldre', en: 'residents aged 65 and over' },
  'available-beds': { sv: 'disponibla vårdplatser', en: 'available beds' },
} as const satisfies Readonly<Record<CountyNumberView['kind'], Text>>;

const REPLACED: Text = { sv: 'ersatt', en: 'replaced' };

/** Enters what only the customer knows, and shows all that was entered; without a file it shows it. */
export const figuresNumbers: Command = {
  name: 'figures numbers',
  usage: '[--file FILE --by ASSIGNMENT]',
  summary: {
    sv: 'anger invånare och vårdplatser ur en fil, och visar vad som har angetts',
    en: 'enters residents and beds from a file, and shows what has been entered',
  },
  switches: [],
  values: ['file', 'by'],
  operands: 0,
  async run(call) {
    const { file, by } = call.values;
    if ((file === undefined) !== (by === undefined)) {
      return cannot(
        'Ange både fil och vem: --file numbers.json --by UPPDRAG.',
        'Give both file and who: --file numbers.json --by ASSIGNMENT.',
      );
    }
    const read = file === undefined ? null : await readJsonFile(file);
    if (read !== null && 'why' in read) return { code: 2, why: read.why };
    return withService(call, async ({ counted: { numbers } }) => {
      if (read !== null) {
        const entered = await numbers.enter(read.content, by ?? '');
        if (typeof entered !== 'number') return refused(entered);
      }
      const all = await numbers.history();
      return {
        code: 0,
        lines: all.map((number) => lineOf(number, call.language)),
        data: { numbers: all },
      };
    });
  },
};

function refused(why: 'not-an-administrator' | readonly CountyNumberFaultAt[]): Outcome {
  if (why === 'not-an-administrator') {
    return cannot(
      'Tal anges av en administratör i regionen: --by är hens uppdrag. Inget har lagts in.',
      'Numbers are entered by an administrator of the region: --by is their assignment. Nothing was entered.',
    );
  }
  const list = (language: Language): string =>
    why.map(({ at, fault }) => `${at} ${WHY[fault][language]}`).join('; ');
  return cannot(`Inget har lagts in: ${list('sv')}.`, `Nothing was entered: ${list('en')}.`);
}

function lineOf(number: CountyNumberView, language: Language): string {
  const { kind, place, from, value, source, enteredAt, enteredBy, inForce } = number;
  const parts = [
    `${value} ${KINDS[kind][language]}`,
    source,
    `${formatInstant(enteredAt, language)}, ${enteredBy.name}`,
    ...(inForce ? [] : [REPLACED[language]]),
  ];
  return `${place} ${from}  ${parts.join(' · ')}`;
}
