import type { Text } from '../language';

/** Texts of the pages on which administrators keep where their own systems are told. */
export const webhookTexts = {
  webhooks: { sv: 'Webhookar', en: 'Webhooks' },
  webhooksLead: {
    sv: 'Era egna system får veta vad era enheter får veta: att något har hänt i ett ärende, aldrig vem det gäller. Systemet hämtar resten med sin egen behörighet.',
    en: 'Your own systems are told what your units are told: that something has happened in a case, never whom it is about. The system fetches the rest with its own permission.',
  },
  noWebhooks: {
    sv: 'Inget system är anmält. Anmäl ett nedan.',
    en: 'No system is registered. Register one below.',
  },
  addWebhook: { sv: 'Anmäl ett system', en: 'Register a system' },
  webhookUrl: { sv: 'Adress', en: 'Address' },
  webhookUrlHint: {
    sv: 'Börjar med https:// och kan nås från internet, till exempel https://system.kommunen.se/hemgang',
    en: 'Begins with https:// and can be reached from the internet, such as https://system.example/hemgang',
  },
  webhookKinds: { sv: 'Vad systemet får veta', en: 'What the system is told' },
  webhookFillIn: {
    sv: 'Fyll i adressen och välj minst en händelse.',
    en: 'Fill in the address and choose at least one event.',
  },
  webhookSecret: {
    sv: 'Systemets hemlighet. Den visas bara nu: lägg in den i systemet innan du lämnar sidan.',
    en: 'The secret of the system. It is shown only now: put it into the system before you leave the page.',
  },
  webhookState: { sv: 'Läge', en: 'State' },
  webhookWaiting: { sv: 'Väntar', en: 'Waiting' },
  webhookOldest: { sv: 'Äldsta som väntar', en: 'Oldest that waits' },
  webhookLastSent: { sv: 'Senast levererat', en: 'Last delivered' },
  webhookFormer: { sv: 'Förra hemligheten gäller till', en: 'Former secret holds until' },
  webhookDead: { sv: 'Inte levererat: {count}', en: 'Not delivered: {count}' },
  webhookNoneDead: { sv: 'Allt är levererat eller på väg.', en: 'All is delivered or on its way.' },
  webhookDeadLead: {
    sv: 'Det här har vi försökt leverera i tre dygn, eller så har systemet sagt nej. Skicka om när systemet är lagat.',
    en: 'This we have tried to deliver for three days, or the system has refused it. Send it again when the system is mended.',
  },
  changeWebhookKinds: { sv: 'Ändra händelser', en: 'Change events' },
  rotateWebhook: { sv: 'Ny hemlighet', en: 'New secret' },
  rotateWebhookMeans: {
    sv: 'En ny hemlighet visas en gång. Den förra gäller vid sidan av i ett dygn, så att systemet hinner byta.',
    en: 'A new secret is shown once. The former one holds beside it for a day, so that the system has time to change.',
  },
  pauseWebhook: { sv: 'Pausa', en: 'Pause' },
  pauseWebhookMeans: {
    sv: 'Inget skickas förrän du startar igen. Det som händer under tiden väntar.',
    en: 'Nothing is sent until you resume. What happens meanwhile waits.',
  },
  resumeWebhook: { sv: 'Starta igen', en: 'Resume' },
  resumeWebhookMeans: {
    sv: 'Det som väntar skickas genast.',
    en: 'What waits is sent at once.',
  },
  deleteWebhook: { sv: 'Ta bort', en: 'Delete' },
  deleteWebhookMeans: {
    sv: 'Adressen, hemligheten och allt som väntar tas bort och kan inte hämtas tillbaka.',
    en: 'The address, the secret and all that waits are deleted and cannot be brought back.',
  },
  redeliverOne: { sv: 'Skicka om', en: 'Send again' },
  redeliverAll: { sv: 'Skicka om allt', en: 'Send all again' },
  redelivered: { sv: 'Skickas om nu.', en: 'Being sent again now.' },
  webhookTries: { sv: 'Försök: {count}', en: 'Tries: {count}' },
  webhookId: { sv: 'Id (webhook-id)', en: 'Id (webhook-id)' },
  happened: { sv: 'Hände', en: 'Happened' },
  backToWebhooks: { sv: 'Till Webhookar', en: 'To Webhooks' },
} as const satisfies Record<string, Text>;

/** What a system can be told. */
export const webhookKindWords: Readonly<Record<string, Text>> = {
  'case.told': { sv: 'En enhet har fått veta något', en: 'A unit has been told something' },
  'duty.opened': { sv: 'En uppgift har öppnats', en: 'A duty has been opened' },
  'duty.closed': { sv: 'En uppgift har avslutats', en: 'A duty has been closed' },
  'duty.reminded': { sv: 'Påminnelse om en uppgift', en: 'A reminder of a duty' },
};

export const webhookStateWords: Readonly<Record<string, Text>> = {
  active: { sv: 'Skickar', en: 'Sending' },
  paused: { sv: 'Pausad', en: 'Paused' },
  gone: {
    sv: 'Avstängd: systemet har svarat att det inte vill ha mer (410)',
    en: 'Off: the system has answered that it wants nothing more (410)',
  },
};

/** How a try ended. */
export const webhookOutcomeWords: Readonly<Record<string, Text>> = {
  sent: { sv: 'levererat', en: 'delivered' },
  gone: { sv: 'systemet vill inte ha mer', en: 'the system wants nothing more' },
  redirect: {
    sv: 'systemet hänvisade till en annan adress, vilket inte följs',
    en: 'the system pointed to another address, which is not followed',
  },
  refused: { sv: 'systemet svarade med fel', en: 'the system answered with an error' },
  timeout: { sv: 'inget svar inom 15 sekunder', en: 'no answer within 15 seconds' },
  name: { sv: 'namnet i adressen finns inte', en: 'the name in the address does not exist' },
  address: {
    sv: 'namnet leder till en intern adress, dit inget skickas',
    en: 'the name leads to an internal address, where nothing is sent',
  },
  url: { sv: 'adressen får inte användas', en: 'the address may not be used' },
  certificate: { sv: 'certifikatet går inte att lita på', en: 'the certificate cannot be trusted' },
  connection: { sv: 'ingen kontakt', en: 'no connection' },
  RESTORED: {
    sv: 'databasen har återställts: fråga systemets ägare om det kom fram',
    en: 'the database was restored: ask the owner of the system whether it arrived',
  },
};
