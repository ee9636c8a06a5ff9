import { randomUUID } from 'node:crypto';
import {
  addDays,
  HOUR_MS,
  instantAt,
  isRedDay,
  localDate,
  plusMs,
  weekday,
  type Refusal,
} from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, PETER, SUSANNE } from '@hemgang/testing';
import type { StaffChange } from './changes';
import type { WatchWish } from './cover-wishes';

const NORR = 'umea-bistand-norr';
const FOR_EVER = '2099-01-01T00:00:00.000Z';
const DAY_MS = 24 * HOUR_MS;

describe('who reads at a unit', () => {
  let county: County;
  let maria: string;
  let colleague: { readonly id: string; readonly staff: string };
  let watch: string;

  beforeAll(async () => {
    county = await County.open();
    await county.service.advanceClock(Date.parse(nextMondayAt('10:00', now())) - Date.parse(now()));
    maria = county.reader(MARIA).staff;
    const others = county.service.directory().peopleOf(NORR);
    colleague = others.find(({ staff }) => staff !== maria) ?? { id: '', staff: '' };
  }, 120_000);

  afterAll(() => county.close());

  const now = (): string => county.service.clock.now();
  const proven = (id: string) => ({ ...county.reader(id), steppedUpUntil: FOR_EVER });
  const request = (body: unknown = {}, ifVersion?: number) => ({
    ...{ body, key: randomUUID() },
    ...(ifVersion === undefined ? {} : { ifVersion }),
  });
  const done = (answer: StaffChange | Refusal): string => {
    if ('code' in answer) throw new Error(JSON.stringify(answer));
    return answer.subject;
  };
  const wish = (more: Partial<WatchWish> = {}): WatchWish => ({
    ...{ name: 'Jour Umeå', units: [NORR], mayDecide: false },
    turns: [{ staff: maria, from: now(), until: plusMs(now(), 14 * DAY_MS) }],
    ...more,
  });
  const opening = () =>
    county.service.views.receivers().find(({ id }) => id === NORR)?.opening ?? null;
  const seenBy = async (id: string) => {
    const view = await county.service.cover.read(county.reader(id));
    if ('code' in view) throw new Error(view.code);
    return view;
  };
  const writesNothing = async (answer: () => Promise<StaffChange | Refusal>): Promise<unknown> => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const refusal = await answer();
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    return refusal;
  };

  it('is the unit by the county’s hours, then its head, as long as nobody has said anything', async () => {
    expect(opening()).toMatchObject({
      ...{ isOpen: true, until: instantAt(localDate(now()), '16:30'), source: 'county' },
      ...{ reads: { by: 'unit', mayDecide: true } },
    });
    expect(opening()?.then?.by).not.toBe('watch');
    const { watches, absences } = await seenBy(MARIA);
    expect([watches, absences]).toEqual([[], []]);
  });

  it('is whoever has the watch when it has closed, and the sender is told whether she may decide', async () => {
    watch = done(await county.service.cover.addWatch(proven(PETER), wish(), request(wish())));
    expect(opening()).toMatchObject({
      reads: { by: 'unit' },
      then: { by: 'watch', watch: 'Jour Umeå', mayDecide: false },
    });
    expect((await seenBy(MARIA)).watches).toMatchObject([
      {
        ...{ id: watch, holder: { id: maria }, mayHandOver: true, version: 1 },
        candidates: expect.arrayContaining([
          expect.objectContaining({ id: maria }),
          expect.objectContaining({ id: colleague.staff }),
        ]),
      },
    ]);
    const annas = await seenBy(ANNA);
    expect(annas.watches).toEqual([]);
    expect(annas.units.map(({ unit }) => unit.id)).toEqual([county.reader(ANNA).unit]);
  });

  it('goes from hand to hand, by whoever has it, until the turn is over', async () => {
    const { service } = county;
    const to = colleague.staff;
    expect(
      await writesNothing(() =>
        service.cover.handOver(county.reader(colleague.id), watch, to, request()),
      ),
    ).toMatchObject({ code: 'COMMAND_NOT_POSSIBLE' });
    const key = request({ to });
    done(await service.cover.handOver(county.reader(MARIA), watch, to, key));
    expect(await service.cover.handOver(county.reader(MARIA), watch, to, key)).toEqual({
      ...{ subject: watch, replayed: true },
    });
    expect((await seenBy(colleague.id)).watches).toMatchObject([
      { holder: { id: to }, mayHandOver: true },
    ]);
    expect((await seenBy(MARIA)).watches).toMatchObject([{ mayHandOver: false }]);
    done(await service.cover.handOver(county.reader(PETER), watch, maria, request({ to: maria })));
  });

  it('leaves out who is away, and she herself says so', async () => {
    const { service } = county;
    const away = { staff: null, from: now(), until: plusMs(now(), DAY_MS) };
    const id = done(await service.cover.addAbsence(county.reader(MARIA), away, request(away)));
    expect(opening()?.then?.by).not.toBe('watch');
    expect((await seenBy(MARIA)).absences).toMatchObject([{ id, person: { id: maria } }]);
    expect((await seenBy(PETER)).absences).toMatchObject([{ id }]);
    expect((await seenBy(colleague.id)).absences).toEqual([]);
    expect(
      await writesNothing(() =>
        service.cover.endAbsence(county.reader(colleague.id), id, request()),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' });
    await service.advanceClock(HOUR_MS);
    done(await service.cover.endAbsence(county.reader(MARIA), id, request()));
    expect((await seenBy(MARIA)).absences).toEqual([]);
    expect(opening()?.then?.by).toBe('watch');
  });

  it('follows the unit’s own hours from their day on', async () => {
    const { service } = county;
    const span = { from: '08:00', to: '12:00' };
    const week = { days: [span, span, span, span, span, null, null], red: null };
    const hours = { from: localDate(now()), week };
    const unit = (await seenBy(PETER)).units.find((each) => each.unit.id === NORR);
    expect(unit).toMatchObject({ source: 'county', coming: [] });
    done(
      await service.cover.setHours(proven(PETER), NORR, hours, request(hours, unit?.version ?? 0)),
    );
    expect(opening()).toMatchObject({
      ...{ until: instantAt(localDate(now()), '12:00'), source: 'unit' },
    });
    expect(
      await writesNothing(() =>
        service.cover.setHours(proven(PETER), NORR, hours, request(hours, unit?.version ?? 0)),
      ),
    ).toMatchObject({ code: 'VERSION_STALE' });
  });

  it('is not told what cannot be: nothing is written', async () => {
    const { service } = county;
    const peter = proven(PETER);
    const add = (more: Partial<WatchWish>) => () =>
      service.cover.addWatch(peter, wish(more), request(wish(more)));
    const turn = { staff: maria, from: now(), until: plusMs(now(), HOUR_MS) };
    const backwards = { from: '2026-01-01', week: { days: closed(), red: null } };
    const wrong = {
      from: localDate(now()),
      week: { days: closed(), red: { from: '12:00', to: '08:00' } },
    };
    const past = { staff: null, from: plusMs(now(), -DAY_MS), until: plusMs(now(), -HOUR_MS) };
    const refused: readonly (readonly [string, () => Promise<StaffChange | Refusal>])[] = [
      ['/units/0', add({ units: ['nus-medicin-2'] })],
      ['/units', add({ units: [NORR, NORR] })],
      ['/turns/0/staff', add({ turns: [{ ...turn, staff: county.reader(ANNA).staff }] })],
      ['/turns/0/until', add({ turns: [{ ...turn, until: turn.from }] })],
      ['/from', () => service.cover.setHours(peter, NORR, backwards, request(backwards))],
      ['/red', () => service.cover.setHours(peter, NORR, wrong, request(wrong))],
      ['/until', () => service.cover.addAbsence(peter, past, request(past))],
      ['/to', () => service.cover.handOver(peter, watch, maria, request({ to: maria }))],
    ];
    for (const [path, answer] of refused) {
      expect(await writesNothing(answer)).toMatchObject({
        ...{ code: 'PAYLOAD_INVALID', errors: [{ path }] },
      });
    }
    const susanne = proven(SUSANNE);
    const others = await Promise.all([
      service.cover.changeWatch(susanne, watch, wish(), request()),
      service.cover.endWatch(susanne, watch, request()),
      service.cover.handOver(county.reader(ANNA), watch, 'anna-lundgren', request()),
      service.cover.setHours(susanne, NORR, backwards, request()),
    ]);
    expect(others.map((each) => 'code' in each && each.code)).toEqual(
      others.map(() => 'NOT_FOUND'),
    );
    expect(await service.cover.addWatch(county.reader(PETER), wish(), request())).toMatchObject({
      code: 'STEP_UP_NEEDED',
    });
    expect(await service.cover.addWatch(proven(MARIA), wish(), request())).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
  });

  it('changes with the roster: what is over stays, the rest is replaced', async () => {
    const { service } = county;
    const turns = [{ staff: colleague.staff, from: now(), until: plusMs(now(), DAY_MS) }];
    const other = wish({ mayDecide: true, turns });
    done(await service.cover.changeWatch(proven(PETER), watch, other, request(other, 1)));
    expect((await seenBy(PETER)).watches).toMatchObject([
      { version: 2, holder: { id: colleague.staff }, turns: [{ person: { id: colleague.staff } }] },
    ]);
    const kept = service.directory().rows.cover.turns.filter((turn) => turn.watch === watch);
    expect(kept.map(({ staff }) => staff)).toEqual([maria, colleague.staff]);
    expect((kept[0]?.until ?? '') <= now()).toBe(true);
    done(await service.cover.endWatch(proven(PETER), watch, request({}, 2)));
    expect((await seenBy(PETER)).watches).toEqual([]);
  });
});

/** On a working day: the first Monday from tomorrow on that is no red day. */
function nextMondayAt(time: string, after: string): string {
  let day = addDays(localDate(after), 1);
  while (weekday(day) !== 1 || isRedDay(day)) day = addDays(day, 1);
  return instantAt(day, time);
}

function closed() {
  return Array.from({ length: 7 }, () => null);
}
