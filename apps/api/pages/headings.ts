import type { Text } from '@hemgang/kernel';

/** Languages in which the headings alone are written, beside the language of the sheet. */
export const HEADING_LANGUAGES = ['fi', 'se'] as const;

export type HeadingLanguage = (typeof HEADING_LANGUAGES)[number];

/** What whoever prints the sheet calls them. */
export const LANGUAGE_NAMES: Readonly<Record<HeadingLanguage, Text>> = {
  fi: { sv: 'finska', en: 'Finnish' },
  se: { sv: 'nordsamiska', en: 'Northern Sami' },
};

/** A heading in all languages. */
export type Heading = Text & Readonly<Record<HeadingLanguage, string>>;

/**
 * The glossary of headings: the one place where Finnish and Northern Sami stand. Nobody whose
 * language they are has read them yet: docs/patient-sheet.md lists them for a translator.
 */
export const HEADINGS = {
  homecoming: {
    sv: 'När du kommer hem',
    en: 'When you come home',
    fi: 'Kun tulet kotiin',
    se: 'Go boađát ruoktot',
  },
  when: {
    sv: 'När åker jag?',
    en: 'When do I leave?',
    fi: 'Milloin lähden?',
    se: 'Goas mun vuolggán?',
  },
  who: {
    sv: 'Vem hjälper mig?',
    en: 'Who helps me?',
    fi: 'Kuka auttaa minua?',
    se: 'Gii veahkeha mu?',
  },
  call: {
    sv: 'Vem ringer jag när jag har kommit hem?',
    en: 'Who do I call when I have come home?',
    fi: 'Kenelle soitan, kun olen tullut kotiin?',
    se: 'Geasa mun riŋgen go lean boahtán ruoktot?',
  },
  nobody: {
    sv: 'Om ingen kommer',
    en: 'If nobody comes',
    fi: 'Jos kukaan ei tule',
    se: 'Jus ii oktage boađe',
  },
  myself: {
    sv: 'Vad gör jag själv?',
    en: 'What do I do myself?',
    fi: 'Mitä teen itse?',
    se: 'Maid mun ieš dagan?',
  },
  contact: {
    sv: 'Vem håller ihop min vård?',
    en: 'Who keeps my care together?',
    fi: 'Kuka huolehtii hoitoni kokonaisuudesta?',
    se: 'Gii fuolaha mu divššu ollisvuođas?',
  },
  agreed: {
    sv: 'Vad har vi kommit överens om?',
    en: 'What have we agreed?',
    fi: 'Mitä olemme sopineet?',
    se: 'Maid mii leat soahpan?',
  },
  written: {
    sv: 'Vad har avdelningen skrivit?',
    en: 'What has the ward written?',
    fi: 'Mitä osasto on kirjoittanut?',
    se: 'Maid ossodat lea čállán?',
  },
  plan: { sv: 'Min plan', en: 'My plan', fi: 'Minun suunnitelmani', se: 'Mu plána' },
  matters: {
    sv: 'Vad är viktigt för mig?',
    en: 'What matters to me?',
    fi: 'Mikä on minulle tärkeää?',
    se: 'Mii lea munnje deaŧalaš?',
  },
  goals: {
    sv: 'Vad är mina mål?',
    en: 'What are my goals?',
    fi: 'Mitkä ovat tavoitteeni?',
    se: 'Mat leat mu ulbmilat?',
  },
  needs: {
    sv: 'Vad behöver jag?',
    en: 'What do I need?',
    fi: 'Mitä tarvitsen?',
    se: 'Maid mun dárbbašan?',
  },
  measures: {
    sv: 'Vem gör vad?',
    en: 'Who does what?',
    fi: 'Kuka tekee mitä?',
    se: 'Gii dahká maid?',
  },
  others: {
    sv: 'Andra som hjälper mig',
    en: 'Others who help me',
    fi: 'Muut, jotka auttavat minua',
    se: 'Earát geat veahkehit mu',
  },
  worse: {
    sv: 'Om jag mår sämre',
    en: 'If I get worse',
    fi: 'Jos vointini huononee',
    se: 'Jus mun buozan garraseappot',
  },
  people: {
    sv: 'Vem kan jag ringa?',
    en: 'Who can I call?',
    fi: 'Kenelle voin soittaa?',
    se: 'Geasa mun sáhtán riŋget?',
  },
  meeting: {
    sv: 'När ses vi igen?',
    en: 'When do we meet again?',
    fi: 'Milloin tapaamme uudelleen?',
    se: 'Goas mii deaivvadat fas?',
  },
} as const satisfies Readonly<Record<string, Heading>>;

export type HeadingKey = keyof typeof HEADINGS;
