import { localDate, type Citation, type Instant, type Text } from '@hemgang/kernel';
import { inForce, responsible, type DischargeContext } from '@workflows/discharge';
import type { ContactView, MissingView } from './discharge-view';
import type { Reader } from '@hemgang/access';

/** What is known to whom. */
interface Situation {
  readonly context: DischargeContext;
  readonly now: Instant;
  readonly isChild: boolean | null;
  /** Those that the reader knows of. */
  readonly contacts: readonly ContactView[];
  readonly reader: Reader;
}

/** Something that ought to be known and is owed by nobody at a set time. */
interface Missing {
  readonly key: string;
  readonly text: Text;
  readonly rule: Citation;
  readonly is: (situation: Situation) => boolean;
}

/** The ward has everything that was noted; others may only not have been told. */
const isWard = ({ context, reader }: Situation): boolean => context.unit === reader.unit;

const FACTS: readonly Missing[] = [
  {
    key: 'identity',
    text: {
      sv: 'Vem patienten är har inte gått att fastställa.',
      en: 'Who the patient is could not be established.',
    },
    rule: '2017:612 2:2',
    is: ({ context }) => context.identity.number === 'reservnummer',
  },
  {
    key: 'deciding-municipality',
    text: {
      sv: 'Det är inte klart vilken kommun som beslutar om insatser.',
      en: 'It is not clear which municipality decides on measures.',
    },
    rule: 'SoL 29:1',
    is: ({ context, now }) =>
      (inForce(responsible(context), 'decides', localDate(now))?.municipality ?? null) === null,
  },
  {
    key: 'guardian',
    text: {
      sv: 'Ingen vårdnadshavare är angiven för barnet.',
      en: 'No guardian is named for the child.',
    },
    rule: 'PL 5:3',
    is: (situation) =>
      isWard(situation) &&
      situation.isChild === true &&
      !situation.contacts.some(({ custody }) => custody),
  },
  {
    key: 'child-heard',
    text: {
      sv: 'Det framgår inte om barnet har fått säga sin mening.',
      en: 'It is not said whether the child has been heard.',
    },
    rule: 'PL 4:3',
    is: (situation) =>
      isWard(situation) &&
      situation.isChild === true &&
      situation.context.noted.childHeard === undefined,
  },
];

/** What is not known of the patient although it should be; a visible gap, no duty. */
export function missingFacts(situation: Situation): MissingView[] {
  const { language } = situation.reader;
  return FACTS.filter(({ is }) => is(situation)).map(({ key, text, rule }) => ({
    key,
    text: text[language],
    rule,
  }));
}
