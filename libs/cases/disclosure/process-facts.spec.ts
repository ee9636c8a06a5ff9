import { isRefusal, type DischargeView, type EventView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, County, HELENA, MARIA } from '@hemgang/testing';
import { PROCESS_FACTS } from './process-facts';

const LATE = 'vannas-bistand';

describe('what of the course of a case reaches whom', () => {
  let county: County;
  let caseId: string;
  let late: string;

  beforeAll(async () => {
    county = await County.open();
    late = county.service.directory().assignmentsOf(LATE)[0]?.id ?? '';
    ({ caseId } = await county.told());
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'known', currentMeasures: 'Larm.' });
    const from = plusMs(county.service.clock.now(), 2 * HOUR_MS);
    await county.give(caseId, 'note-permission', ANNA, {
      from,
      until: plusMs(from, 4 * HOUR_MS),
    });
    await county.service.advanceClock(1);
    await county.give(caseId, 'add-receiver', ANNA, { unit: LATE });
    await county.give(caseId, 'acknowledge', late);
  });

  afterAll(() => county.close());

  const view = async (user: string): Promise<DischargeView> => {
    const shown = await county.service.views.case('discharges', caseId, county.reader(user));
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown;
  };

  const timeline = async (user: string): Promise<readonly EventView[]> => {
    const reader = county.reader(user);
    const page = { cursor: null, limit: 50 };
    const shown = await county.service.views.events('discharges', caseId, reader, page);
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown.items;
  };

  it('has an extent for every fact and every kind of reader', () => {
    for (const extents of Object.values(PROCESS_FACTS)) {
      expect(Object.keys(extents).sort()).toEqual(['executor', 'party', 'sender', 'stranger']);
    }
  });

  it('is all of it for the ward: both sides’ duties, receipts and the whole timeline', async () => {
    const seen = await view(ANNA);
    expect(seen.duties.some(({ owner }) => owner.unit.id === 'umea-bistand-norr')).toBe(true);
    expect(seen.parties.every(({ id, seenAt }) => id === 'ward' || seenAt !== null)).toBe(true);
    expect((await timeline(ANNA)).map(({ type }) => type)).not.toContain('internal');
  });

  it('is both sides’ duties and receipts for a party from the first', async () => {
    const seen = await view(MARIA);
    const owners = new Set(seen.duties.map(({ owner }) => owner.unit.id));
    expect(owners.has('nus-medicin-2')).toBe(true);
    expect(owners.has('umea-bistand-norr')).toBe(true);
    expect(seen.why).not.toBe('');
    expect(seen.parties.find(({ unit }) => unit.id === LATE)?.acknowledgedAt).not.toBeNull();
    const [first, ...rest] = await timeline(MARIA);
    expect(first?.type).toBe('admit');
    expect(rest.map(({ type }) => type)).not.toContain('internal');
  });

  it('begins for a later party when it joined: what was over then is not told', async () => {
    const seen = await view(late);
    const others = seen.duties.filter(({ owner }) => owner.unit.id === 'umea-bistand-norr');
    expect(others.every(({ closedAt }) => closedAt === null)).toBe(true);
    expect(seen.duties.some(({ owner }) => owner.unit.id === LATE)).toBe(true);
    expect(seen.why).toBe((await view(MARIA)).why);
    const events = await timeline(late);
    expect(events.map(({ type }) => type)).toEqual([
      'admit',
      'internal',
      'internal',
      'internal',
      'internal',
      'add-receiver',
      'acknowledge',
    ]);
    expect(JSON.stringify(events.slice(1, 5))).not.toMatch(/permission|answer|larm|svar/i);
  });

  it('is the whole for other units of the ward’s own authority', async () => {
    await county.give(caseId, 'add-receiver', ANNA, { unit: 'ersboda-halsocentral' });
    expect((await timeline(HELENA)).map(({ type }) => type)).not.toContain('internal');
    expect((await view(HELENA)).duties.some(({ closedAt }) => closedAt !== null)).toBe(true);
  });
});
