import { avvikelseEntryWords } from './avvikelse/entry-words';
import type { Text } from './language';
import { settlementEntryWords } from './settlement/entry-words';

/** Who reported how the start turned out, and how that reached us. */
export const startWords: Readonly<Record<string, Text>> = {
  'receiving-unit': { sv: 'mottagaren', en: 'the receiver' },
  executor: { sv: 'utföraren', en: 'the executor' },
  patient: { sv: 'patienten', en: 'the patient' },
  relative: { sv: 'en närstående', en: 'a relative' },
  app: { sv: 'i Hemgång', en: 'in Hemgång' },
  link: { sv: 'med länk', en: 'by link' },
  phone: { sv: 'per telefon', en: 'by phone' },
};

/** What a faulty field is told, by the code of the server's answer; `missing` is our own. */
export const faultWords: Readonly<Record<string, Text>> = {
  missing: { sv: 'Fyll i det här.', en: 'Fill this in.' },
  invalid_type: { sv: 'Fyll i det här.', en: 'Fill this in.' },
  too_small: { sv: 'Välj eller skriv minst ett.', en: 'Choose or write at least one.' },
  too_big: { sv: 'Det är för långt eller för många. Korta ner.', en: 'Too long or too many.' },
  invalid_format: { sv: 'Det har fel form. Kontrollera.', en: 'The form is not right.' },
  private: {
    sv: 'Det är en privat nyckel. Den får aldrig lämna programmet: gör en ny och registrera dess publika del.',
    en: 'This is a private key. It must never leave the program: make a new one and register its public part.',
  },
  weak: { sv: 'Nyckeln är för svag.', en: 'The key is too weak.' },
  unreadable: { sv: 'Nyckeln går inte att läsa.', en: 'The key cannot be read.' },
  repeated: { sv: 'Två nycklar har samma namn (kid).', en: 'Two keys have the same name (kid).' },
  not_a_url: { sv: 'Det är ingen webbadress.', en: 'This is no web address.' },
  not_https: {
    sv: 'Adressen ska börja med https://.',
    en: 'The address must begin with https://.',
  },
  port: {
    sv: 'Systemet ska lyssna på port 443 eller 8443.',
    en: 'The system must listen on port 443 or 8443.',
  },
  named_host: {
    sv: 'Skriv ett namn som finns på internet, inte en intern adress.',
    en: 'Write a name that exists on the internet, not an internal address.',
  },
  credentials: { sv: 'Adressen får inte ha lösenord i sig.', en: 'No password in the address.' },
  fragment: { sv: 'Adressen får inte ha # i sig.', en: 'No # in the address.' },
  too_many: { sv: 'Ni har redan så många som det får vara.', en: 'You have as many as may be.' },
  only_people: { sv: 'Den rollen har bara människor.', en: 'Only people have that role.' },
  custom: { sv: 'Det går inte ihop. Kontrollera.', en: 'This does not fit. Check it.' },
};

export const otherFault: Text = {
  sv: 'Det är inte rätt ifyllt. Kontrollera.',
  en: 'This is not right. Check it.',
};

/** How a duty ended. */
export const outcomeWords: Readonly<Record<string, Text>> = {
  fulfilled: { sv: 'Gjort', en: 'Done' },
  withdrawn: { sv: 'Återtaget', en: 'Withdrawn' },
  waived: { sv: 'Eftergivet', en: 'Waived' },
  lapsed: { sv: 'Bortfallet', en: 'Lapsed' },
  hindered: { sv: 'Hindrat av sekretess', en: 'Hindered by secrecy' },
};

/** What a unit says of that which was registered afterwards. */
export const answerWords: Readonly<Record<string, Text>> = {
  unanswered: { sv: 'har inte bekräftat än', en: 'has not confirmed yet' },
  acknowledged: { sv: 'bekräftad', en: 'confirmed' },
  disputed: { sv: 'bestridd', en: 'disputed' },
};

