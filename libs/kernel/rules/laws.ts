import type { Text } from '../text';

/** The sources that can be cited, by the short name that begins a citation. */
export const laws = {
  '2017:612': {
    sv: 'Lag (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård',
    en: 'Act (2017:612) on collaboration at discharge from inpatient care',
  },
  '1930:173': {
    sv: 'Lag (1930:173) om beräkning av lagstadgad tid',
    en: 'Act (1930:173) on computing statutory time',
  },
  '1989:253': {
    sv: 'Lag (1989:253) om allmänna helgdagar',
    en: 'Act (1989:253) on public holidays',
  },
  HSL: { sv: 'Hälso- och sjukvårdslag (2017:30)', en: 'Health and Medical Services Act (2017:30)' },
  HSF: {
    sv: 'Hälso- och sjukvårdsförordning (2017:80)',
    en: 'Health and Medical Services Ordinance (2017:80)',
  },
  SoL: { sv: 'Socialtjänstlag (2025:400)', en: 'Social Services Act (2025:400)' },
  LPT: {
    sv: 'Lag (1991:1128) om psykiatrisk tvångsvård',
    en: 'Compulsory Psychiatric Care Act (1991:1128)',
  },
  LRV: {
    sv: 'Lag (1991:1129) om rättspsykiatrisk vård',
    en: 'Forensic Psychiatric Care Act (1991:1129)',
  },
  PL: { sv: 'Patientlag (2014:821)', en: 'Patient Act (2014:821)' },
  PSL: { sv: 'Patientsäkerhetslag (2010:659)', en: 'Patient Safety Act (2010:659)' },
  PDL: { sv: 'Patientdatalag (2008:355)', en: 'Patient Data Act (2008:355)' },
  OSL: {
    sv: 'Offentlighets- och sekretesslag (2009:400)',
    en: 'Public Access to Information and Secrecy Act (2009:400)',
  },
  'HSLF-FS 2016:40': {
    sv:
      'Socialstyrelsens föreskrifter (HSLF-FS 2016:40) om journalföring och behandling av ' +
      'personuppgifter',
    en: "The National Board's regulations (HSLF-FS 2016:40) on records and personal data in care",
  },
  avtal: {
    sv: 'Länets överenskommelse om utskrivning (innehållet antaget, inte bekräftat)',
    en: "The county's agreement on discharge (content assumed, not confirmed)",
  },
} as const satisfies Record<string, Text>;

export type LawCode = keyof typeof laws;
