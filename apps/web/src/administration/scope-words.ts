/** What a program may do, by scope: reading, and the families of commands that the server declares. */
export const scopeWords: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  read: { sv: 'Läsa det som enheten får se', en: 'Read what the unit may see' },
  discharge: {
    sv: 'Skriva in och ut: avdelningens steg',
    en: 'Admit and discharge: the steps of the ward',
  },
  handover: {
    sv: 'Ta emot: kvittera, svara, ta över',
    en: 'Receive: acknowledge, answer, take over',
  },
  dispatch: {
    sv: 'Mottagare utanför länet, utan konto',
    en: 'Receivers outside the county, without an account',
  },
  move: { sv: 'Flytt till en annan avdelning', en: 'Moving to another ward' },
  atagande: { sv: 'Åtaganden', en: 'Commitments' },
  message: { sv: 'Kvittera och skicka vidare meddelanden', en: 'Acknowledge and forward messages' },
  'municipal-transfer': {
    sv: 'Överflyttning till en annan kommun',
    en: 'Transfer to another municipality',
  },
  sip: { sv: 'SIP: kalla och skriva planen', en: 'SIP: call, and write the plan' },
  participant: { sv: 'SIP: svara som inbjuden', en: 'SIP: answer when invited' },
  avvikelse: { sv: 'Avvikelser', en: 'Deviations' },
  settlement: { sv: 'Avräkningar', en: 'Settlements' },
  dispute: { sv: 'Omtvistade rader i avräkningar', en: 'Disputed rows of settlements' },
};
