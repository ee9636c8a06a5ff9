import type { Text } from '../language';

/** Texts of the page of programs that act for a controller's units. */
export const machineTexts = {
  machines: { sv: 'Program', en: 'Programs' },
  machinesLead: {
    sv: 'Journalsystem och verksamhetssystem som får läsa och göra saker för en enhet, med en egen nyckel och utan någon person.',
    en: 'Journals and municipal systems that may read and act for a unit, with a key of their own and without a person.',
  },
  noMachines: { sv: 'Inget program är registrerat hos er.', en: 'No program is registered here.' },
  addMachine: { sv: 'Registrera ett program', en: 'Register a program' },
  machineName: { sv: 'Programmets namn', en: 'Name of the program' },
  machineScopes: { sv: 'Vad det får göra', en: 'What it may do' },
  machineKeys: { sv: 'Publik nyckel (JSON Web Key)', en: 'Public key (JSON Web Key)' },
  machineKeysHint: {
    sv: 'En nyckel, eller två i en lista medan den ena ersätter den andra. Varje nyckel har ett namn (kid). Klistra aldrig in en privat nyckel.',
    en: 'One key, or two in a list while one takes the place of the other. Each key has a name (kid). Never paste a private key.',
  },
  machineKeysFault: {
    sv: 'Det går inte att läsa som JSON. Kopiera hela nyckeln, med klamrarna.',
    en: 'This cannot be read as JSON. Copy the whole key, with its braces.',
  },
  machineFillIn: {
    sv: 'Fyll i namn, enhet, minst en roll, vad programmet får göra och en nyckel.',
    en: 'Fill in name, unit, a role, what the program may do, and a key.',
  },
  machineId: { sv: 'Klient-id', en: 'Client id' },
  machineKeyNames: { sv: 'Nycklar', en: 'Keys' },
  machineRevoked: { sv: 'Återkallat', en: 'Revoked' },
  machineInForce: { sv: 'Gäller', en: 'In force' },
  machineSaved: {
    sv: 'Sparat. Programmet hämtar sin token på {address} med sitt klient-id.',
    en: 'Saved. The program gets its token at {address} with its client id.',
  },
  changeKeys: { sv: 'Byt nyckel', en: 'Change the key' },
  revoke: { sv: 'Återkalla', en: 'Revoke' },
  revokeMeans: {
    sv: 'Programmet är ute genast och kan inte komma in igen. Ska det tillbaka registreras det på nytt.',
    en: 'The program is out at once and cannot come in again. To have it back, register it anew.',
  },
  sureRevoke: { sv: 'Ja, återkalla nu', en: 'Yes, revoke now' },
  shieldContacts: { sv: 'Skyddade personuppgifter', en: 'Protected identities' },
  shieldContactsLead: {
    sv: 'De två som får veta vem det gäller när någon hos er har skyddade personuppgifter, och telefonnumret som alla andra ser.',
    en: 'The two who may know who it is when somebody here has a protected identity, and the telephone that all others see.',
  },
  noShieldContacts: {
    sv: 'Ingen är utsedd: ingen hos er får veta vem det gäller.',
    en: 'Nobody is named: nobody here may know who it is.',
  },
  shieldContactsNow: { sv: 'Utsedda', en: 'Named' },
  nameContacts: { sv: 'Utse två', en: 'Name two' },
} as const satisfies Record<string, Text>;