/** What was sent, by the kind of entry. */
export const entryWords: Readonly<Record<string, Text>> = {
  inskrivningsmeddelande: { sv: 'Inskrivningsmeddelande', en: 'Notice of admission' },
  'andrad-beraknad-utskrivning': {
    sv: 'Ändrad beräknad utskrivning',
    en: 'Changed expected discharge',
  },
  identitet: { sv: 'Patienten är identifierad', en: 'The patient is identified' },
  'identitet-rattad': { sv: 'Rättad identitet', en: 'Corrected identity' },
  kontakt: { sv: 'Kontakt till patienten', en: "A contact of the patient's" },
  'kontakt-avslutad': { sv: 'Kontakt avslutad', en: 'A contact has ended' },
  kontakter: { sv: 'Kontakter och språkbehov', en: 'Contacts and language needs' },
  kommunikation: { sv: 'Språk, tolk, hörsel och syn', en: 'Language, hearing and sight' },
  fordrojningsorsak: { sv: 'Varför patienten väntade', en: 'Why the patient waited' },
  fordrojningskommentar: {
    sv: 'Kommentar till en orsak',
    en: 'Comment on a cause',
  },
  'overflyttning-begard': {
    sv: 'Begäran om att ta över ärendet',
    en: 'Request to take the case over',
  },
  'overflyttning-godtagen': { sv: 'Överflyttning godtagen', en: 'Transfer accepted' },
  'overflyttning-avbojd': { sv: 'Överflyttning avböjd', en: 'Transfer declined' },
  'overflyttning-aterkallad': { sv: 'Överflyttning återtagen', en: 'Transfer taken back' },
  'overflyttning-inaktuell': { sv: 'Överflyttning inte aktuell', en: 'Transfer of no concern' },
  'ivo-beslut': { sv: 'IVO har avgjort överflyttningen', en: 'IVO has decided the transfer' },
  'fel-person': { sv: 'Fel person: uppgifterna är borttagna', en: 'Wrong person: facts removed' },
  folkbokforing: { sv: 'Ändrad folkbokföring', en: 'Changed registration of residence' },
  'ansvarig-kommun': { sv: 'Ansvarig kommun', en: 'Responsible municipality' },
  utskrivningsklar: { sv: 'Underrättelse om utskrivningsklar', en: 'Notice of utskrivningsklar' },
  'utskrivningsklar-aterkallad': {
    sv: 'Utskrivningsklar återtagen',
    en: 'Utskrivningsklar withdrawn',
  },
  utskrivningsinformation: { sv: 'Utskrivningsinformation', en: 'Discharge information' },
  patientsammanfattning: { sv: 'Patientens sammanfattning', en: "The patient's summary" },
  utskrivningsmeddelande: { sv: 'Utskrivningsmeddelande', en: 'Discharge message' },
  'lamnat-mot-rad': { sv: 'Patienten lämnade mot läkares råd', en: 'Left against advice' },
  avviken: { sv: 'Patienten har avvikit', en: 'The patient has absconded' },
  'utebliven-utskrivning': { sv: 'Utskrivningen blev inte av', en: 'Discharge did not happen' },
  'flyttad-till-annan-region': {
    sv: 'Patienten har flyttats till en annan region',
    en: 'Transferred to another region',
  },
  'behov-bortfallet': { sv: 'Inget behov efter utskrivningen', en: 'No need after all' },
  bestridande: { sv: 'Bestridande: fick det inte då', en: 'Dispute: not got then' },
  bekraftelse: { sv: 'Bekräftelse: fick det då', en: 'Confirmation: got it then' },
  omflyttning: { sv: 'Patienten har flyttats i regionen', en: 'Moved within the region' },
  'omflyttning-begard': { sv: 'Begäran om flytt', en: 'Request for a move' },
  'omflyttning-klar': { sv: 'Patienten kan flyttas', en: 'The patient can be moved' },
  'omflyttning-avbojd': { sv: 'Flytten avböjd', en: 'Move declined' },
  'omflyttning-aterkallad': { sv: 'Begäran om flytt återtagen', en: 'Request taken back' },
  'omflyttning-avslutad': { sv: 'Flytten blev inte av', en: 'The move did not happen' },
  permission: { sv: 'Permission', en: 'Leave of absence' },
  'permission-avslutad': { sv: 'Åter från permission', en: 'Back from leave' },
  makulerad: { sv: 'Ärendet är makulerat', en: 'The case has been struck' },
  avliden: { sv: 'Patienten har avlidit', en: 'The patient has died' },
  aterinskriven: {
    sv: 'Patienten är inskriven igen – åk inte dit',
    en: 'The patient is admitted again – do not go there',
  },
  'sip-startad': { sv: 'SIP startad', en: 'SIP started' },
  'sip-erbjuden': { sv: 'SIP erbjuden', en: 'SIP offered' },
  'sip-samtycke': { sv: 'Samtycke till SIP', en: 'Consent to the SIP' },
  'sip-installning': { sv: 'Personens inställning', en: 'How the person stands to it' },
  'sip-avbojd': { sv: 'Personen har tackat nej till SIP', en: 'The person has declined a SIP' },
  'sip-avstadd': { sv: 'Ingen SIP görs', en: 'No SIP is made' },
  'sip-samtycke-aterkallat': { sv: 'Samtycket är återkallat', en: 'The consent is withdrawn' },
  'sip-kallelse': { sv: 'Kallelse till SIP', en: 'Call to the SIP' },
  'sip-kallelse-aterkallad': { sv: 'Kallelsen är återtagen', en: 'The call is taken back' },
  'sip-inbjudan': { sv: 'Inbjuden till SIP', en: 'Invited to the SIP' },
  'sip-svar': { sv: 'Svar på kallelsen', en: 'Answer to the call' },
  'sip-mote': { sv: 'SIP-möte', en: 'SIP meeting' },
  'sip-mote-installt': { sv: 'SIP-mötet är inställt', en: 'The SIP meeting is cancelled' },
  'sip-mote-hallet': { sv: 'SIP-mötet är hållet', en: 'The SIP meeting has been held' },
  'sip-utkast': { sv: 'Version av planen', en: 'Version of the plan' },
  'sip-upprattad': { sv: 'Planen är upprättad', en: 'The plan is established' },
  'sip-justerad': { sv: 'Planen är justerad', en: 'The plan is approved' },
  'sip-insats': { sv: 'Om en insats', en: 'About a measure' },
  'sip-uppfoljd': { sv: 'Planen är uppföljd', en: 'The plan has been followed up' },
  'sip-uppfoljning': { sv: 'Dag för uppföljning', en: 'Day of the follow-up' },
  'sip-fast-kontakt': { sv: 'Fast kontakt', en: 'Named contact' },
  'sip-vardnad': { sv: 'Vårdnaden', en: 'The custody' },
  'sip-barnet-hort': { sv: 'Barnet har fått säga sin mening', en: 'The child has been heard' },
  'sip-beslut-om-insats': {
    sv: 'Vem som samtycker till en insats',
    en: 'Who consents to a measure',
  },
  atagande: { sv: 'Åtagande', en: 'Commitment' },
  'atagande-foreslaget': { sv: 'Förslag till åtagande', en: 'Proposed commitment' },
  'atagande-antaget': { sv: 'Förslaget är antaget', en: 'The proposal is accepted' },
  'atagande-avbojt': { sv: 'Förslaget är avböjt', en: 'The proposal is declined' },
  'atagande-klart': { sv: 'Åtagandet är klart', en: 'The commitment is done' },
  'atagande-aterkallat': { sv: 'Åtagandet är återkallat', en: 'The commitment is withdrawn' },
  meddelande: { sv: 'Meddelande', en: 'Message' },
  'meddelande-kvittens': { sv: 'Meddelandet är kvitterat', en: 'The message is acknowledged' },
  'meddelande-vidarebefordrat': {
    sv: 'Ett meddelande är skickat vidare till er',
    en: 'A message has been forwarded to you',
  },
  kvittens: { sv: 'Kvittens', en: 'Acknowledgement' },
  svar: { sv: 'Svar om patienten är känd', en: 'Answer whether the patient is known' },
  felsant: { sv: 'Felsänt', en: 'Wrong recipient' },
  vidarebefordrad: { sv: 'Skickat vidare till en annan enhet', en: 'Forwarded to another unit' },
  'part-lamnar': { sv: 'Mottagaren har dragit sig ur', en: 'The receiver has withdrawn' },
  'mottagare-borttagen': { sv: 'Mottagaren behövs inte', en: 'The receiver is not needed' },
  planering: { sv: 'Planering påbörjad', en: 'Planning started' },
  'kan-ta-emot': { sv: 'Besked om när patienten kan tas emot', en: 'When they can receive' },
  klar: { sv: 'Klar att ta emot', en: 'Ready to receive' },
  'fast-vardkontakt': { sv: 'Fast vårdkontakt', en: 'Fast vårdkontakt' },
  'oppenvard-klarlagd': { sv: 'Öppna vårdens insatser finns', en: 'Open-care measures available' },
  'oppenvard-saknas': { sv: 'Öppna vårdens insatser saknas', en: 'Open-care measures missing' },
  'ny-uppgift': { sv: 'Något nytt att göra', en: 'Something new to do' },
  overtagande: { sv: 'Övertagande', en: 'Taking over' },
  destination: { sv: 'Vart patienten ska', en: 'Where the patient goes' },
  'planerad-start': { sv: 'Första besöket planerat', en: 'First visit planned' },
  'bokad-kontakt': { sv: 'Kontakt bokad', en: 'Contact booked' },
  'kontakt-uteblev': { sv: 'Kontakten blev inte av', en: 'The contact did not take place' },
  utforare: { sv: 'Utförare utsedd', en: 'Executor assigned' },
  uppdrag: { sv: 'Uppdrag', en: 'Assignment' },
  'uppdrag-avslutat': { sv: 'Uppdraget är avslutat – åk inte', en: 'Assignment ended – do not go' },
  'inte-hemma': { sv: 'Ingen var hemma', en: 'Nobody was at home' },
  'start-framflyttad': { sv: 'Ny tid för första besöket', en: 'New time of the first visit' },
  'ingen-kom': { sv: 'Ingen kom till patienten', en: 'Nobody came to the patient' },
  'bor-kvar': { sv: 'Patienten bor kvar på ett boende', en: 'The patient stays on in a home' },
  ...settlementEntryWords,
  ...avvikelseEntryWords,
  rattelse: { sv: 'Rättelse', en: 'Correction' },
  makulering: { sv: 'Makulering', en: 'Struck event' },
};

