import type { UnitKind } from '@hemgang/directory';

/** What a unit that knows the patient does for her today. */
export const CURRENT_MEASURES: Readonly<Partial<Record<UnitKind, readonly string[]>>> = {
  'municipal-social': [
    'Hemtjänst morgon och kväll, trygghetslarm och matdistribution.',
    'Hemtjänst fyra gånger per dag med hjälp vid måltider, dusch en gång i veckan. Trygghetslarm.',
    'Städning var tredje vecka och inköp en gång i veckan. Inga personliga insatser.',
    'Trygghetslarm sedan i våras. Närstående hjälper till med det mesta.',
    'Hemtjänst två gånger per dag, växelvård på korttidsboende en vecka i månaden.',
  ],
  'municipal-health': [
    'Inskriven i hemsjukvården. Läkemedel delas varannan vecka, insulin ges morgon och kväll.',
    'Hemsjukvård med såromläggning två gånger i veckan.',
    'Läkemedelsövertag med apodos. Kateterbyte var åttonde vecka.',
    'Kompressionslindning varannan dag. Fysioterapeut kommer en gång i veckan.',
  ],
  halsocentral: [
    'Listad hos oss. Årskontroll för blodtryck och diabetes i höstas.',
    'Listad hos oss. Kontrolleras regelbundet för hjärtsvikt, senaste besöket för en månad sedan.',
    'Listad hos oss. Waranbehandling med provtagning var fjärde vecka.',
    'Listad hos oss men har inte sökt det senaste året.',
  ],
  'specialist-open-care': [
    'Känd hos oss. Återbesök vart halvår, hembesök vid behov.',
    'Känd hos oss sedan i våras, hembesök av sjuksköterska varje vecka.',
  ],
};

/** Why a patient waits for a municipality, by the kind of the unit that says so: codes of the list. */
export const CAUSES_OF_MUNICIPALITY: Readonly<Partial<Record<UnitKind, readonly string[]>>> = {
  'municipal-social': [
    'beslut-ej-klart',
    'hemtjanst-bemanning',
    'korttidsplats-saknas',
    'boende-saknas',
    'narstaende',
  ],
  'municipal-health': ['hemsjukvard-bemanning', 'hjalpmedel', 'information-saknas'],
};

/** What a ward says of it. */
export const CAUSE_COMMENTS = [
  'Vi fick besked först på eftermiddagen den andra dagen.',
  'Hjälpmedlen fanns på plats redan första dagen.',
  'Patienten hade kunnat åka hem med tillfällig hjälp.',
] as const;

export const NOT_KNOWN_COMMENTS = [
  'Inga insatser sedan tidigare. Vi kontaktar patienten för att börja utreda behovet.',
  'Okänd hos oss. Ansökan om bistånd behöver göras, vi ringer avdelningen.',
  'Ingen tidigare kontakt. Vi planerar ett första hembesök.',
] as const;

/** Why a notice comes back, by the kind of the unit that got it by mistake. */
export const REJECT_REASONS = {
  municipality: [
    'Patienten bor inte i vårt område. Skicka till rätt distrikt eller kommun enligt adressen.',
    'Patienten är inte folkbokförd hos oss. Vi har inte påbörjat någon planering.',
  ],
  halsocentral: [
    'Patienten är inte listad hos oss.',
    'Patienten har bytt hälsocentral. Vi har ingen pågående kontakt.',
  ],
} as const;

export const WITHDRAW_REASONS = [
  'Feber i natt, behöver fortsatt slutenvård.',
  'Fall på avdelningen, ska röntgas innan vi kan ta ställning igen.',
  'Sämre njurvärden vid morgonprovet, behandlingen måste justeras här.',
  'Ny förvirring under natten, utredning pågår.',
] as const;

export const NOT_CARRIED_OUT_REASONS = [
  'Sjuktransporten kom inte, ny är beställd till i morgon.',
  'Nycklarna till bostaden fanns inte, närstående kommer i morgon.',
  'Yr när hon skulle resa sig, får stanna till i morgon.',
] as const;

/** Hospitals of the neighbouring regions, with the region's code. */
export const OTHER_HOSPITALS = [
  ['25', 'Sunderby sjukhus'],
  ['25', 'Piteå sjukhus'],
  ['22', 'Örnsköldsviks sjukhus'],
  ['22', 'Sundsvalls sjukhus'],
  ['23', 'Östersunds sjukhus'],
] as const;

export const OPEN_CARE_MISSING_COMMENTS = [
  'Läkare för hembesök saknas den här veckan. Vi återkommer så snart det är löst.',
  'Tid hos fysioterapeut finns först nästa vecka. Vi söker en annan lösning.',
] as const;

export const TAKE_OVER_COMMENTS: Readonly<Partial<Record<UnitKind, readonly string[]>>> = {
  'municipal-social': [
    'Hemtjänsten har gjort det första besöket. Allt fungerar.',
    'Insatserna är igång. Trygghetslarmet är provringt.',
    'Första besöket gjort. Närstående var på plats.',
  ],
  'municipal-health': [
    'Sjuksköterska har gjort hembesök. Läkemedel och hjälpmedel finns på plats.',
    'Hembesök gjort, omläggningarna är inplanerade.',
  ],
  halsocentral: [
    'Vi har ringt patienten och bokat återbesök.',
    'Telefonkontakt tagen. Provtagningen är bokad.',
  ],
  'specialist-open-care': ['Hembesök gjort tillsammans med hemsjukvården.'],
};
