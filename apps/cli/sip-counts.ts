import type { SipFiguresView } from '@hemgang/cases';
import type { Language, Text } from '@hemgang/kernel';
import { z } from 'zod';
import { cannot, type Command } from './command';
import { withService } from './with-service';

const day = z.iso.date();

/** What has happened in the SIPs of a period; numbers alone. */
export const sipCounts: Command = {
  name: 'sip counts',
  usage: '--from DATE --to DATE',
  summary: {
    sv: 'räknar SIP:ar som har startats under en tid: erbjudna, kallade i tid, upprättade, uppföljda',
    en: 'counts the SIPs started in a period: offered, called in time, established, followed up',
  },
  switches: [],
  values: ['from', 'to'],
  operands: 0,
  async run(call) {
    const { from = '', to = '' } = call.values;
    if (!day.safeParse(from).success || !day.safeParse(to).success || from > to) {
      return cannot(
        'Ange första och sista dagen som --from 2026-01-01 --to 2026-01-31, i den ordningen.',
        'Give the first and the last day as --from 2026-01-01 --to 2026-01-31, in that order.',
      );
    }
    return withService(call, async ({ counted }) => {
      const figures = await counted.sip.count(from, to);
      return { code: 0, lines: linesOf(figures, call.language), data: figures };
    });
  },
};

type Counts = SipFiguresView['all'];

const ROWS: readonly (readonly [Exclude<keyof Counts, 'held'>, Text])[] = [
  ['started', { sv: 'startade', en: 'started' }],
  ['withoutStay', { sv: 'utan vårdtillfälle', en: 'without a stay' }],
  ['offered', { sv: 'erbjudna', en: 'offered' }],
  ['declined', { sv: 'personen sa nej', en: 'declined' }],
  ['refused', { sv: 'avstådda med skäl', en: 'not made, with a reason' }],
  ['consented', { sv: 'med samtycke', en: 'with a consent' }],
  ['called', { sv: 'kallade', en: 'called' }],
  ['kallelser', { sv: 'kallelser enligt lagen', en: 'calls that the law asks for' }],
  ['kallelserInTime', { sv: 'kallelser i tid', en: 'calls in time' }],
  ['established', { sv: 'upprättade', en: 'established' }],
  ['followedUp', { sv: 'uppföljda', en: 'followed up' }],
  ['followUps', { sv: 'uppföljningar', en: 'follow-ups' }],
  ['closed', { sv: 'avslutade', en: 'closed' }],
];

const WAYS: Readonly<Record<keyof Counts['held'], Text>> = {
  home: { sv: 'möten hemma', en: 'meetings at home' },
  video: { sv: 'möten på video', en: 'meetings by video' },
  phone: { sv: 'möten per telefon', en: 'meetings by phone' },
  hospital: { sv: 'möten på sjukhus', en: 'meetings in hospital' },
  'other-place': { sv: 'möten på annan plats', en: 'meetings at another place' },
};

const WIDTH = 28;

/** Everything of all; of each huvudman what it has started and how much of it became a plan. */
function linesOf({ all, huvudman }: SipFiguresView, language: Language): string[] {
  const row = (text: string, count: number) =>
    `  ${text.padEnd(WIDTH)} ${String(count).padStart(6)}`;
  const ways = Object.entries(WAYS) as [keyof Counts['held'], Text][];
  const [started, established] =
    language === 'sv' ? ['startade', 'upprättade'] : ['started', 'established'];
  return [
    ...ROWS.map(([name, text]) => row(text[language], all[name])),
    ...ways.map(([way, text]) => row(text[language], all.held[way])),
    ...huvudman.map(
      ({ name, sips }) => `${name}: ${sips.started} ${started}, ${sips.established} ${established}`,
    ),
  ];
}
