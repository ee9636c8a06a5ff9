import type { Language, Text } from '@hemgang/kernel';
import type { Command, Outcome } from './command';

const WORDS = {
  title: { sv: 'Hemgång, för den som driftar', en: 'Hemgång, for operators' },
  options: { sv: 'Gäller alla kommandon', en: 'With every command' },
  json: {
    sv: 'ett JSON-dokument på standard ut i stället för text',
    en: 'one JSON document on standard output instead of text',
  },
  lang: { sv: 'svenska (utan val) eller engelska', en: 'Swedish (the default) or English' },
  codes: {
    sv: 'Slutkod: 0 klart, 1 något är fel, 2 går inte att köra eller felskrivet.',
    en: 'Exit code: 0 done, 1 something is wrong, 2 cannot run or mistyped.',
  },
} as const satisfies Record<string, Text>;

/** What the tool can do, one line for each command. */
export function help(commands: readonly Command[], language: Language): Outcome {
  const rows = commands.map(({ name, usage, summary }) => ({
    form: ['hemgang', name, usage].filter(Boolean).join(' '),
    summary: summary[language],
  }));
  const width = Math.max(...rows.map(({ form }) => form.length));
  const row = (form: string, text: string): string => `  ${form.padEnd(width)}  ${text}`;
  return {
    code: 0,
    lines: [
      WORDS.title[language],
      '',
      ...rows.map(({ form, summary }) => row(form, summary)),
      '',
      `${WORDS.options[language]}:`,
      row('--json', WORDS.json[language]),
      row('--lang sv|en', WORDS.lang[language]),
      '',
      WORDS.codes[language],
    ],
    data: { commands: rows },
  };
}
