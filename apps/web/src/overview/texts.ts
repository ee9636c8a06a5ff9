import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  notYours: {
    sv: 'Översikten är för administratörer.',
    en: 'The overview is for administrators.',
  },
  lead: {
    sv: 'Det som behöver er nu, i antal. Inga patienter nämns här.',
    en: 'What needs you now, in numbers. No patients are named here.',
  },
  late: { sv: 'Försenat nu', en: 'Overdue now' },
  lateLead: {
    sv: 'Öppna uppgifter vars tid har gått ut.',
    en: 'Open duties whose time has passed.',
  },
  lateOwn: { sv: 'Hos era enheter', en: 'At your units' },
  lateOthers: { sv: 'Hos andra, i era ärenden', en: 'At others, in your cases' },
  lateLine: {
    sv: '{unit}: {count, plural, one {# försenad uppgift} other {# försenade uppgifter}}, den äldsta sedan {worst}',
    en: '{unit}: {count, plural, one {# overdue duty} other {# overdue duties}}, the oldest since {worst}',
  },
  more: { sv: 'Visa {count} till', en: 'Show {count} more' },
  lateNone: { sv: 'Inget är försenat hos er.', en: 'Nothing is overdue at your units.' },
  lateOthersNone: {
    sv: 'Inget är försenat hos andra i era ärenden.',
    en: 'Nothing is overdue at others in your cases.',
  },
  ownList: { sv: 'Försenat på er arbetslista', en: 'Overdue on your worklist' },
  settlements: { sv: 'Avräkningar och bestridanden', en: 'Settlements and disputes' },
  settlementsLead: {
    sv: 'Avräkningar som er enhet är part i och som inte är klara, efter läge.',
    en: 'Settlements that your unit is a party of and that are not done, by state.',
  },
  settlementLine: { sv: '{state}: {count}', en: '{state}: {count}' },
  settlementsNone: {
    sv: 'Ingen avräkning är öppen.',
    en: 'No settlement is open.',
  },
  settlementsMore: {
    sv: 'Räknat på de {count} senaste.',
    en: 'Counted on the {count} latest.',
  },
  toSettlements: { sv: 'Avräkningar', en: 'Settlements' },
  agreement: { sv: 'Överenskommelsen och beloppen', en: 'The agreement and the amounts' },
  agreementLead: {
    sv: 'Det som gäller för länets kommuner i dag. Beloppen räknas bara där lagens egen modell gäller, och aldrig i en överenskommelse utan kronor.',
    en: 'What holds for the county’s municipalities today. Amounts count only where the law’s own model holds, and never in an agreement without money.',
  },
  validFrom: {
    sv: 'Gäller från {from} tills vidare',
    en: 'Valid from {from} until further notice',
  },
  validUntil: { sv: 'Gäller {from} till {to}', en: 'Valid {from} to {to}' },
  read: { sv: 'Läst i källan:', en: 'Read in its source:' },
  secondary: { sv: 'Enligt en annan källa:', en: 'From another source:' },
  derived: { sv: 'Uträknat:', en: 'Worked out:' },
  assumption: { sv: 'Antaget, inte bekräftat:', en: 'Assumed, not confirmed:' },
  limits: {
    sv: 'Frister enligt {id}: antagna, inte bekräftade av länet',
    en: 'Time limits by {id}: assumed, not confirmed by the county',
  },
  rate: { sv: 'Belopp för {year}: {amount} per dygn', en: 'Amount for {year}: {amount} per day' },
  rateMissing: { sv: 'Belopp för {year} saknas', en: 'No amount for {year}' },
  staff: { sv: 'Personal', en: 'Staff' },
  staffLead: {
    sv: 'Uppdrag som ska bekräftas och uppdrag som snart tar slut.',
    en: 'Assignments to confirm, and assignments that end soon.',
  },
  confirmLine: {
    sv: '{count, plural, one {# uppdrag} other {# uppdrag}} ska bekräftas',
    en: '{count, plural, one {# assignment} other {# assignments}} to confirm',
  },
  lapsingLine: {
    sv: '{count, plural, one {# uppdrag} other {# uppdrag}} tar slut inom {days} dagar',
    en: '{count, plural, one {# assignment ends} other {# assignments end}} within {days} days',
  },
  staffNone: { sv: 'Inga uppdrag behöver er just nu.', en: 'No assignment needs you now.' },
  toConfirm: { sv: 'Uppdrag att bekräfta', en: 'Assignments to confirm' },
  cover: { sv: 'Jour och öppettider', en: 'Watch and opening hours' },
  coverLead: {
    sv: 'Enheter som ingen har angett egna tider för, och enheter utan jour.',
    en: 'Units without hours of their own, and units without a watch.',
  },
  hoursLine: {
    sv: '{count, plural, one {# enhet följer} other {# enheter följer}} länets öppettider och har inga egna',
    en: '{count, plural, one {# unit follows} other {# units follow}} the county’s hours and has none of its own',
  },
  watchLine: {
    sv: '{count, plural, one {# enhet} other {# enheter}} ingår inte i någon jour',
    en: '{count, plural, one {# unit belongs} other {# units belong}} to no watch',
  },
  coverNone: { sv: 'Alla enheter har tider och jour.', en: 'All units have hours and a watch.' },
  toCover: { sv: 'Jour och öppettider', en: 'Watch and opening hours' },
  emergencies: { sv: 'Nödöppningar', en: 'Emergency openings' },
  emergenciesLead: {
    sv: 'Öppningar som ingen har granskat.',
    en: 'Openings that nobody has reviewed.',
  },
  awaited: { sv: '{count} väntar på granskning', en: '{count} waiting for review' },
  awaitedMore: {
    sv: 'Minst {count} väntar på granskning',
    en: 'At least {count} waiting for review',
  },
  emergenciesNone: { sv: 'Alla nödöppningar är granskade.', en: 'All openings are reviewed.' },
  toReview: { sv: 'Granskning', en: 'Review' },
  log: { sv: 'Loggkontroll', en: 'Log follow-up' },
  logLead: {
    sv: 'Utvalda rader i åtkomstloggen som ingen har bedömt.',
    en: 'Picked lines of the access log that nobody has judged.',
  },
  logNone: { sv: 'Alla utvalda rader är bedömda.', en: 'All picked lines are judged.' },
  logNever: {
    sv: 'Inget urval ur loggen är gjort ännu.',
    en: 'No selection of the log has been made yet.',
  },
  toLog: { sv: 'Loggkontroll', en: 'Log follow-up' },
  deliveries: { sv: 'Utskick som inte kom fram', en: 'What did not arrive' },
  deliveriesLead: {
    sv: 'E-post och sms till personal, och händelser till era egna system.',
    en: 'E-mail and SMS to staff, and events to your own systems.',
  },
  failedLine: {
    sv: '{count, plural, one {# utskick} other {# utskick}} till personal misslyckades',
    en: '{count, plural, one {# message} other {# messages}} to staff failed',
  },
  failedMore: {
    sv: 'Minst {count} utskick till personal misslyckades',
    en: 'At least {count} messages to staff failed',
  },
  webhookLine: {
    sv: '{url}: {count, plural, one {# händelse lades} other {# händelser lades}} åt sidan',
    en: '{url}: {count, plural, one {# event was} other {# events were}} laid aside',
  },
  deliveriesNone: { sv: 'Inget utskick har misslyckats.', en: 'No message has failed.' },
  webhooksNone: {
    sv: 'Inget till era system är lagt åt sidan.',
    en: 'Nothing to your systems is laid aside.',
  },
  toDeliveries: { sv: 'Utskick', en: 'Messages sent' },
  quality: { sv: 'Uppgifternas kvalitet', en: 'Quality of the facts' },
  qualityLead: {
    sv: 'Öppna vårdtillfällen utan händelse på {days} dagar (antagen gräns) och patienter med reservnummer, som ännu inte har fått sitt rätta nummer.',
    en: 'Open stays without an event for {days} days (an assumed limit) and patients with a reserve number, whose own number is not known yet.',
  },
  silentLine: {
    sv: '{unit}: {count, plural, one {# vårdtillfälle} other {# vårdtillfällen}} utan ny händelse',
    en: '{unit}: {count, plural, one {# stay} other {# stays}} without a new event',
  },
  reserveLine: {
    sv: '{unit}: {count, plural, one {# patient} other {# patienter}} med reservnummer',
    en: '{unit}: {count, plural, one {# patient} other {# patients}} with a reserve number',
  },
  qualityNone: {
    sv: 'Inget att rätta. Reglerna står ovanför.',
    en: 'Nothing to mend. The rules stand above.',
  },
} as const;

const words = inBoth(texts);

/** The words of the overview in the reader's language. */
export function useOverviewTexts(): Words<typeof texts> {
  return words[useLanguage().language];
}
