import { randomUUID } from 'node:crypto';
import type { LadderStep, Urgency } from '@hemgang/engine';
import { COUNTY_HOURS, hoursOf, readableAt, type UnitKind } from '@hemgang/directory';
import {
  addDays,
  HOUR_MS,
  instant,
  instantAt,
  isRedDay,
  localDate,
  MINUTE_MS,
  plusMs,
  weekday,
  type Instant,
  type LocalDate,
} from '@hemgang/kernel';
import { County, PETER, query } from '@hemgang/testing';
import { LADDER } from '@workflows/agreement';
import fc from 'fast-check';
import { rungAt } from './rungs';

const NORR = 'umea-bistand-norr';
const FRIDAY = '2026-03-06';
const [SATURDAY, SUNDAY, MONDAY, TUESDAY] = [1, 2, 3, 4].map((days) => addDays(FRIDAY, days)) as [
  LocalDate,
  LocalDate,
  LocalDate,
  LocalDate,
];

const hours = (kind: UnitKind) => hoursOf([], COUNTY_HOURS[kind]);

describe('when a rung speaks', () => {
  const office = hours('municipal-social');
  const saturdayNoon = instantAt(SATURDAY, '12:00');
  const at = (due: Instant, afterDueMs: number, urgency: Urgency) =>
    rungAt(due, { afterDueMs }, urgency, office);

  it('is when the clock says for what is acute, and for whoever is open', () => {
    expect(at(saturdayNoon, -4 * HOUR_MS, 'acute')).toBe(instantAt(SATURDAY, '08:00'));
    const friday = instantAt(FRIDAY, '14:00');
    for (const urgency of ['acute', 'ordinary', 'start'] as const) {
      expect(at(friday, -4 * HOUR_MS, urgency)).toBe(instantAt(FRIDAY, '10:00'));
      expect(at(friday, 0, urgency)).toBe(friday);
    }
  });

  it('is when the unit opens for what may wait, and each wider circle has its time after that', () => {
    const rungs = LADDER.receiver.map((rung) => rungAt(saturdayNoon, rung, 'ordinary', office));
    expect(rungs).toEqual([
      instantAt(MONDAY, '08:00'),
      instantAt(MONDAY, '08:00'),
      instantAt(MONDAY, '12:00'),
      instantAt(TUESDAY, '08:00'),
    ]);
  });

  it('waits over red days', () => {
    // 2026-04-03 is långfredagen, 2026-04-06 annandag påsk.
    expect(at(instantAt('2026-04-02', '20:00'), 0, 'ordinary')).toBe(
      instantAt('2026-04-07', '08:00'),
    );
  });

  it('cannot wait for a start that comes before the unit opens', () => {
    const monday = instantAt(MONDAY, '08:00');
    expect(at(monday, -16 * HOUR_MS, 'start')).toBe(instantAt(SUNDAY, '16:00'));
    expect(at(instantAt(MONDAY, '10:00'), -16 * HOUR_MS, 'start')).toBe(monday);
    expect(at(saturdayNoon, 0, 'start')).toBe(saturdayNoon);
    expect(at(saturdayNoon, 4 * HOUR_MS, 'start')).toBe(instantAt(SATURDAY, '16:00'));
  });

  it('is not swallowed by a unit that never opens', () => {
    const never = hoursOf([], { days: [null, null, null, null, null, null, null], red: null });
    expect(rungAt(saturdayNoon, { afterDueMs: 0 }, 'ordinary', never)).toBe(saturdayNoon);
  });

  it('is never before the clock says, never in closed hours when it may wait, and in order', () => {
    const times = fc
      .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })
      .map((ms) => instant(ms - (ms % MINUTE_MS)));
    const kinds = fc.constantFrom<UnitKind>(
      'ward',
      'municipal-social',
      'halsocentral',
      'home-care',
    );
    const ladders = fc.constantFrom<readonly LadderStep[]>(...Object.values(LADDER));
    const urgencies = fc.constantFrom<Urgency>('acute', 'ordinary', 'start');
    fc.assert(
      fc.property(times, kinds, ladders, urgencies, (due, kind, ladder, urgency) => {
        const open = hours(kind);
        const spoken = ladder.map((rung) => rungAt(due, rung, urgency, open));
        ladder.forEach(({ afterDueMs }, index) => {
          const clock = plusMs(due, afterDueMs);
          const own = spoken[index] ?? '';
          expect(own >= clock).toBe(true);
          if (urgency === 'acute') expect(own).toBe(clock);
          if (urgency === 'ordinary') expect(readableAt(open, own)).toBe(own);
          if (urgency === 'start' && own !== clock) expect(own < due).toBe(true);
        });
        expect([...spoken].sort()).toEqual(spoken);
      }),
    );
  });
});

