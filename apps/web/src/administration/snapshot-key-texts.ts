import type { Text } from '../language';

/** Texts of the passphrase of a unit's pages for an outage. */
export const snapshotKeyTexts = {
  snapshotKey: { sv: 'Lösenfras för reservrutinen', en: 'Passphrase for the downtime routine' },
  passphrase: { sv: 'Ny lösenfras', en: 'New passphrase' },
  passphraseHint: {
    sv: 'Öppnar enhetens sida med öppna ärenden när Hemgång är borta. Minst fyra olika ord. Skriv upp den och lås in den på enheten: den sparas aldrig här och kan inte tas fram igen.',
    en: "Opens the unit's page of open cases when Hemgång is away. At least four different words. Write it down and lock it up at the unit: it is never kept here and cannot be found again.",
  },
  opener: {
    sv: 'Hämta filen som öppnar sidorna (reservrutin.html)',
    en: 'Fetch the file that opens the pages (reservrutin.html)',
  },
  passphraseWeak: {
    sv: 'För kort. Använd minst fyra olika ord och 20 tecken, eller ta ett förslag.',
    en: 'Too short. Use at least four different words and 20 characters, or take a proposal.',
  },
  passphraseSet: {
    sv: 'Klart. Nästa sida, inom en kvart, öppnas med den nya lösenfrasen.',
    en: 'Done. The next page, within fifteen minutes, opens with the new passphrase.',
  },
  setPassphrase: { sv: 'Spara lösenfrasen', en: 'Save the passphrase' },
  proposePassphrase: { sv: 'Föreslå en lösenfras', en: 'Propose a passphrase' },
} as const satisfies Record<string, Text>;
