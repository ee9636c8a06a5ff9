import { formatOre, type Language, type LocalDate, type Text } from '@hemgang/kernel';
import { POLICIES, readRates, type EnteredRate, type Rate } from '@workflows/payment';
import { readJsonFile } from './json-file';

/** For an id that no policy has. */
export const NO_SUCH_POLICY: Text = {
  sv: `Betalningsmodellen finns inte. De som finns: ${ids()}.`,
  en: `There is no such policy. There are: ${ids()}.`,
};

function ids(): string {
  return POLICIES.map(({ id }) => id).join(', ');
}

/** All faults of a file, one sentence on each line. */
export function allOf(faults: readonly Text[]): Text {
  return {
    sv: faults.map(({ sv }) => sv).join('\n'),
    en: faults.map(({ en }) => en).join('\n'),
  };
}

/** The amounts that the customer has entered in a file, or why they cannot be had; none without a file. */
export async function enteredRates(
  path: string | undefined,
): Promise<{ readonly rates: readonly EnteredRate[] } | { readonly why: Text }> {
  if (path === undefined) return { rates: [] };
  const file = await readJsonFile(path);
  if ('why' in file) return file;
  const { content, faults } = readRates(file.content);
  return content === undefined ? { why: allOf(faults) } : { rates: content };
}

const AMOUNT: Text = { sv: 'Belopp', en: 'Amount' };
const ENTERED: Text = { sv: 'Angivet belopp', en: 'Entered amount' };

/** Says of each amount from where it is, and of one that was entered since when. */
export function amountLines(
  amounts: readonly (Omit<Rate, 'enteredOn' | 'confidence'> & {
    readonly enteredOn?: LocalDate | null;
  })[],
  language: Language,
): string[] {
  return amounts.map(({ from, to, orePerDay, source, enteredOn = null }) => {
    const [word, since] = enteredOn === null ? [AMOUNT, ''] : [ENTERED, `, ${enteredOn}`];
    return `${word[language]} ${from} – ${to}: ${formatOre(orePerDay, language)} (${source}${since})`;
  });
}
