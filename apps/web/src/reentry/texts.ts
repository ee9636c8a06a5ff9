import { inBoth } from '../in-both';
import { useLanguage, type Text } from '../language';
import { pageNames } from '../page-names';

const texts = {
  page: pageNames.reentry,
  lead: {
    sv: 'Mata in det som skrevs på papper när Hemgång var borta, ett papper i taget, i den ordning som det hände. Faktisk tid och registrerad tid står sedan var för sig.',
    en: 'Enter what was written on paper while Hemgång was away, one paper at a time, in the order in which it happened. Actual and registered time then stand apart.',
  },
  forms: { sv: 'Tomma blanketter att skriva ut', en: 'Empty forms to print' },
  outage: { sv: 'Avbrottet', en: 'The outage' },
  from: { sv: 'Borta från', en: 'Away from' },
  until: { sv: 'Tillbaka', en: 'Back' },
  begin: { sv: 'Börja mata in', en: 'Begin to enter' },
  lasted: { sv: 'Hemgång var borta {from} – {until}.', en: 'Hemgång was away {from} – {until}.' },
  change: { sv: 'Ändra tiderna', en: 'Change the times' },
  next: { sv: 'Nästa papper', en: 'Next paper' },
  patient: { sv: 'Patient på papperet', en: 'Patient on the paper' },
  choose: { sv: 'Välj …', en: 'Choose …' },
  newPatient: { sv: 'Ny patient, skriv in', en: 'New patient, admit' },
  at: { sv: 'Faktisk tid på papperet', en: 'Actual time on the paper' },
  earlier: {
    sv: 'Det är före papperet innan ({time}). Ta papperen i tidsordning: det som redan är inmatat kan hindra det här.',
    en: 'This is before the last paper ({time}). Take the papers in their order: what is entered already may hinder this.',
  },
  open: { sv: 'Välj vad som hände', en: 'Choose what happened' },
  paper: { sv: '{patient}, {time}', en: '{patient}, {time}' },
  told: {
    sv: 'Under ”Med vem, hur och när” skriver du vem som fick veta det och när. Ringde ni flera gäller det sista samtalet. Fick ingen veta det då: töm tiden där, så räknas det för mottagarna från nu.',
    en: 'Under “With whom, how and when” say who was told and when. Had you rung several, the last call counts. Was nobody told then: empty the time there, and for the receivers it counts from now.',
  },
  back: { sv: 'Tillbaka till papperen', en: 'Back to the papers' },
  saved: {
    sv: 'Inmatat {time}: {label}. Skriv det på papperet.',
    en: 'Entered {time}: {label}. Note it on the paper.',
  },
  entered: { sv: 'Det här har du matat in', en: 'What you have entered' },
  nothing: {
    sv: 'Inget än. Varje papper hamnar här med faktisk och registrerad tid.',
    en: 'Nothing yet. Each paper comes here with its actual and registered time.',
  },
  what: { sv: 'Vad', en: 'What' },
  actual: { sv: 'Faktisk tid', en: 'Actual time' },
  registered: { sv: 'Registrerad', en: 'Registered' },
  answers: { sv: 'Mottagarna', en: 'The receivers' },
  print: { sv: 'Skriv ut listan', en: 'Print the list' },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

/** The texts in the reader's language. */
export function useReentryTexts() {
  return words[useLanguage().language];
}