/** Why content may be handed to another authority. */
export const basisWords: Readonly<Record<string, Text>> = {
  OWN: { sv: 'Egen uppgift', en: 'Our own' },
  STATUTORY_MIN: {
    sv: 'Uppgifter som lagen kräver (2017:612 2 kap.)',
    en: 'Facts that the law requires (2017:612 ch. 2)',
  },
  STATUTORY_NOTICE: {
    sv: 'Underrättelse som lagen kräver (2017:612 3 och 4 kap.)',
    en: 'Notice that the law requires (2017:612 ch. 3 and 4)',
  },
  SAME_CONTROLLER: {
    sv: 'Samma myndighet eller vårdgivare',
    en: 'The same authority or provider',
  },
  SAME_REGION_CARE: {
    sv: 'Vård i samma region (OSL 25:11)',
    en: 'Health care of the same region (OSL 25:11)',
  },
  SAME_MUNICIPALITY_CARE: {
    sv: 'Vård i samma kommun (OSL 25:11)',
    en: 'Health care of the same municipality (OSL 25:11)',
  },
  CONSENT: { sv: 'Patienten samtycker (OSL 10:1)', en: 'The patient consents (OSL 10:1)' },
  NO_HARM: {
    sv: 'Det står klart att ingen lider men (OSL 25:1, 26:1)',
    en: 'It is clear that nobody is harmed (OSL 25:1, 26:1)',
  },
  OSL_25_12: {
    sv: 'Nödvändigt: barn, missbruk, tvångsvård eller väntat barn (OSL 25:12)',
    en: 'Necessary: child, abuse, compulsory care or unborn child (OSL 25:12)',
  },
  OSL_25_13: {
    sv: 'Patienten kan inte samtycka och behöver det (OSL 25:13)',
    en: 'The patient cannot consent and needs it (OSL 25:13)',
  },
  OSL_26_9: {
    sv: 'Nödvändigt: barn, missbruk eller väntat barn (OSL 26:9)',
    en: 'Necessary: child, abuse or unborn child (OSL 26:9)',
  },
  OSL_10_2: {
    sv: 'Nödvändigt för den egna verksamheten (OSL 10:2)',
    en: 'Necessary for the authority’s own work (OSL 10:2)',
  },
  PSL_6_12: {
    sv: 'Inte obehörigt röjande, privat vårdgivare (PSL 6:12)',
    en: 'Not a disclosure without right, private provider (PSL 6:12)',
  },
  CONSENT_OR_EXCEPTION: {
    sv: 'Patientens samtycke eller undantag i sekretesslagen',
    en: "The patient's consent or an exception in the secrecy act",
  },
  PROCESS: {
    sv: 'Uppgift om ärendets gång, utan känsligt innehåll',
    en: 'Course of the case, no sensitive content',
  },
};

