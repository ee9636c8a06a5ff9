import { readFile } from 'node:fs/promises';
import { readImport, type ImportCase, type ImportFault, type Importer } from '@hemgang/cases';
import type { Language, Text } from '@hemgang/kernel';
import { cannot, type Call, type Command, type Outcome } from './command';
import { withService } from './with-service';

/** Opens cases that are under way in an older system; docs/import.md tells how the file is written. */
export const importCases: Command = {
  name: 'import',
  usage: 'FILE',
  summary: {
    sv: 'hämtar pågående ärenden från ett äldre system; ingen får något meddelande',
    en: 'takes over cases under way in an older system; nobody is told anything',
  },
  switches: [],
  operands: 1,
  run: async (call) => {
    const text = await readFile(call.operands[0] ?? '', 'utf8').catch(() => null);
    if (text === null) return cannot('Filen går inte att läsa.', 'The file cannot be read.');
    const { cases, faults } = readImport(text);
    if (cases.length + faults.length === 0) {
      return cannot('Filen innehåller inga ärenden.', 'The file holds no cases.');
    }
    return withService(call, ({ importer }) => importAll(importer, cases, faults, call));
  },
};

/** The whole file is judged before the first case is written; a bad case stops no other. */
async function importAll(
  importer: Importer,
  cases: readonly ImportCase[],
  unreadable: readonly ImportFault[],
  call: Call,
): Promise<Outcome> {
  const { stopping, language } = call;
  const faults = [...unreadable];
  const good: ImportCase[] = [];
  let alreadyHere = 0;
  for (const one of cases) {
    if (stopping.aborted) break;
    const found = await importer.check(one);
    if (found === 'ok') good.push(one);
    else if (found === 'already-here') alreadyHere += 1;
    else faults.push(found);
  }
  call.tell(CHECKED[language].replace('{good}', String(good.length)));
  let imported = 0;
  for (const one of good) {
    if (stopping.aborted) break;
    const found = await importer.import(one);
    if (found === 'imported') imported += 1;
    else if (found === 'already-here') alreadyHere += 1;
    else faults.push(found);
  }
  faults.sort((a, b) => a.line - b.line);
  const left = cases.length + unreadable.length - imported - alreadyHere - faults.length;
  return {
    code: faults.length > 0 || left > 0 ? 1 : 0,
    lines: [
      ...faults.map((fault) => faultLine(fault, language)),
      totals({ imported, alreadyHere, faults: faults.length, left }, language),
    ],
    data: { imported, alreadyHere, left, faults },
  };
}

const CHECKED: Text = {
  sv: 'Hela filen är kontrollerad. Ärenden att hämta: {good}.',
  en: 'The whole file has been checked. Cases to take over: {good}.',
};

function faultLine({ line, why }: ImportFault, language: Language): string {
  return language === 'sv' ? `rad ${line}: ${why.sv}` : `line ${line}: ${why.en}`;
}

interface Totals {
  readonly imported: number;
  readonly alreadyHere: number;
  readonly faults: number;
  /** Not come to, because the run was stopped. */
  readonly left: number;
}

function totals({ imported, alreadyHere, faults, left }: Totals, language: Language): string {
  const words =
    language === 'sv'
      ? [`Hämtade: ${imported}`, `fanns redan: ${alreadyHere}`, `felaktiga: ${faults}`]
      : [`Taken over: ${imported}`, `here already: ${alreadyHere}`, `faulty: ${faults}`];
  const stopped = language === 'sv' ? `avbrutet, kvar: ${left}` : `stopped, left: ${left}`;
  return `${[...words, ...(left > 0 ? [stopped] : [])].join(', ')}.`;
}