describe('the ladder of an ordinary duty', () => {
  let county: County;
  let friday: LocalDate;
  let duty: string;

  beforeEach(async () => {
    county = await County.open();
    friday = plainFridayAfter(localDate(now()));
    await goTo(instantAt(friday, '15:00'));
    const { view } = await county.told();
    duty = view.duties.find(({ key }) => key === 'kvittens')?.id ?? '';
  }, 60_000);

  afterEach(() => county.close());

  const now = (): Instant => county.service.clock.now();
  const day = (after: number): LocalDate => addDays(friday, after);

  /** Goes to that time and fires what is due, until nothing is. */
  async function goTo(at: Instant): Promise<void> {
    const { service } = county;
    await service.advanceClock(Date.parse(at) - Date.parse(now()));
    for (let due = await service.timers.due(now(), 100); due.length > 0;) {
      for (const timer of due) await service.reminders.fireAll([timer]);
      due = await service.timers.due(now(), 100);
    }
  }

  const spoken = async () => {
    const rows = await query<{ at: Date; word: string; audience: string }>(
      county.databaseUrl,
      `select e.occurred_at as at, o.task ->> 'entry' as word, o.task ->> 'audience' as audience
       from events e join outbox o on o.case_id = e.case_id and o.seq = e.seq
       where e.type = 'ladder' and e.payload ->> 'duty' = $1 order by e.seq`,
      [duty],
    );
    return rows.map(({ at, word, audience }) => [toTheMinute(at), word, audience]);
  };

  it('keeps quiet while the unit is closed, and speaks to the minute when it opens', async () => {
    await goTo(instantAt(day(1), '23:00'));
    await goTo(instantAt(day(3), '07:59'));
    expect(await spoken()).toEqual([]);
    await goTo(instantAt(day(3), '08:01'));
    const opened = [instantAt(day(3), '08:00'), 'due', 'watch'];
    expect(await spoken()).toEqual([opened]);
    await goTo(instantAt(day(3), '12:01'));
    await goTo(instantAt(day(4), '08:01'));
    expect(await spoken()).toEqual([
      opened,
      [instantAt(day(3), '12:00'), 'late', 'manager'],
      [instantAt(day(4), '08:00'), 'not-taken-in', 'sender'],
    ]);
  });

  it('is merged after downtime by the same hours', async () => {
    await goTo(instantAt(day(3), '13:00'));
    expect(await spoken()).toEqual([[instantAt(day(3), '08:00'), 'late', 'manager']]);
  });

  it('follows new hours of the unit at once', async () => {
    await goTo(instantAt(day(1), '10:00'));
    const span = { from: '09:00', to: '15:00' };
    const hours = {
      from: localDate(now()),
      week: { days: [span, span, span, span, span, span, null], red: null },
    };
    const peter = { ...county.reader(PETER), steppedUpUntil: '2099-01-01T00:00:00.000Z' };
    const view = await county.service.cover.read(peter);
    const ifVersion =
      'code' in view ? 0 : (view.units.find(({ unit }) => unit.id === NORR)?.version ?? 0);
    const incoming = { body: hours, key: randomUUID(), ifVersion };
    expect(await county.service.cover.setHours(peter, NORR, hours, incoming)).toMatchObject({
      subject: NORR,
    });
    await goTo(instantAt(day(1), '11:01'));
    expect(await spoken()).toEqual([[instantAt(day(1), '11:00'), 'soon', 'owner']]);
  });
});

function toTheMinute(at: Date): Instant {
  return instant(at.getTime() - (at.getTime() % MINUTE_MS));
}

/** A Friday whose weekend and following days are no red days. */
function plainFridayAfter(today: LocalDate): LocalDate {
  const from = addDays(today, 1);
  const days = Array.from({ length: 60 }, (_, ahead) => addDays(from, ahead));
  const plain = (day: LocalDate) =>
    weekday(day) === 5 && [0, 3, 4].every((ahead) => !isRedDay(addDays(day, ahead)));
  return days.find(plain) ?? from;
}
