import { maskOf, PURPOSES, readerOf, type Reader, type Relation } from '@hemgang/access';
import { fieldTables, isRefusal, type DischargeView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, PETER } from '@hemgang/testing';
import { DISCHARGE_FIELDS } from './discharge/discharge-fields';
import { masked } from './masked';

const FIRST_PAGE = { cursor: null, limit: 50 };
const EXECUTOR_UNIT = 'umea-norrskenet-hemtjanst';
const reason = 'Fel person valdes.';

/** Words of the patient and of what was written, each somewhere in the cases below. */
const TEXTS = ['Höftfraktur', 'Trygghetslarm', 'Behöver både hemsjukvård'];

describe('what leaves the house', () => {
  let county: County;
  let stay: string;
  let struck: string;
  let sip: string;
  let markers: readonly string[];

  const at = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);
  const as = (user: string, purpose: Reader['purpose']): Reader => {
    return { ...county.reader(user), purpose };
  };

  beforeAll(async () => {
    county = await County.open();
    const { caseId, view } = await county.told();
    stay = caseId;
    markers = [view.patient?.number ?? '', ...TEXTS];
    const answer = {
      answer: 'known',
      currentMeasures: 'Trygghetslarm.',
      decision: { outcome: 'granted' },
    };
    await county.give(stay, 'answer', MARIA, answer);
    const judgement = { physician: 'Erik Sandström', judgedAt: at(0) };
    await county.give(stay, 'mark-utskrivningsklar', ANNA, judgement);
    const text = { way: 'here', text: 'Höftfraktur.' };
    await county.give(stay, 'send-utskrivningsinformation', ANNA, text);
    await county.give(stay, 'plan-start', MARIA, { startAt: at(3), executor: EXECUTOR_UNIT });
    struck = (await county.told()).caseId;
    await county.give(struck, 'strike-wrong-person', ANNA, { reason });
    sip = (await county.sip()).caseId;
  });

  afterAll(() => county.close());

  const executor = () => county.service.directory().assignmentsOf(EXECUTOR_UNIT)[0]?.id ?? '';

  /** Every relation that is shown anything, by who has it where. */
  const readers = (): readonly [string, string, Relation, string][] => [
    ['discharges', stay, 'party', ANNA],
    ['discharges', stay, 'party', MARIA],
    ['discharges', stay, 'executor', executor()],
    ['discharges', struck, 'stranger', MARIA],
    ['sips', sip, 'party', HELENA],
  ];

  it('has no field outside the mask, for any relation and purpose', async () => {
    let looked = 0;
    for (const [path, id, relation, user] of readers()) {
      const type = path.slice(0, -1);
      const { view: groups } = fieldTables(type);
      for (const purpose of PURPOSES) {
        const view = await county.service.views.case(path, id, as(user, purpose));
        if (isRefusal(view)) throw new Error(view.code);
        const mask = maskOf(type, relation, purpose);
        expect(Object.keys(view).sort()).toEqual(Object.keys(groups).sort());
        const outside = Object.entries(view).filter(
          ([name, value]) => !mask.has(groups[name] ?? 'frame') && !isBlank(value),
        );
        expect([relation, purpose, outside]).toEqual([relation, purpose, []]);
        looked += 1;
      }
    }
    expect(looked).toBe(readers().length * PURPOSES.length);
  });

  it('is a view that was built for somebody: a field that is shown and was not built is no blank', () => {
    const { view: groups } = fieldTables('discharge');
    const mask = maskOf('discharge', 'stranger', 'social-services');
    const built = Object.fromEntries(
      Object.keys(DISCHARGE_FIELDS)
        .filter((name) => mask.has(groups[name] ?? 'money'))
        .map((name) => [name, name]),
    ) as Partial<DischargeView>;
    const whole = masked(built, DISCHARGE_FIELDS, mask);
    expect(whole).toMatchObject({ id: 'id', duties: 'duties', entries: [], patient: null });
    const { duties: _, ...less } = built;
    expect(() => masked(less, DISCHARGE_FIELDS, mask)).toThrow(
      '"duties" is shown here and was not built',
    );
    expect(() => masked(Object.assign({ extra: 1 }, built), DISCHARGE_FIELDS, mask)).toThrow(
      '"extra" has no group',
    );
    const nobody = maskOf('discharge', 'none', 'care');
    expect(() => masked(built, DISCHARGE_FIELDS, nobody)).toThrow('is not shown here');
  });

  it('names neither patient nor what was written to administration and follow-up, wherever they look', async () => {
    const { views } = county.service;
    for (const [path, id, , user] of readers()) {
      for (const purpose of ['administration', 'follow-up'] as const) {
        const reader = as(user, purpose);
        const seen = JSON.stringify([
          await views.case(path, id, reader),
          await views.events(path, id, reader, FIRST_PAGE),
          await views.cases(path, reader, FIRST_PAGE),
          await views.worklist(reader, {}, FIRST_PAGE),
          await views.inbox(reader, FIRST_PAGE),
        ]);
        expect(seen).toContain(id);
        expect(markers.filter((marker) => seen.includes(marker))).toEqual([]);
        expect(seen).not.toMatch(/"patient":\{/);
      }
    }
  });

  it('gives them no paper with the patient on it, and no search among her stays', async () => {
    const { views } = county.service;
    const reader = as(ANNA, 'administration');
    const notice = await views.noticeSheet('discharges', stay, 'h2-1', reader);
    expect(notice).toEqual({ code: 'ROLE_NOT_ALLOWED' });
    const stays = await views.staysToLink(sip, as(HELENA, 'follow-up'));
    expect(stays).toEqual({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('takes no command under another purpose than that of the work; nothing is written', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const { commands } = county.service;
    for (const purpose of ['administration', 'follow-up'] as const) {
      for (const [name, user, body] of [
        ['change-expected-discharge', ANNA, { expectedDischargeAt: at(48) }],
        ['report-ready', MARIA, {}],
        ['take-over', executor(), {}],
      ] as const) {
        const incoming = { body, key: `${purpose}-${name}` };
        const answer = await commands.give('discharges', stay, name, incoming, as(user, purpose));
        expect([name, answer]).toMatchObject([name, { refusal: { code: 'ROLE_NOT_ALLOWED' } }]);
      }
      const incoming = { body: county.admission(), key: `${purpose}-admit` };
      const opened = await commands.open('discharges', incoming, as(ANNA, purpose));
      expect(opened).toMatchObject({ refusal: { code: 'ROLE_NOT_ALLOWED' } });
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('takes no command from whoever should never have known of the case', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    for (const name of ['acknowledge', 'makulera-event']) {
      expect(await county.try(struck, name, MARIA, { event: 2 })).toMatchObject({
        refusal: { code: 'ROLE_NOT_ALLOWED' },
      });
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('is decided by the assignment’s purpose when nobody says another', () => {
    const directory = county.service.directory();
    expect(readerOf(directory, ANNA, 'sv')?.purpose).toBe('care');
    expect(readerOf(directory, MARIA, 'sv')?.purpose).toBe('social-services');
    expect(readerOf(directory, PETER, 'sv')?.purpose).toBe('administration');
  });
});

function isBlank(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
