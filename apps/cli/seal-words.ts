import type { SealFault, SealFaultCode, SealVerdict } from '@hemgang/access';
import type { Language, Text } from '@hemgang/kernel';
import type { Outcome } from './command';

const FAULTS: Readonly<Record<SealFaultCode, Text>> = {
  incomplete: { sv: 'poster saknas', en: 'records are missing' },
  numbering: {
    sv: 'ett nummer saknas eller kommer två gånger',
    en: 'a number is missing or comes twice',
  },
  missing: { sv: 'raden är borta', en: 'the row is gone' },
  line: { sv: 'raden har ändrats', en: 'the line has been changed' },
  erasure: {
    sv: 'gallringen säger något annat än det som förseglades',
    en: 'the erasure says something else than was sealed',
  },
  event: { sv: 'händelsen har ändrats', en: 'the event has been changed' },
  root: {
    sv: 'raderna är inte de som förseglades, eller i annan ordning',
    en: 'the lines are not those that were sealed, or in another order',
  },
  chain: { sv: 'följer inte på den förra', en: 'does not follow the one before' },
  signature: {
    sv: 'är inte underskriven av en betrodd nyckel',
    en: 'is not signed by a trusted key',
  },
  checkpoint: { sv: 'säger något annat än loggen', en: 'says something else than the log' },
  rewritten: {
    sv: 'finns utanför och säger något annat: loggen har skrivits om',
    en: 'is held outside and says something else: the log was written anew',
  },
  truncated: {
    sv: 'finns utanför och nämner rader som saknas: slutet är borta',
    en: 'is held outside and names lines that are not there: the end was cut off',
  },
  unsealed: { sv: 'har inte förseglats', en: 'was not sealed' },
  case: { sv: 'står där ingen händelse har fört det', en: 'stands where no event has brought it' },
  'other-log': { sv: 'hör till en annan logg', en: 'belongs to another log' },
};

/** What a verdict comes to: 0 the log is what was sealed, 1 with the first fault. */
export function verdictOutcome(verdict: SealVerdict, language: Language): Outcome {
  const { fault, lines, hidden, batches, checkpoints, agreeing, lost, restores } = verdict;
  const read: Text = {
    sv: `${lines} rader i ${batches} omgångar lästa (${hidden} dolda), ${checkpoints} kontrollpunkter.`,
    en: `${lines} lines in ${batches} batches read (${hidden} hidden), ${checkpoints} checkpoints.`,
  };
  const outside: Text = {
    sv: `${agreeing} kontrollpunkter utifrån stämmer, ${lost} gäller rader som en återläsning tog.`,
    en: `${agreeing} checkpoints from outside agree, ${lost} name lines that a restore took.`,
  };
  const { erased, erasures } = verdict;
  const gallrat: Text = {
    sv: `Gallrat: ${erased} rader i åtkomstloggen; ${erasures} gallringar är förseglade.`,
    en: `Erased: ${erased} lines of the access log; ${erasures} erasures are sealed.`,
  };
  const told = restores.map(({ at, lostFrom, lostThrough }): Text => {
    const through = lostThrough === null ? '?' : String(lostThrough);
    return {
      sv: `Återläst ${at}: raderna ${lostFrom}–${through} gick förlorade.`,
      en: `Restored ${at}: lines ${lostFrom}–${through} were lost.`,
    };
  });
  const end: Text = fault === null ? SOUND : faultWords(fault);
  return {
    code: fault === null ? 0 : 1,
    lines: [read, outside, ...(erasures === 0 ? [] : [gallrat]), ...told, end].map(
      (text) => text[language],
    ),
    data: verdict,
  };
}

const SOUND: Text = { sv: 'Loggen är den som förseglades.', en: 'The log is what was sealed.' };

function faultWords({ code, where }: SealFault): Text {
  return { sv: `FEL ${where}: ${FAULTS[code].sv}.`, en: `FAULT ${where}: ${FAULTS[code].en}.` };
}
