import type { Text } from '../language';

/** What can be done about a patient beside the commands, and the forms of it. */
export const operationTexts = {
  shieldHeading: {
    sv: 'Skydd, spärr och motsägande',
    en: 'Protection, blocking and objection',
  },
  shieldOwnBlock: {
    sv: 'Patienten spärrar det som er enhet skriver. Andra enheter hos er vårdgivare ser att det finns, inte vad det är.',
    en: 'The patient blocks what your unit writes. Other units of your care provider see that it is there, not what it is.',
  },
  shieldSaved: { sv: 'Sparat {time}: {label}.', en: 'Saved {time}: {label}.' },
  fillInAll: { sv: 'Fyll i allt som behövs.', en: 'Fill in all that is needed.' },

  grade: { sv: 'Grad av skydd', en: 'Grade of protection' },
  gradeNone: { sv: 'Inte skyddad längre', en: 'No longer protected' },
  gradeOfNone: {
    sv: 'Uppgifter visas som vanligt igen. Adressen måste skrivas in på nytt.',
    en: 'Facts are shown as usual again. The address must be entered anew.',
  },
  contactsOf: { sv: 'Två i personalen hos er', en: 'Two of your staff' },
  contactsChosen: { sv: '{count} av 2 valda', en: '{count} of 2 chosen' },
  contactsPhone: { sv: 'Telefon (090-123 45 67)', en: 'Telephone (090-123 45 67)' },
  contactsSearch: { sv: 'Sök på namn', en: 'Search by name' },
  contactsNobody: { sv: 'Ingen heter så.', en: 'Nobody of that name.' },

  toldBy: { sv: 'Vem säger det?', en: 'Who says so?' },
  'toldBy.patient': { sv: 'Patienten', en: 'The patient' },
  'toldBy.representative': { sv: 'En företrädare', en: 'A representative' },
  'toldBy.guardian': { sv: 'En vårdnadshavare', en: 'A guardian' },

  releaseReason: { sv: 'Varför behöver du veta det?', en: 'Why do you need to know?' },
  releaseShow: { sv: 'Visa vilka enheter', en: 'Show which units' },
  releaseUnits: { sv: 'Öppna bara det som behövs', en: 'Open only what is needed' },
  releaseSince: { sv: 'spärrat sedan {time}', en: 'blocked since {time}' },
  releaseNone: {
    sv: 'Ingen annan enhet hos er har spärrat något.',
    en: 'No other unit of yours has blocked anything.',
  },
  releaseKind: { sv: 'På vilken grund?', en: 'On which ground?' },
  'kind.consent': { sv: 'Patienten samtycker', en: 'The patient consents' },
  'kind.emergency': {
    sv: 'Nödsituation: patienten kan inte tillfrågas, och uppgifterna behövs för vården',
    en: 'Emergency: the patient cannot be asked, and care needs the facts',
  },
  releaseDo: { sv: 'Öppna i en timme', en: 'Open for an hour' },
  releasedUntil: { sv: 'öppet för dig till {time}', en: 'open for you until {time}' },
} as const satisfies Record<string, Text>;
