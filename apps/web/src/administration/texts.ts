import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';
import { machineTexts } from './machine-texts';
import { snapshotKeyTexts } from './snapshot-key-texts';
import { webhookTexts } from './webhook-texts';

/** Texts of the pages on which administrators keep their controller's staff. */
const texts = {
  heading: { sv: 'Behörigheter', en: 'Permissions' },
  lead: {
    sv: 'Personal hos er. Ändringar gäller direkt, också för den som är inloggad.',
    en: 'Your staff. Changes act at once, also for those who are signed in.',
  },
  notYours: {
    sv: 'Sidan är för er förvaltare av behörigheter.',
    en: 'This page is for whoever manages your permissions.',
  },
  search: { sv: 'Sök på namn', en: 'Search by name' },
  found: { sv: 'Träffar: {count}', en: 'Found: {count}' },
  foundMany: {
    sv: 'Fler än {count} träffar. Skriv mer av namnet.',
    en: 'More than {count} found.',
  },
  nobody: { sv: 'Ingen heter så hos er.', en: 'Nobody of that name works here.' },
  add: { sv: 'Lägg till person', en: 'Add a person' },
  toConfirm: { sv: 'Att bekräfta', en: 'To confirm' },
  units: { sv: 'Enheter', en: 'Units' },
  unitName: { sv: 'Enhetens namn', en: 'Name of the unit' },
  phone: { sv: 'Telefon (090-123 45 67)', en: 'Telephone (090-123 45 67)' },
  name: { sv: 'Namn', en: 'Name' },
  employee: {
    sv: 'Id hos er inloggningstjänst (HSA-id)',
    en: 'Id at your sign-in service (HSA id)',
  },
  commission: { sv: 'Medarbetaruppdragets id', en: 'Id of the commission' },
  optional: { sv: 'frivilligt', en: 'optional' },
  unit: { sv: 'Enhet', en: 'Unit' },
  chooseUnit: { sv: 'Välj enhet', en: 'Choose a unit' },
  roles: { sv: 'Roller', en: 'Roles' },
  from: { sv: 'Första dag (tomt: i dag)', en: 'First day (empty: today)' },
  until: { sv: 'Sista dag (tomt: tills vidare)', en: 'Last day (empty: until further notice)' },
  standIn: { sv: 'Vikarie: varför? (högst två veckor)', en: 'Stand-in: why? (two weeks at most)' },
  save: { sv: 'Spara', en: 'Save' },
  saving: { sv: 'Sparar …', en: 'Saving …' },
  saved: { sv: 'Sparat.', en: 'Saved.' },
  newAssignment: { sv: 'Nytt uppdrag', en: 'New assignment' },
  assignments: { sv: 'Uppdrag', en: 'Assignments' },
  end: { sv: 'Avsluta uppdraget', en: 'End the assignment' },
  endAll: { sv: 'Personen har slutat', en: 'The person has left' },
  endAllMeans: {
    sv: 'Alla uppdrag hos er avslutas nu. Den som är inloggad loggas ut.',
    en: 'All assignments here end now. Whoever is signed in is signed out.',
  },
  sure: { sv: 'Ja, avsluta nu', en: 'Yes, end now' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  back: { sv: 'Till Behörigheter', en: 'To Permissions' },
  untilDay: { sv: 'till {day}', en: 'until {day}' },
  fromDay: { sv: 'från {day}', en: 'from {day}' },
  confirmBy: { sv: 'ska bekräftas senast {day}', en: 'to be confirmed by {day}' },
  neverConfirmed: { sv: 'har aldrig bekräftats', en: 'has never been confirmed' },
  locksAt: { sv: 'låses {day}', en: 'locked {day}' },
  isStandIn: { sv: 'vikarie: {why}', en: 'stand-in: {why}' },
  confirmLead: {
    sv: 'Varje uppdrag ska bekräftas en gång om året. Det som inte bekräftas låses.',
    en: 'Each assignment is confirmed once a year. What is not confirmed is locked.',
  },
  nothingToConfirm: { sv: 'Inget att bekräfta just nu.', en: 'Nothing to confirm now.' },
  confirm: { sv: 'Behövs fortfarande: {count}', en: 'Still needed: {count}' },
  ownOne: { sv: 'ditt eget: en annan förvaltare bekräftar', en: 'your own: another one confirms' },
  ...machineTexts,
  ...webhookTexts,
  ...snapshotKeyTexts,
  fillIn: { sv: 'Fyll i namn, enhet och minst en roll.', en: 'Fill in name, unit and a role.' },
} as const satisfies Record<string, Text>;

const words = inBoth(texts);

export type AdminTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useAdminTexts(): AdminTexts {
  return words[useLanguage().language];
}

/** How an assignment stands. */
export const stateWords: Readonly<Record<string, Text>> = {
  'in-force': { sv: 'Gäller', en: 'In force' },
  coming: { sv: 'Kommande', en: 'To come' },
  locked: { sv: 'Låst', en: 'Locked' },
  ended: { sv: 'Avslutat', en: 'Ended' },
};