export const roleWords: Readonly<Record<string, Text>> = {
  'ward-staff': { sv: 'Avdelningspersonal', en: 'Ward staff' },
  physician: { sv: 'Läkare', en: 'Physician' },
  'municipal-coordinator': { sv: 'Biståndshandläggare', en: 'Municipal care manager' },
  'municipal-nurse': { sv: 'Sjuksköterska i kommunen', en: 'Municipal nurse' },
  'primary-care-nurse': { sv: 'Sjuksköterska på hälsocentral', en: 'Health centre nurse' },
  'open-care-manager': { sv: 'Verksamhetschef i öppenvård', en: 'Head of outpatient care' },
  'specialist-nurse': { sv: 'Specialistsjuksköterska', en: 'Specialist nurse' },
  administrator: { sv: 'Administratör', en: 'Administrator' },
};

export const unitKindWords: Readonly<Record<string, Text>> = {
  ward: { sv: 'Vårdavdelning', en: 'Hospital ward' },
  'municipal-social': { sv: 'Biståndsenhet', en: 'Municipal social services' },
  'municipal-health': { sv: 'Kommunal hemsjukvård', en: 'Municipal home nursing' },
  halsocentral: { sv: 'Hälsocentral', en: 'Health centre' },
  'specialist-open-care': { sv: 'Specialiserad öppenvård', en: 'Specialist outpatient care' },
  'home-care': { sv: 'Hemtjänst', en: 'Home care' },
  'short-term': { sv: 'Korttidsboende', en: 'Short-term home' },
  rehab: { sv: 'Rehab', en: 'Rehabilitation' },
};
