import type { Language, Text } from '@hemgang/kernel';

/** `warning`: look at it some day · `fault`: something does not work. */
export type Level = 'ok' | 'warning' | 'fault';

/** What the doctor found about one thing. */
export interface Finding {
  /** Stable word for the thing: `migrations`. */
  readonly about: string;
  readonly level: Level;
  readonly text: Text;
}

const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  ok: { sv: 'ok', en: 'ok' },
  warning: { sv: 'varning', en: 'warning' },
  fault: { sv: 'FEL', en: 'FAULT' },
};

export function finding(about: string, level: Level, sv: string, en: string): Finding {
  return { about, level, text: { sv, en } };
}

/** `varning  seeding     Länet fylls på …` */
export function findingLine({ about, level, text }: Finding, language: Language): string {
  return `${LEVEL_WORDS[level][language].padEnd(8)} ${about.padEnd(11)} ${text[language]}`;
}
