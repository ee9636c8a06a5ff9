import { defineCommand, noPayload, type CommandDeclaration } from '@hemgang/engine';
import type { z } from 'zod';
import type { DischargeContext } from './context';
import * as payloads from './payloads';
import * as refusals from './refusals';

const WARD = ['ward-staff', 'physician'];
const to = 'discharge';

const define = defineCommand<DischargeContext, unknown>;

/** Opens the case. Who the patient is stays with the patient, never in the event. */
export const admit = defineCommand<DischargeContext, z.output<typeof payloads.admit>>({
  name: 'admit',
  to,
  payload: payloads.admit,
  content: ['patient', 'physician'],
  roles: WARD,
  label: { sv: 'Skriv in patient', en: 'Admit a patient' },
  consequence: {
    sv: 'Ett ärende öppnas. Är ett behov bedömt ska inskrivningsmeddelandet skickas inom 24 timmar.',
    en: 'A case is opened. If a need is judged, the notice of admission is due within 24 hours.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när patienten skrivs in.',
    en: 'Done by the ward when the patient is admitted.',
  },
  rule: '2017:612 2:1',
  refuse: [],
  example: {
    patient: {
      number: '19460529-9819',
      name: 'Elsa Sjöström',
      address: 'Storgatan 12, 903 26 Umeå',
      municipality: '2480',
    },
    needs: { socialServices: true, municipalHealthCare: true, openCare: true },
    physician: 'Karin Åström',
  },
});

const judgeNeed = defineCommand<DischargeContext, z.output<typeof payloads.judgeNeed>>({
  name: 'judge-need',
  to,
  payload: payloads.judgeNeed,
  content: ['physician'],
  roles: WARD,
  label: { sv: 'Bedöm behov efter utskrivning', en: 'Judge the need after discharge' },
  consequence: {
    sv: 'Inskrivningsmeddelandet ska skickas inom 24 timmar från bedömningen.',
    en: 'The notice of admission is due within 24 hours of the judgement.',
  },
  possibleWhen: {
    sv: 'Behovet är redan bedömt, eller så har patienten lämnat avdelningen.',
    en: 'The need has been judged, or the patient has left the ward.',
  },
  rule: '2017:612 2:1',
  refuse: [refusals.judgedOutsideStay],
  example: {
    needs: { socialServices: true, municipalHealthCare: false, openCare: true },
    judgedAt: '2026-03-02T08:00:00.000Z',
    physician: 'Karin Åström',
  },
});

const sendInskrivningsmeddelande = defineCommand<
  DischargeContext,
  z.output<typeof payloads.sendInskrivningsmeddelande>
>({
  name: 'send-inskrivningsmeddelande',
  to,
  payload: payloads.sendInskrivningsmeddelande,
  content: ['folkbokforingsadress'],
  lookups: { units: ({ receivers }) => receivers, patient: true },
  roles: WARD,
  label: { sv: 'Skicka inskrivningsmeddelande', en: 'Send the notice of admission' },
  consequence: {
    sv: 'Mottagarna får namn, personnummer, folkbokföringsadress och beräknad utskrivning. De ska kvittera, svara och börja planera.',
    en: 'The receivers get name, personnummer, address and expected discharge. They must acknowledge, answer and start planning.',
  },
  possibleWhen: {
    sv: 'Kan göras när en läkare har bedömt att patienten kan behöva insatser, en gång per vårdtillfälle.',
    en: 'Possible when a physician has judged that measures may be needed, once per stay.',
  },
  rule: '2017:612 2:1',
  refuse: [
    refusals.unknownReceiver,
    refusals.openCareMissing,
    refusals.factsMissing,
    refusals.expectedInThePast,
  ],
  example: {
    receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
    expectedDischargeAt: '2026-03-06T11:00:00.000Z',
  },
});

const changeExpectedDischarge = defineCommand<
  DischargeContext,
  z.output<typeof payloads.changeExpectedDischarge>
>({
  name: 'change-expected-discharge',
  to,
  payload: payloads.changeExpectedDischarge,
  content: [],
  roles: WARD,
  label: { sv: 'Ändra beräknad utskrivning', en: 'Change the expected discharge' },
  consequence: {
    sv: 'Alla mottagare får den nya tidpunkten och ska kvittera den.',
    en: 'All receivers get the new time and must acknowledge it.',
  },
  possibleWhen: {
    sv: 'Kan göras när inskrivningsmeddelandet är skickat och patienten är kvar.',
    en: 'Possible when the notice has been sent and the patient is still here.',
  },
  rule: '2017:612 2:4',
  refuse: [refusals.expectedInThePast],
  example: { expectedDischargeAt: '2026-03-09T11:00:00.000Z' },
});

const markUtskrivningsklar = defineCommand<
  DischargeContext,
  z.output<typeof payloads.markUtskrivningsklar>
>({
  name: 'mark-utskrivningsklar',
  to,
  payload: payloads.markUtskrivningsklar,
  content: ['physician'],
  roles: WARD,
  label: { sv: 'Patienten är utskrivningsklar', en: 'The patient is utskrivningsklar' },
  consequence: {
    sv: 'Alla mottagare underrättas nu och tiden för betalningsansvar börjar räknas. Hindrar sekretess ska underrättelsen skickas så snart det går.',
    en: 'All receivers are notified now and the time for payment liability starts. If secrecy hinders, the notice is owed as soon as possible.',
  },
  possibleWhen: {
    sv: 'Patienten är redan utskrivningsklar eller har lämnat avdelningen.',
    en: 'The patient is utskrivningsklar already or has left the ward.',
  },
  rule: '2017:612 3:1',
  refuse: [refusals.nobodyToldYet, refusals.judgedOutsideStay],
  example: { physician: 'Karin Åström', judgedAt: '2026-03-05T08:30:00.000Z' },
});

