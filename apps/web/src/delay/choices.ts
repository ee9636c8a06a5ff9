import type { Text } from '../language';

/** Causes of a waiting, as the form offers them: every code that a version of the list has had. */
export const delayCauseChoices: Readonly<Record<string, Text>> = {
  'cause.boende-saknas': {
    sv: 'Plats i särskilt boende saknas',
    en: 'No place in special housing',
  },
  'cause.korttidsplats-saknas': { sv: 'Korttidsplats saknas', en: 'No short-term place' },
  'cause.hemtjanst-bemanning': { sv: 'Hemtjänsten saknar personal', en: 'Home help lacks staff' },
  'cause.hemsjukvard-bemanning': {
    sv: 'Hemsjukvården saknar personal',
    en: 'Home nursing lacks staff',
  },
  'cause.beslut-ej-klart': {
    sv: 'Biståndsbeslutet är inte klart',
    en: 'The decision on help is not made',
  },
  'cause.hjalpmedel': { sv: 'Hjälpmedel saknas', en: 'Aids are missing' },
  'cause.bostadsanpassning': { sv: 'Bostaden är inte anpassad', en: 'The home is not adapted' },
  'cause.transport': { sv: 'Transport saknas', en: 'No transport' },
  'cause.lakemedel-dos': { sv: 'Läkemedel eller dos är inte klart', en: 'Medicines are not ready' },
  'cause.information-saknas': {
    sv: 'Information från avdelningen saknas',
    en: 'Information from the ward is missing',
  },
  'cause.kallelse-sip-sen': { sv: 'Kallelsen till SIP är sen', en: 'The call to the SIP is late' },
  'cause.oppenvard-ej-klarlagd': {
    sv: 'Öppenvårdens insatser är inte klarlagda',
    en: 'The measures of open care are not settled',
  },
  'cause.atertagen-utskrivningsklar': { sv: 'Patienten blev sämre', en: 'The patient got worse' },
  'cause.patientens-onskan': {
    sv: 'Patientens önskan eller nej',
    en: "The patient's wish or refusal",
  },
  'cause.narstaende': { sv: 'Närstående', en: 'Relatives' },
  'cause.annan-region-eller-kommun': {
    sv: 'Väntar på annan region eller kommun utanför länet',
    en: 'Waits for a region or municipality outside the county',
  },
  'cause.helg': { sv: 'Helg eller kväll', en: 'Weekend or evening' },
};
