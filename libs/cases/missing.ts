import { localDate, type Citation, type Instant, type Language, type Text } from '@hemgang/kernel';
import { inForce, responsible, type DischargeContext } from '@workflows/discharge';
import type { MissingView } from './case-view';

/** Something that ought to be known and is owed by nobody at a set time. */
interface Missing {
  readonly key: string;
  readonly text: Text;
  readonly rule: Citation;
  readonly is: (context: DischargeContext, now: Instant) => boolean;
}

const FACTS: readonly Missing[] = [
  {
    key: 'identity',
    text: {
      sv: 'Vem patienten är har inte gått att fastställa.',
      en: 'Who the patient is could not be established.',
    },
    rule: '2017:612 2:2',
    is: ({ identity }) => identity.number === 'reservnummer',
  },
  {
    key: 'deciding-municipality',
    text: {
      sv: 'Det är inte klart vilken kommun som beslutar om insatser.',
      en: 'It is not clear which municipality decides on measures.',
    },
    rule: 'SoL 29:1',
    is: (context, now) =>
      (inForce(responsible(context), 'decides', localDate(now))?.municipality ?? null) === null,
  },
];

/** What is not known of the patient although it should be; a visible gap, no duty. */
export function missingFacts(
  context: DischargeContext,
  now: Instant,
  language: Language,
): MissingView[] {
  return FACTS.filter(({ is }) => is(context, now)).map(({ key, text, rule }) => ({
    key,
    text: text[language],
    rule,
  }));
}
