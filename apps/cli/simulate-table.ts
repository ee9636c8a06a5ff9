import type { Service } from '@hemgang/cases';
import type { Month } from '@hemgang/demo';
import type { Instant, Language, Text } from '@hemgang/kernel';
import { DIGEST_HOURS, perPersonAndDay, type PerPersonAndDay, type Spread } from '@hemgang/notify';
import type { Outcome } from './command';

/** In fewer days too little happens for a share to be judged, and hardly anybody can be back. */
const DAYS_TO_JUDGE = 28;

const NAME_WIDTH = 40;

const OUTSIDE: Text = { sv: 'Utanför länet', en: 'Outside the county' };

/** What was simulated, and how long it took. */
export interface Simulated {
  readonly days: number;
  readonly seed: number;
  readonly month: Month;
  readonly seconds: number;
}

type Counts = Awaited<ReturnType<Service['figures']['turns']>>;

interface Turn {
  readonly name: Exclude<keyof Counts, 'stays' | 'events' | 'open'>;
  readonly text: Text;
  /** Percent of all stays that must have met it; null when it is only told. */
  readonly leastPercent: number | null;
}

const TURNS: readonly Turn[] = [
  turn('noticeSent', null, 'inskrivningsmeddelande skickat', 'notice of admission sent'),
  turn('noticeLate', 8, 'inskrivningsmeddelande efter 24 timmar', 'notice later than 24 hours'),
  turn('withdrawn', 5, 'utskrivningsklar återtagen', 'utskrivningsklar withdrawn'),
  turn('felsant', 3, 'felsänt', 'sent to the wrong unit'),
  turn('moved', 10, 'flytt mellan sjukhus', 'moved between hospitals'),
  turn('external', 2, 'mottagare utan konto', 'receivers without an account'),
  turn('died', 1, 'avliden', 'died'),
  turn('readmitted', 15, 'åter inom 30 dagar', 'back within 30 days'),
  turn('transferred', null, 'flyttad till annan region', 'transferred to another region'),
  turn('leftUnplanned', null, 'lämnade på egen hand', 'left unplanned'),
  turn('notCarriedOut', null, 'utskrivningen blev inte av', 'discharge not carried out'),
  turn('noNeed', null, 'inget behov ändå', 'no need after all'),
  turn('compulsory', null, 'tvångsvård', 'compulsory care'),
  turn('korttids', null, 'till korttidsboende', 'to a korttids home'),
  turn('nobodyCame', null, 'ingen kom hem till patienten', 'nobody came'),
];

function turn(name: Turn['name'], leastPercent: number | null, sv: string, en: string): Turn {
  return { name, leastPercent, text: { sv, en } };
}

/**
 * What has happened, counted in what was stored and not in what was planned: in how many stays each
 * turn was met, which huvudmän received, and a digest of all logs.
 * @returns code 1 when a turn was met in a smaller share of the stays than in the county
 */
export async function monthTable(
  service: Service,
  simulated: Simulated,
  language: Language,
): Promise<Outcome> {
  const { figures } = service;
  const { month, ...told } = simulated;
  const { from, until } = month;
  const counts = await figures.turns(until);
  const turns = TURNS.map((each) => met(each, counts, simulated.days >= DAYS_TO_JUDGE));
  const huvudman = byHuvudman(await figures.receiving(), service.directory(), language);
  const { stays, events, open } = counts;
  const notices = perPersonAndDay(await figures.told(), service.directory());
  const data = { ...told, from, until, stays, events, open, turns, huvudman, notices };
  const all = { ...data, digest: await figures.digest() };
  const isReached = turns.every(({ reached }) => reached !== false);
  return { code: isReached ? 0 : 1, lines: linesOf(all, language), data: all };
}

interface MetTurn {
  readonly name: string;
  readonly count: number;
  /** Of all stays, 0 to 1. */
  readonly share: number;
  readonly least: number | null;
  /** Null when no share is asked for, or the days are too few to judge. */
  readonly reached: boolean | null;
}

function met({ name, leastPercent }: Turn, counts: Counts, isJudged: boolean): MetTurn {
  const count = counts[name];
  const share = counts.stays === 0 ? 0 : count / counts.stays;
  const least = leastPercent === null ? null : leastPercent / 100;
  return {
    name,
    count,
    share,
    least,
    reached: least === null || !isJudged ? null : share >= least,
  };
}

