import { formatDate, formatInstant, type Language, type Text } from '@hemgang/kernel';
import type { UnitKind } from '@hemgang/directory';
import { DOES, type MunicipalityNames } from './receiver-words';
import type { Warning } from './receiver-warnings';

/** A warning in words: what is so, and what happens if one goes on. */
export interface WarningWords {
  readonly text: string;
  readonly then: string;
}

const NEED_OF: Readonly<Partial<Record<UnitKind, Text>>> = {
  'municipal-social': { sv: 'socialtjänst', en: 'social services' },
  'municipal-health': { sv: 'kommunal hälso- och sjukvård', en: 'municipal health care' },
  halsocentral: { sv: 'regionens öppna vård', en: 'the region’s open care' },
  'specialist-open-care': { sv: 'regionens öppna vård', en: 'the region’s open care' },
};

interface Words {
  readonly text: Text;
  readonly then: Text;
}

/** The warning as it is shown. */
export function warningWords(
  warning: Warning,
  nameOf: MunicipalityNames,
  language: Language,
): WarningWords {
  const { text, then } = wordsOf(warning, nameOf, language);
  return { text: text[language], then: then[language] };
}

function wordsOf(warning: Warning, nameOf: MunicipalityNames, language: Language): Words {
  switch (warning.key) {
    case 'other-municipality':
    case 'role-ended':
    case 'role-not-begun':
      return municipalWords(warning, nameOf, language);
    case 'not-needed':
      return notNeeded(NEED_OF[warning.kind] ?? { sv: 'enheten', en: 'the unit' });
    case 'not-listed-here':
      return notListed(warning.listedAt);
    case 'sent-back':
      return SENT_BACK;
    case 'merged':
      return mergedWords(warning.into);
    case 'outside':
      return OUTSIDE;
    case 'nobody-there':
      return NOBODY_THERE;
    case 'closed-now':
    case 'closes-soon':
      return hoursWords(warning.key, formatInstant(warning.until, language));
  }
}

type Municipal = Extract<
  Warning,
  { readonly key: 'other-municipality' | 'role-ended' | 'role-not-begun' }
>;

function municipalWords(warning: Municipal, nameOf: MunicipalityNames, language: Language): Words {
  const own = nameOf(warning.municipality);
  const holder = nameOf(warning.holder);
  const does = DOES[warning.role];
  if (warning.key === 'role-not-begun') {
    const day = formatDate(warning.from, language);
    return {
      text: {
        sv: `${own} ${does.sv} först från ${day}. Till dess är det ${holder}.`,
        en: `${own} ${does.en} only from ${day}. Until then it is ${holder}.`,
      },
      then: {
        sv: `Enheten får meddelandet redan nu och ska kvittera och svara, men ${holder} får det inte.`,
        en: `The unit gets the notice now and must acknowledge and answer, but ${holder} does not get it.`,
      },
    };
  }
  const then = {
    sv: `Enheten får uppgifter om patienten och kan skicka tillbaka dem som felsända. ${holder} får inte veta något.`,
    en: `The unit gets facts about the patient and can send them back as misdirected. ${holder} is told nothing.`,
  };
  if (warning.key === 'other-municipality') {
    return {
      text: {
        sv: `Enheten hör till ${own}, men det är ${holder} som ${does.sv}.`,
        en: `The unit belongs to ${own}, but it is ${holder} that ${does.en}.`,
      },
      then,
    };
  }
  const day = formatDate(warning.from, language);
  return {
    text: {
      sv: `Enheten hör till ${own}, som inte ${does.sv} sedan ${day}. Nu är det ${holder}.`,
      en: `The unit belongs to ${own}, whose part ended ${day}. Now it is ${holder} that ${does.en}.`,
    },
    then,
  };
}

function notNeeded(need: Text): Words {
  return {
    text: {
      sv: `Läkaren har inte bedömt att patienten kan behöva ${need.sv}.`,
      en: `The physician has not judged that the patient may need ${need.en}.`,
    },
    then: {
      sv: 'Enheten får uppgifter om patienten och ska kvittera och svara ändå. Har behovet ändrats: rätta bedömningen.',
      en: 'The unit gets facts about the patient and must acknowledge and answer all the same. If the need has changed: correct the judgement.',
    },
  };
}

function notListed(listedAt: string): Words {
  return {
    text: {
      sv: `Patienten är listad på ${listedAt}, enligt det som avdelningen har angett.`,
      en: `The patient is listed at ${listedAt}, by what the ward has entered.`,
    },
    then: {
      sv: `Hälsocentralen kan skicka tillbaka meddelandet som felsänt. ${listedAt} får inte veta något.`,
      en: `The health centre can send the notice back as misdirected. ${listedAt} is told nothing.`,
    },
  };
}

function mergedWords(into: string | null): Words {
  const where = into === null ? NO_SUCCESSOR : { sv: into, en: into };
  return {
    text: {
      sv: `Enheten är stängd. I stället: ${where.sv}.`,
      en: `The unit is closed. Instead: ${where.en}.`,
    },
    then: {
      sv: 'Det går inte att skicka hit: meddelandet avvisas.',
      en: 'Nothing can be sent here: the notice is refused.',
    },
  };
}

const NO_SUCCESSOR: Text = { sv: 'ingen känd enhet', en: 'no known unit' };

const SENT_BACK: Words = {
  text: {
    sv: 'Enheten är inte längre mottagare i det här ärendet: den har skickat tillbaka meddelandet eller dragit sig ur.',
    en: 'The unit is no receiver of this case any more: it has sent the notice back or withdrawn.',
  },
  then: {
    sv: 'Den får allt på nytt och börjar om med kvittens och svar.',
    en: 'It gets everything anew and begins again with kvittens and answer.',
  },
};

const OUTSIDE: Words = {
  text: { sv: 'Enheten har inget konto här.', en: 'The unit has no account here.' },
  then: {
    sv: 'Ni skickar meddelandet själva, per telefon, brev eller säker e-post, och registrerar det här. Enhetens tid räknas från det.',
    en: 'You send the notice yourselves, by telephone, letter or secure mail, and register it here. The unit’s time counts from then.',
  },
};

const NOBODY_THERE: Words = {
  text: { sv: 'Ingen på enheten har konto här.', en: 'Nobody at the unit has an account here.' },
  then: {
    sv: 'Meddelandet ligger här utan att någon ser det: ring enheten.',
    en: 'The notice lies here and nobody sees it: ring the unit.',
  },
};

function hoursWords(key: 'closed-now' | 'closes-soon', at: string): Words {
  const text =
    key === 'closed-now'
      ? {
          sv: `Enheten är stängd till ${at}, och ingen med rätt att besluta tar emot under tiden.`,
          en: `The unit is closed until ${at}, and nobody with the right to decide receives meanwhile.`,
        }
      : {
          sv: `Enheten stänger ${at}, och därefter tar ingen med rätt att besluta emot.`,
          en: `The unit closes ${at}, and after that nobody with the right to decide receives.`,
        };
  return {
    text,
    then: {
      sv: 'Meddelandet väntar tills enheten öppnar igen. Är det bråttom: ring.',
      en: 'The notice waits until the unit opens again. If it is urgent: ring.',
    },
  };
}
