import {
  readDirectoryFile,
  type DirectoryFile,
  type DirectoryFileFault,
  type FaultAt,
  type Founded,
} from '@hemgang/cases';
import type { Language, Text } from '@hemgang/kernel';
import { cannot, type Call, type Command, type Outcome } from './command';
import { readJsonFile } from './json-file';
import { withService } from './with-service';

const WHY: Readonly<Record<DirectoryFileFault, Text>> = {
  form: { sv: 'saknas eller har fel form', en: 'is missing or has the wrong form' },
  repeated: { sv: 'står två gånger i filen', en: 'stands twice in the file' },
  unknown: { sv: 'finns varken i filen eller här', en: 'is neither in the file nor here' },
  'no-ward': {
    sv: 'är ingen avdelning: sjukhus och slags vård sägs bara om avdelningar',
    en: 'is no ward: hospital and kind of care are said of wards alone',
  },
  differs: { sv: 'finns här, men med andra uppgifter', en: 'is here, but says something else' },
  phone: {
    sv: 'är inget telefonnummer som 0980-319 204',
    en: 'is no telephone number like 0980-319 204',
  },
  outside: { sv: 'är en enhet utanför länet', en: 'is a unit outside the county' },
  closed: { sv: 'är en stängd enhet', en: 'is a closed unit' },
  'another-person': {
    sv: 'är här någon med ett annat namn',
    en: 'is somebody of another name here',
  },
  'has-administrator': {
    sv: 'hör till en personuppgiftsansvarig som redan har en administratör, som utser fler',
    en: 'belongs to a controller that has an administrator, who appoints others',
  },
};

/** Enters controllers and units, and names the first administrator of each (docs/deployment.md). */
export const directoryImport: Command = {
  name: 'directory import',
  usage: 'FILE',
  summary: {
    sv: 'lägger in personuppgiftsansvariga och enheter, och utser den första administratören hos var och en',
    en: 'enters controllers and units, and names the first administrator of each',
  },
  switches: [],
  operands: 1,
  run: async (call) => {
    const file = await readJsonFile(call.operands[0] ?? '');
    if ('why' in file) return { code: 2, why: file.why };
    const read = readDirectoryFile(file.content);
    if (!('units' in read)) return faulty(read);
    return enter(read, call);
  },
};

function enter(file: DirectoryFile, call: Call): Promise<Outcome> {
  return withService(call, async ({ directoryImport: importing }) => {
    const entered = await importing.enter(file);
    if (entered === 'busy') {
      return cannot(
        'Någon annan ändrar katalogen just nu. Inget har lagts in; kör igen.',
        'Somebody else is changing the directory. Nothing was entered; run it again.',
      );
    }
    if (!('units' in entered)) return faulty(entered);
    return { code: 0, lines: [totals(entered, call.language)], data: entered };
  });
}

function faulty(faults: readonly FaultAt[]): Outcome {
  const list = (language: Language): string =>
    faults.map(({ at, fault }) => `${at} ${WHY[fault][language]}`).join('; ');
  return cannot(`Inget har lagts in: ${list('sv')}.`, `Nothing was entered: ${list('en')}.`);
}

function totals(
  { huvudman, controllers, hospitals, units, placed, administrators }: Founded,
  language: Language,
): string {
  return language === 'sv'
    ? `Nya huvudmän: ${huvudman}, personuppgiftsansvariga: ${controllers}, sjukhus: ${hospitals}, ` +
        `enheter: ${units}, administratörer: ${administrators}. Avdelningar med nytt sjukhus eller slags vård: ${placed}.`
    : `New huvudmän: ${huvudman}, controllers: ${controllers}, hospitals: ${hospitals}, ` +
        `units: ${units}, administrators: ${administrators}. Wards with a new hospital or care: ${placed}.`;
}
