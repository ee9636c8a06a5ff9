import type { AvvikelseDuty } from './duties';

/** When each duty of an avvikelse is due, in words for README.md. */
export const dueWords: Readonly<Record<AvvikelseDuty, string>> = {
  'ta-emot-avvikelse': '`mottagandeHours` after the report',
  'besvara-avvikelse': '`svarHours` after the report, or after an answer was sent back',
  'avsluta-avvikelse': '`avslutHours` after the answer',
};
