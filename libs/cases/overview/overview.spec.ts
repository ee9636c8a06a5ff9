import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, PETER, SUSANNE } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { OverviewView } from './overview-view';

/** Administers Norsjö, which has no part in any case here. */
const KENT = 'kent-astrom-norsjo-betalning';
/** Carries out help for Umeå; a private provider. */
const EXECUTOR = 'umea-norrskenet-hemtjanst';
const WARD = 'nus-medicin-2';
const NORR = 'umea-bistand-norr';
const DAY_MS = 24 * HOUR_MS;

describe('the overview of an administrator', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
  });
  afterEach(() => county.close());

  const seenBy = async (user: string): Promise<OverviewView> => {
    const answer = await county.service.overview.read(county.reader(user));
    if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
    return answer;
  };
  const counts = (lines: OverviewView['late']) =>
    Object.fromEntries(lines.map(({ unit, count }) => [unit.id, count]));

  it('counts what is late at the own units, and at others in the own cases; of others nothing', async () => {
    await county.told();
    expect(await seenBy(PETER)).toMatchObject({ late: [], lateOfOthers: [] });
    await county.service.advanceClock(25 * HOUR_MS);
    const [ofUmea, ofRegion, ofNorsjo] = await Promise.all([PETER, SUSANNE, KENT].map(seenBy));
    const late = counts(ofUmea?.late ?? [])[NORR] ?? 0;
    expect(late).toBeGreaterThan(0);
    expect(counts(ofRegion?.lateOfOthers ?? [])).toEqual({ [NORR]: late });
    expect(counts(ofRegion?.late ?? [])[NORR]).toBeUndefined();
    expect(ofNorsjo).toMatchObject({ late: [], lateOfOthers: [], quality: { units: [] } });
    const now = county.service.clock.now();
    expect(ofUmea?.late.every(({ worstDueAt }) => worstDueAt < now)).toBe(true);
  });

  it('tells who carries out help nothing of what is late at others', async () => {
    const { caseId } = await county.told();
    const startAt = plusMs(county.service.clock.now(), 3 * HOUR_MS);
    const judgement = { physician: 'E. S.', judgedAt: county.service.clock.now() };
    const answer = {
      ...{ answer: 'known', currentMeasures: 'Larm.', decision: { outcome: 'granted' } },
    };
    await county.give(caseId, 'answer', MARIA, answer);
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
    await county.give(caseId, 'plan-start', MARIA, { startAt, executor: EXECUTOR });
    await county.service.advanceClock(5 * DAY_MS);
    const controller = county.service.directory().controllerOf(EXECUTOR)?.id ?? '';
    const provider = { ...county.reader(PETER), controller };
    const seen = await county.service.overview.read(provider);
    expect(seen).toMatchObject({ lateOfOthers: [], quality: { units: [{ silent: 1 }] } });
    expect((await seenBy(SUSANNE)).lateOfOthers).not.toEqual([]);
  });

  it('tells others nothing of a notice that secrecy hinders', async () => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    const secrecy = { physician: 'E. S.', judgedAt, secrecyHinders: true };
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, secrecy);
    await county.service.advanceClock(4 * DAY_MS);
    const lateOnWard = async (user: string) => {
      const view = await county.service.views.case('discharges', caseId, county.reader(user));
      if (isRefusal(view)) throw new Error(`refused: ${view.code}`);
      return view.duties.filter(({ owner, overdue }) => owner.unit.id === WARD && overdue).length;
    };
    const [ofWard, ofReceiver] = [await lateOnWard(ANNA), await lateOnWard(MARIA)];
    expect(ofWard).toBeGreaterThan(ofReceiver);
    expect(counts((await seenBy(SUSANNE)).late)[WARD]).toBe(ofWard);
    expect(counts((await seenBy(PETER)).lateOfOthers)[WARD] ?? 0).toBe(ofReceiver);
  });

  it('counts stays of which nothing is noted for three days, until something is', async () => {
    const { caseId } = await county.told();
    await county.service.advanceClock(2 * DAY_MS);
    expect((await seenBy(SUSANNE)).quality).toMatchObject({ silentDays: 3, units: [] });
    await county.service.advanceClock(2 * DAY_MS);
    const silent = (unit: string) => ({ unit: { id: unit }, silent: 1, reserve: 0 });
    expect((await seenBy(SUSANNE)).quality.units).toMatchObject([silent(WARD)]);
    expect((await seenBy(PETER)).quality.units).toMatchObject([silent(NORR)]);
    await county.give(caseId, 'register-death', ANNA);
    expect((await seenBy(SUSANNE)).quality.units).toEqual([]);
  });

  it('counts patients with a reserve number', async () => {
    const patient = { number: 'VB2026-000001', name: 'Okänd kvinna', address: 'Okänd adress' };
    const { needs, physician } = county.admission();
    await county.admit({ patient, needs, physician });
    expect((await seenBy(SUSANNE)).quality.units).toMatchObject([
      { unit: { id: WARD }, silent: 0, reserve: 1 },
    ]);
    expect((await seenBy(PETER)).quality.units).toEqual([]);
  });

  it('says for which of the years an amount is missing, until it is entered', async () => {
    const { rates } = (await seenBy(PETER)).agreement;
    expect(rates.map(({ orePerDay }) => orePerDay)).toEqual([null, null]);
    const year = rates[1]?.year ?? 0;
    const rate = { year, kronor: 13_000, source: 'HSLF-FS', by: SUSANNE };
    expect(await county.service.payment.rates.enter(rate)).toBe('entered');
    expect((await seenBy(PETER)).agreement.rates[1]).toEqual({ year, orePerDay: 1_300_000 });
  });

  it('counts assignments of the own controller that end within thirty days', async () => {
    const { rows } = county.service.directory();
    const now = county.service.clock.now();
    const endsIn = (days: number) => ({ until: plusMs(now, days * DAY_MS) });
    const own = rows.assignments.filter(({ unit }) => unit === NORR);
    const [first, second] = own.map(({ id }) => id);
    const assignments = rows.assignments.map((each) => ({
      ...each,
      ...(each.id === first && { term: endsIn(29) }),
      ...(each.id === second && { term: endsIn(31) }),
    }));
    await county.service.replaceDirectory({ ...rows, assignments });
    expect((await seenBy(PETER)).staff).toEqual({ lapsing: 1, lapsingDays: 30 });
    expect((await seenBy(KENT)).staff.lapsing).toBe(0);
  });

  it('is nobody else’s; each reading is noted, and a refusal writes its line alone', async () => {
    const { databaseUrl, service } = county;
    const before = await contentsOf(databaseUrl, 'access_log');
    const reading = service.overview.read(county.reader(ANNA));
    expect(await reading).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await contentsOf(databaseUrl, 'access_log')).toEqual(before);
  });
});
