import type { RuleEntry } from './rule';
import { inpatientCare, municipality, openCare } from './who';

const READ = {
  source: 'SFS 2017:612, konsoliderad t.o.m. SFS 2025:449',
  confidence: 'read',
} as const;

/** Lag (2017:612) chapter 5: betalningsansvar, and how its days are counted. */
export const paymentLaw = {
  '2017:612 5:1': {
    ...READ,
    title: { sv: 'Kommunens betalningsansvar', en: "The municipality's payment" },
    text: {
      sv:
        'Kommunen ska betala regionen för den patient som är kvar i sluten vård efter att ha ' +
        'bedömts som utskrivningsklar, enligt villkoren i 2-6 §§.',
      en:
        'The municipality pays the region for a patient who stays in inpatient care after being ' +
        'judged utskrivningsklar, on the terms of sections 2-6.',
    },
    appliesTo: municipality,
  },
  '2017:612 5:2': {
    ...READ,
    title: { sv: 'Folkbokföringskommunen betalar', en: 'The municipality of registration pays' },
    text: {
      sv: 'Betalningsansvaret ligger på den kommun där patienten är folkbokförd.',
      en: 'Payment lies with the municipality in which the patient is registered.',
    },
    appliesTo: municipality,
  },
  '2017:612 5:2 st2': {
    ...READ,
    title: { sv: 'Den placerande kommunen betalar', en: 'The placing municipality pays' },
    text: {
      sv:
        'Har en kommun beslutat att patienten ska bo i särskilt boende eller bostad med ' +
        'särskilt stöd i en annan kommun betalar den kommun som fattade beslutet, oavsett ' +
        'folkbokföring.',
      en:
        'If a municipality has decided that the patient shall live in special housing in ' +
        'another municipality, the deciding municipality pays, whatever the registration.',
    },
    appliesTo: municipality,
  },
  '2017:612 5:3': {
    ...READ,
    title: { sv: 'Villkor för betalningsansvar', en: 'Conditions for payment' },
    text: {
      sv:
        'Kommunen betalar bara om den fick inskrivningsmeddelandet enligt 2 kap., om de ' +
        'kommunala enheterna underrättades om att patienten är utskrivningsklar och, när en ' +
        'samordnad individuell planering ska göras, om den fasta vårdkontakten har kallat till ' +
        'den.',
      en:
        'The municipality pays only if it got the notice of admission as chapter 2 says, if its ' +
        'units were told that the patient is utskrivningsklar and, where a coordinated planning ' +
        'is due, if the fast vårdkontakt has called to it.',
    },
    appliesTo: municipality,
  },
  '2017:612 5:3 p1': {
    ...READ,
    title: { sv: 'Villkor: inskrivningsmeddelande', en: 'Condition: notice of admission' },
    text: {
      sv: 'Kommunen ska ha fått inskrivningsmeddelandet med rätt innehåll och i rätt tid.',
      en:
        'The municipality must have got the notice of admission with the right content and in ' +
        'time.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 5:3 p2': {
    ...READ,
    title: {
      sv: 'Villkor: underrättelse om utskrivningsklar patient',
      en: 'Condition: notice that the patient is ready',
    },
    text: {
      sv:
        'De berörda kommunala enheterna ska ha underrättats om att patienten är ' +
        'utskrivningsklar.',
      en: 'The municipal units concerned must have been told that the patient is utskrivningsklar.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 5:3 st2': {
    ...READ,
    title: { sv: 'Villkor: kallelse till SIP', en: 'Condition: call to SIP' },
    text: {
      sv:
        'Ska en samordnad individuell planering göras betalar kommunen bara om den fasta ' +
        'vårdkontakten har skickat kallelsen enligt 4 kap. 3 §.',
      en:
        'Where a coordinated planning is due, the municipality pays only if the fast ' +
        'vårdkontakt has sent the call as 4:3 says.',
    },
    appliesTo: openCare,
  },
  '2017:612 5:4': {
    ...READ,
    title: { sv: 'När betalningsansvaret börjar', en: 'When payment begins' },
    text: {
      sv:
        'Utan annan överenskommelse börjar betalningsansvaret tre dagar efter att ' +
        'underrättelsen om utskrivningsklar patient skickades. Skickades den efter klockan ' +
        '12.00 börjar det fyra dagar efter.',
      en:
        'Without another agreement, payment begins three days after the notice that the patient ' +
        'is utskrivningsklar was sent. If it was sent after 12.00, it begins four days after.',
    },
    appliesTo: municipality,
  },
  '2017:612 5:5': {
    ...READ,
    title: {
      sv: 'Ingen betalning när öppen vård saknas eller är oklar',
      en: 'No payment while open care is missing or unclear',
    },
    text: {
      sv:
        'Betalningsansvaret börjar inte om patienten inte kan lämna sjukhuset därför att ' +
        'insatser från regionens öppna vård saknas, eller om det inte är klarlagt om de finns.',
      en:
        "Payment does not begin if the patient cannot leave because measures of the region's " +
        'open care are missing, or if it is not clarified whether they are available.',
    },
    appliesTo: openCare,
  },
  '2017:612 5:6': {
    ...READ,
    title: { sv: 'Beloppet för ett vårddygn', en: 'The amount for a day of care' },
    text: {
      sv:
        'Utan annan överenskommelse är beloppet den genomsnittliga kostnaden i landet för ett ' +
        'vårddygn i sluten vård, omräknad varje år av Socialstyrelsen (förordning 2017:617).',
      en:
        'Without another agreement, the amount is the national average cost of a day of ' +
        'inpatient care, recalculated every year by the National Board of Health and Welfare ' +
        '(ordinance 2017:617).',
    },
    appliesTo: municipality,
  },
  '1930:173 2 §': {
    source: 'SFS 1930:173 i lydelse enligt SFS 2022:931',
    confidence: 'read',
    title: { sv: 'Söndagsregeln', en: 'The Sunday rule' },
    text: {
      sv:
        'Infaller sista dagen för en åtgärd på en lördag, söndag, annan allmän helgdag, ' +
        'midsommarafton, julafton eller nyårsafton får åtgärden vidtas nästa vardag. Att regeln ' +
        'gäller kallelsen till SIP är vår tolkning.',
      en:
        'If the last day for an action is a Saturday, Sunday, other public holiday, midsummer ' +
        "eve, Christmas Eve or New Year's Eve, the action may be taken on the next working day. " +
        'That the rule covers the call to SIP is our reading.',
    },
  },
  '1989:253 1 §': {
    source: 'SFS 1989:253 i lydelse enligt SFS 2004:1320',
    confidence: 'read',
    title: { sv: 'Allmänna helgdagar', en: 'Public holidays' },
    text: {
      sv: 'Allmän helgdag är varje söndag och de helgdagar som lagen räknar upp.',
      en: 'A public holiday is every Sunday and the holidays the act lists.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
