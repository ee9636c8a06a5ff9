import { ASSUMED } from './county-agreement';
import type { RuleEntry } from './rule';
import { everyParty, municipality } from './who';

/** What the law leaves to the county about payment and its settlement. */
export const paymentAgreement = {
  'avtal betalning': {
    ...ASSUMED,
    title: { sv: 'Länets betalningsmodell', en: "The county's payment model" },
    text: {
      sv:
        'Länets modell för betalningsansvar är inte känd. Dagarna räknas och analyseras, men ' +
        'inga belopp visas.',
      en:
        "The county's payment model is not known. Days are counted and analysed, but no amounts " +
        'are shown.',
    },
    appliesTo: municipality,
  },
  'avtal avrakning': {
    ...ASSUMED,
    title: { sv: 'Månadens avräkning', en: 'Settlement of the month' },
    text: {
      sv:
        'Varje månads dagar räknas ut av regionen, granskas av kommunen och skrivs under av båda. ' +
        'Därefter ligger siffrorna fast och öppnas bara om båda vill.',
      en:
        "Each month's days are computed by the region, reviewed by the municipality and signed by " +
        'both. Then the figures are fixed, and opened only if both want it.',
    },
    appliesTo: everyParty,
  },
  'avtal bestridande': {
    ...ASSUMED,
    title: { sv: 'En rad som bestrids', en: 'A disputed row' },
    text: {
      sv:
        'Kommunen kan bestrida en rad i underlaget med ett skäl. Regionen svarar inom avtalad tid; ' +
        'är de inte överens avgör den gemensamma gruppen. Vad uteblivet svar betyder är avtalat.',
      en:
        'The municipality may dispute a row of the basis, giving a reason. The region answers within ' +
        'the agreed time; where they differ the joint group decides. What silence means is agreed.',
    },
    appliesTo: everyParty,
  },
} as const satisfies Record<string, RuleEntry>;
