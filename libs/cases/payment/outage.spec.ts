import { HOUR_MS, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { ledger, statute, withRates, type EnteredRate } from '@workflows/payment';
import fc from 'fast-check';
import { at, LivedStay, places, type More } from './lived-stay.fixture';
import { stayFacts } from './stay-facts';

const UMEA = { person: { number: 'personnummer', is: 'new', municipality: '2480' } };
const NEEDS = { socialServices: true, municipalHealthCare: false, openCare: false };
const RECEIVER: More = { by: 'umea-bistand', machine: 'h2-1' };
const NOW = at('2026-04-01 12:00');
/** Opens the case: it tells nobody, so that only its own time is given. */
const ADMIT = 'admit';
const CARE_BEGAN = at('2026-03-02 08:00');

/** No amount is ours to know: any one shows whether the sum is the same. */
const RATE: EnteredRate = {
  ...{ from: '2026-01-01', to: '2026-12-31', orePerDay: 1_234_567 },
  ...{ source: 'made up', confidence: 'read', enteredOn: '2026-01-08' },
};

interface Happening {
  readonly at: Instant;
  readonly type: string;
  readonly payload?: object;
  readonly more?: More;
}

/** A stay whose days of payment begin, fall away, begin anew and are broken by a night at home. */
const COURSE: readonly Happening[] = [
  { at: CARE_BEGAN, type: ADMIT, payload: { needs: NEEDS }, more: { given: UMEA } },
  {
    at: at('2026-03-02 10:00'),
    type: 'send-inskrivningsmeddelande',
    payload: { receivers: ['umea-bistand'], expectedDischargeAt: at('2026-03-20 12:00') },
  },
  { at: at('2026-03-02 13:00'), type: 'answer', payload: { answer: 'known' }, more: RECEIVER },
  {
    at: at('2026-03-04 09:00'),
    type: 'mark-utskrivningsklar',
    payload: { judgedAt: at('2026-03-04 08:45') },
  },
  { at: at('2026-03-05 15:30'), type: 'withdraw-utskrivningsklar' },
  {
    at: at('2026-03-06 10:30'),
    type: 'mark-utskrivningsklar',
    payload: { judgedAt: at('2026-03-06 10:15') },
  },
  { at: at('2026-03-17 11:20'), type: 'discharge' },
];

/** As the fixture reads a time: minutes are enough. */
function local(instant: Instant): string {
  const parts = { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(instant));
}

interface Outage {
  readonly from: Instant;
  readonly until: Instant;
}

/** What each receiver says of what was registered afterwards. */
type Answer = 'confirm-registered' | 'dispute-registered';

/** The course; what falls into the outage is entered after it, minute by minute, and answered to. */
function lived(outage: Outage | null, answer: Answer = 'confirm-registered'): LivedStay {
  const stay = new LivedStay();
  let entered = 0;
  const answers: (() => void)[] = [];
  const close = (): void => answers.splice(0).forEach((give) => give());
  for (const { at: then, type, payload = {}, more = {} } of COURSE) {
    const isAway = outage !== null && then >= outage.from && then < outage.until;
    if (!isAway) {
      close();
      stay.give(local(then), type, { ...payload }, more);
      continue;
    }
    entered += 1;
    const when = plusMs(outage.until, entered * MINUTE_MS);
    const isTold = type !== ADMIT;
    const time = isTold ? { toldAt: local(then) } : { occurredAt: local(then) };
    const event = stay.give(local(when), type, { ...payload }, { ...more, ...time });
    if (!isTold) continue;
    const isReceivers = more.by !== undefined;
    const by = isReceivers ? 'medicin' : 'umea-bistand';
    const at = plusMs(outage.until, (entered + COURSE.length) * MINUTE_MS);
    answers.push(() => stay.give(local(at), answer, { event }, { by }));
  }
  close();
  return stay;
}

/** The days, their reasons and their sum; which lines they rest on is another number in another log. */
function paid(stay: LivedStay) {
  const facts = stayFacts({ stay: stay.log, sips: [] }, places, NOW);
  return (facts?.payers ?? []).map((payer) => {
    const { periods, ...rest } = ledger(payer.facts, withRates(statute, [RATE]));
    return {
      ...rest,
      periods: periods.map(({ noticeAt, liableFrom, endsOn, days, rows }) => ({
        ...{ noticeAt, liableFrom, endsOn, days },
        rows: rows.map(({ events: _, ...row }) => row),
      })),
    };
  });
}

describe('a stay through which the system was away', () => {
  const plain = paid(lived(null));

  it('costs something, so that a difference would show', () => {
    expect(plain).toHaveLength(1);
    expect(plain[0]?.totalDays).toBeGreaterThan(3);
    expect(plain[0]?.totalOre).toBe((plain[0]?.totalDays ?? 0) * RATE.orePerDay);
  });

  it('is paid to the öre as if it had never been, whenever the outage was and however long', () => {
    const outages = fc
      .record({
        after: fc.integer({ min: -12, max: 16 * 24 }),
        hours: fc.integer({ min: 1, max: 72 }),
      })
      .map(({ after, hours }): Outage => {
        const from = plusMs(CARE_BEGAN, after * HOUR_MS);
        return { from, until: plusMs(from, hours * HOUR_MS) };
      })
      // What comes after the outage is recorded after what was entered of it.
      .filter(({ until }) => COURSE.every(({ at: then }) => Math.abs(gap(then, until)) > HOUR_MS));
    fc.assert(
      fc.property(outages, (outage) => {
        expect(paid(lived(outage))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('also when the patient came, and the municipality was told, while it was away', () => {
    const outage = { from: at('2026-03-02 07:00'), until: at('2026-03-02 18:00') };
    const stay = lived(outage);
    expect(stay.lines[0]).toMatchObject({ type: ADMIT, occurredAt: CARE_BEGAN });
    expect((stay.lines[0]?.recordedAt ?? '') > outage.until).toBe(true);
    expect(paid(stay)).toEqual(plain);
  });

  it('is paid otherwise when the receiver says that nobody rang', () => {
    const outage = { from: at('2026-03-06 08:00'), until: at('2026-03-07 16:00') };
    expect(lived(outage).lines.map(({ type }) => type)).toContain('confirm-registered');
    expect(paid(lived(outage))).toEqual(plain);
    const [disputed] = paid(lived(outage, 'dispute-registered'));
    expect(disputed?.totalOre).toBeLessThan(plain[0]?.totalOre ?? 0);
  });
});

function gap(one: Instant, other: Instant): number {
  return Date.parse(one) - Date.parse(other);
}