interface Receiving {
  readonly name: string;
  readonly handovers: number;
}

/** The sixteen huvudmän by name, and everybody outside the county together. */
function byHuvudman(
  receiving: Awaited<ReturnType<Service['figures']['receiving']>>,
  directory: ReturnType<Service['directory']>,
  language: Language,
): Receiving[] {
  const sums = new Map<string, number>();
  for (const { unit, stays } of receiving) {
    const isOutside = directory.unit(unit)?.external != null;
    const name = isOutside ? OUTSIDE[language] : (directory.huvudmanOf(unit)?.name ?? unit);
    sums.set(name, (sums.get(name) ?? 0) + stays);
  }
  return [...sums]
    .map(([name, handovers]) => ({ name, handovers }))
    .sort((a, b) => b.handovers - a.handovers);
}

interface Told extends Omit<Simulated, 'month'> {
  readonly from: Instant;
  readonly until: Instant;
  readonly stays: number;
  readonly events: number;
  readonly open: number;
  readonly turns: readonly MetTurn[];
  readonly huvudman: readonly Receiving[];
  readonly notices: PerPersonAndDay;
  readonly digest: string;
}

function linesOf(told: Told, language: Language): string[] {
  const { days, seed, seconds, stays, events, open, turns, huvudman, notices, digest } = told;
  const isSwedish = language === 'sv';
  return [
    isSwedish
      ? `${days} dygn med frö ${seed}: ${stays} vårdtillfällen, varav ${open} pågår, och ${events} händelser på ${seconds} sekunder.`
      : `${days} days with seed ${seed}: ${stays} stays, ${open} of them open, and ${events} events in ${seconds} seconds.`,
    '',
    ...noticeLines(notices, language),
    '',
    isSwedish ? 'Vad som hände, av alla vårdtillfällen:' : 'What happened, of all stays:',
    ...turns.map((each) => turnLine(each, language)),
    ...(days < DAYS_TO_JUDGE
      ? [
          isSwedish
            ? `Andelarna bedöms från ${DAYS_TO_JUDGE} dygn.`
            : `Shares are judged from ${DAYS_TO_JUDGE} days on.`,
        ]
      : []),
    '',
    isSwedish ? 'Mottagna överlämningar:' : 'Handovers received:',
    ...huvudman.map(({ name, handovers }) => `  ${name.padEnd(NAME_WIDTH)} ${number(handovers)}`),
    '',
    isSwedish ? `Kontrollsumma av alla loggar: ${digest}` : `Digest of all logs: ${digest}`,
  ];
}

/** As if everybody wanted everything by mail. */
function noticeLines(
  { notices, messages, digests }: PerPersonAndDay,
  language: Language,
): readonly string[] {
  const hours = DIGEST_HOURS.join(', ');
  const rows: readonly (readonly [Text, Spread])[] = [
    [{ sv: 'aviseringar', en: 'notices' }, notices],
    [{ sv: 'brev, direkt', en: 'mails, at once' }, messages],
    [{ sv: `brev, samlade kl. ${hours}`, en: `mails, gathered at ${hours}` }, digests],
  ];
  const [heading, median, worst] =
    language === 'sv'
      ? ['Per person och dygn:', 'i median', 'som mest']
      : ['Per person and day:', 'in the median', 'at most'];
  return [
    heading,
    ...rows.map(
      ([text, spread]) =>
        `  ${text[language].padEnd(NAME_WIDTH)} ${median} ${number(spread.median)}, ${worst} ${number(spread.worst)} (${spread.worstUnit ?? '–'})`,
    ),
  ];
}

function turnLine({ name, count, share, least, reached }: MetTurn, language: Language): string {
  const text = TURNS.find((each) => each.name === name)?.text[language] ?? name;
  const row = `  ${text.padEnd(NAME_WIDTH)} ${number(count)} ${percent(share, language)}`;
  if (least === null) return row;
  const wanted = `${language === 'sv' ? 'minst' : 'at least'} ${percent(least, language).trim()}`;
  return `${row}  ${wanted}${reached === false ? (language === 'sv' ? '  NÅS INTE' : '  NOT REACHED') : ''}`;
}

function number(count: number): string {
  return String(count).padStart(5);
}

/** With one decimal: ` 7,2 %`. */
function percent(share: number, language: Language): string {
  const text = (share * 100).toFixed(1);
  return `${language === 'sv' ? text.replace('.', ',') : text} %`.padStart(7);
}
