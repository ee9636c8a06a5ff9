import type { Text } from '../language';

/** What the two sides of a settlement are told. */
export const settlementEntryWords: Readonly<Record<string, Text>> = {
  underlag: { sv: 'Månadens underlag', en: 'Basis of the month' },
  'open-settlement': { sv: 'Månadens underlag', en: 'Basis of the month' },
  recompute: { sv: 'Nytt underlag', en: 'New basis' },
  'avrakning-granskad': { sv: 'Underlaget är granskat', en: 'The basis has been reviewed' },
  'avrakning-underskriven': { sv: 'Regionen har skrivit under', en: 'The region has signed' },
  'underskrift-atertagen': { sv: 'Underskriften återtagen', en: 'Signature taken back' },
  'avrakning-last': { sv: 'Avräkningen är låst', en: 'The settlement is locked' },
  'oppning-begard': { sv: 'Begäran om att öppna avräkningen', en: 'Request to open it again' },
  'oppning-avbojd': { sv: 'Avräkningen öppnas inte', en: 'It is not opened again' },
  'avrakning-oppnad': { sv: 'Avräkningen är öppnad igen', en: 'The settlement is open again' },
  faktura: { sv: 'Faktura', en: 'Invoice' },
  kreditering: { sv: 'Kreditering', en: 'Credit' },
  'rad-bestridd': { sv: 'En rad är bestridd', en: 'A row is disputed' },
  'bestridande-meddelande': { sv: 'Skrivet i bestridandet', en: 'Written in the dispute' },
  'bestridande-svar': { sv: 'Regionen håller fast vid raden', en: 'The region maintains the row' },
  'bestridande-medgivet': { sv: 'Bestridandet är medgivet', en: 'The dispute is conceded' },
  'bestridande-tystnad': { sv: 'Svar på bestridandet uteblev', en: 'The dispute got no answer' },
  'bestridande-avgjort': { sv: 'Bestridandet är avgjort', en: 'The dispute is decided' },
  'bestridande-atertaget': { sv: 'Bestridandet är återtaget', en: 'The dispute is taken back' },
};