const notifyUtskrivningsklar = define({
  name: 'notify-utskrivningsklar',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Underrätta om utskrivningsklar', en: 'Notify that the patient is ready' },
  consequence: {
    sv: 'Sekretess hindrar inte längre. Alla mottagare underrättas nu och tiden börjar räknas.',
    en: 'Secrecy no longer hinders. All receivers are notified now and the time starts.',
  },
  possibleWhen: {
    sv: 'Kan göras när en underrättelse väntar för att sekretess har hindrat den.',
    en: 'Possible when a notice is waiting because secrecy has hindered it.',
  },
  rule: '2017:612 3:1',
  refuse: [],
  example: {},
});

const withdrawUtskrivningsklar = define({
  name: 'withdraw-utskrivningsklar',
  to,
  payload: payloads.withdrawUtskrivningsklar,
  content: ['reason'],
  roles: WARD,
  label: { sv: 'Återta utskrivningsklar', en: 'Withdraw utskrivningsklar' },
  consequence: {
    sv: 'Mottagarna får veta att patienten inte längre är utskrivningsklar. Tiden för betalningsansvar slutar räknas.',
    en: 'The receivers learn that the patient is no longer ready. The time for payment liability stops.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är utskrivningsklar och kvar på avdelningen.',
    en: 'Possible while the patient is utskrivningsklar and still on the ward.',
  },
  rule: '2017:612 1:3 p5',
  refuse: [],
  example: { reason: 'Feber i natt, behöver fortsatt slutenvård.' },
});

const sendUtskrivningsinformation = define({
  name: 'send-utskrivningsinformation',
  to,
  payload: payloads.handedOver,
  content: ['text', 'by'],
  roles: WARD,
  label: { sv: 'Skicka utskrivningsinformation', en: 'Send the discharge information' },
  consequence: {
    sv: 'Mottagarna får det de behöver veta för att ge vård och omsorg, och ska kvittera det.',
    en: 'The receivers get what they need to give care, and must acknowledge it.',
  },
  possibleWhen: {
    sv: 'Kan göras när inskrivningsmeddelandet är skickat.',
    en: 'Possible when the notice of admission has been sent.',
  },
  rule: '2017:612 3:2',
  refuse: [refusals.nobodyToldYet],
  example: {
    way: 'here',
    text: 'Höftfraktur, opererad. Går med rollator. Läkemedelslista bifogad.',
  },
});

const givePatientSummary = define({
  name: 'give-patient-summary',
  to,
  payload: payloads.handedOver,
  content: ['text', 'by'],
  roles: WARD,
  label: { sv: 'Patienten har fått sin sammanfattning', en: 'The patient has the summary' },
  consequence: {
    sv: 'Det antecknas att patienten har fått veta vad som gjorts och vad som väntar.',
    en: 'It is noted that the patient has been told what was done and what comes next.',
  },
  possibleWhen: {
    sv: 'Sammanfattningen är redan given, eller så har ingen läkare bedömt något behov.',
    en: 'The summary has been given, or no physician has judged a need.',
  },
  rule: '2017:612 3:3',
  refuse: [],
  example: {
    way: 'transferred',
    system: 'Journalen',
    at: '2026-03-06T09:45:00.000Z',
    by: 'Anna Lundgren',
  },
});

const readdress = defineCommand<DischargeContext, z.output<typeof payloads.readdress>>({
  name: 'readdress',
  to,
  payload: payloads.readdress,
  content: [],
  lookups: { units: ({ unit }) => [unit], patient: true },
  roles: WARD,
  label: { sv: 'Skicka till rätt mottagare', en: 'Send to the right recipient' },
  consequence: {
    sv: 'Den nya mottagaren får inskrivningsmeddelandet och, om patienten är utskrivningsklar, även den underrättelsen. Mottagarens tid räknas från nu.',
    en: 'The new receiver gets the notice and, if the patient is ready, that notice too. Its time counts from now.',
  },
  possibleWhen: {
    sv: 'Kan göras när en mottagare har skickat tillbaka ett felsänt meddelande.',
    en: 'Possible when a receiver has sent a message back.',
  },
  rule: 'avtal felsant',
  refuse: [refusals.notReturned, refusals.unfitReplacement, refusals.openCareLost],
  example: { replaces: 'h2-1', unit: 'vannas-bistand' },
});

const discharge = define({
  name: 'discharge',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten har lämnat avdelningen', en: 'The patient has left the ward' },
  consequence: {
    sv: 'Mottagarna får utskrivningsmeddelandet och ska bekräfta att de har tagit över.',
    en: 'The receivers get the discharge message and must confirm that they have taken over.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är kvar, när inskrivningsmeddelandet är skickat eller inget behov är bedömt.',
    en: 'Possible while the patient is here, when the notice has been sent or no need is judged.',
  },
  rule: '2017:612 3:2',
  refuse: [refusals.notJudgedReady],
  example: {},
});

const registerDeath = define({
  name: 'register-death',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten har avlidit', en: 'The patient has died' },
  consequence: {
    sv: 'Alla mottagare får veta det genast och alla uppgifter i ärendet avslutas.',
    en: 'All receivers are told at once and every duty of the case ends.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: '2017:612 1:2',
  refuse: [],
  example: {},
});

/** What the ward can do with a stay, in the order of a usual stay. */
export const dischargeCommands: readonly CommandDeclaration[] = [
  judgeNeed,
  sendInskrivningsmeddelande,
  changeExpectedDischarge,
  markUtskrivningsklar,
  notifyUtskrivningsklar,
  withdrawUtskrivningsklar,
  sendUtskrivningsinformation,
  givePatientSummary,
  readdress,
  discharge,
  registerDeath,
];
