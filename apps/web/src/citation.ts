import type { Language, Text } from './language';

/** The sources that rules come from, by the short name that a citation begins with. */
const LAWS: Readonly<Record<string, Text>> = {
  '2017:612': {
    sv: 'lagen (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård',
    en: 'act (2017:612) on collaboration at discharge from inpatient care',
  },
  HSL: {
    sv: 'hälso- och sjukvårdslagen (2017:30)',
    en: 'health and medical services act (2017:30)',
  },
  SoL: { sv: 'socialtjänstlagen (2025:400)', en: 'social services act (2025:400)' },
  PL: { sv: 'patientlagen (2014:821)', en: 'patient act (2014:821)' },
  PDL: { sv: 'patientdatalagen (2008:355)', en: 'patient data act (2008:355)' },
};

const AGREEMENT: Text = {
  sv: 'Länets överenskommelse (innehållet är antaget, inte bekräftat)',
  en: "The county's agreement (content assumed, not confirmed)",
};

/** The paragraphs of a section as Swedish law counts them. */
const ORDINALS = ['', 'första', 'andra', 'tredje', 'fjärde', 'femte'];

/** Chapter and section, perhaps a paragraph (`st2`) or a point (`p5`): `2:3`, `1:3 p5`. */
const PLACE = /^(\S+) (\d+):(\d+)(?: (st|p)(\d+))?$/;

/** A rule as people cite it: `2017:612 2:3` becomes `2 kap. 3 § lagen (2017:612) om …`. */
export function citationText(citation: string, language: Language): string {
  if (citation.startsWith('avtal ')) return AGREEMENT[language];
  const [, law = '', chapter, section, part, number] = PLACE.exec(citation) ?? [];
  const name = LAWS[law]?.[language];
  if (name === undefined) return citation;
  return language === 'sv'
    ? `${chapter} kap. ${section} §${swedishPart(part, number)} ${name}`
    : `Chapter ${chapter}, section ${section}${englishPart(part, number)}, ${name}`;
}

function swedishPart(part: string | undefined, number: string | undefined): string {
  if (part === undefined) return '';
  return part === 'p' ? ` punkt ${number}` : ` ${ORDINALS[Number(number)] ?? number} stycket`;
}

function englishPart(part: string | undefined, number: string | undefined): string {
  if (part === undefined) return '';
  return part === 'p' ? ` point ${number}` : ` paragraph ${number}`;
}
