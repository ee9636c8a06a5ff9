import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { hemgang } from './run';

const EXAMPLE = join(__dirname, '../../docs/examples/import.jsonl');
const UMEA = 'umea-bistand-norr';

interface Row {
  readonly [column: string]: unknown;
}

describe('hemgang import', () => {
  let county: County;
  let folder: string;

  beforeAll(async () => {
    county = await County.open();
    folder = mkdtempSync(join(tmpdir(), 'hemgang-import-'));
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await county.close();
  });

  const ago = (hours: number) => plusMs(county.service.clock.now(), -hours * HOUR_MS);
  const run = (lines: readonly unknown[], ...more: string[]) => {
    const file = join(folder, `${Math.random()}.jsonl`);
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    writeFileSync(file, text.join('\n'));
    return hemgang(['import', file, ...more], county.databaseUrl);
  };
  const rows = (text: string, values: unknown[] = []) =>
    query<Row>(county.databaseUrl, text, values);

  /** Admitted five days ago, told and answered; utskrivningsklar since yesterday. */
  const written = (id: string, more: object = {}) => {
    const { patient } = county.admission();
    return {
      source: 'Prator',
      id,
      patient,
      ward: 'nus-medicin-2',
      receivers: [UMEA],
      events: [
        {
          type: 'admit',
          occurredAt: ago(120),
          needs: { socialServices: true, municipalHealthCare: false, openCare: false },
          physician: 'Erik Sandström',
        },
        {
          type: 'send-inskrivningsmeddelande',
          occurredAt: ago(118),
          expectedDischargeAt: ago(-24),
        },
        { type: 'acknowledge', occurredAt: ago(117), unit: UMEA },
        {
          type: 'mark-utskrivningsklar',
          occurredAt: ago(26),
          judgedAt: ago(27),
          physician: 'Karin Åström',
        },
      ],
      ...more,
    };
  };
  /** The case that was imported last. */
  const latest = async () => {
    const [found] = await rows('select case_id from events order by tx desc, seq limit 1');
    return String(found?.['case_id']);
  };

  it('opens a case with its duties, at the times of the older system', async () => {
    expect(await run([written('1')])).toMatchObject({ code: 0, err: '' });
    const caseId = await latest();
    const view = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    if ('code' in view) throw new Error(view.code);
    expect(view).toMatchObject({
      state: 'utskrivningsklar',
      version: 4,
      patient: { name: expect.any(String) },
      utskrivningsklar: { judgedAt: expect.any(String) },
    });
    const events = await rows(
      `select type, occurred_at < now() - interval '1 hour' as past,
         given ->> 'source' as source, actor ->> 'unit' as unit,
         count(*) over (partition by recorded_at) as together
       from events where case_id = $1 order by seq`,
      [caseId],
    );
    expect(events).toHaveLength(4);
    expect(
      events.every(({ source, past, together }) => source === 'Prator' && past && together === '4'),
    ).toBe(true);
    const svar = view.duties.find(({ key }) => key === 'svar');
    expect(svar?.dueAt).toBe(plusMs(svar?.openedAt ?? '', 24 * HOUR_MS));
    expect(svar?.overdue).toBe(true);
    const kvittens = view.duties.filter(({ key }) => key === 'kvittens');
    expect(kvittens.map(({ closedAt }) => closedAt === null)).toEqual([false, true]);
  });

  it('assumes no consent of whoever hides or had objected; of others that there was one', async () => {
    const basisOf = async (line: ReturnType<typeof written>) => {
      const answer = { answer: 'known', currentMeasures: 'Hemtjänst.', occurredAt: ago(100) };
      const [admit, notice, seen] = line.events;
      const events = [admit, notice, seen, { type: 'answer', unit: UMEA, ...answer }];
      expect(await run([{ ...line, events }])).toMatchObject({ code: 0, err: '' });
      const { views } = county.service;
      const found = await views.disclosures('discharges', await latest(), county.reader(MARIA));
      if (isRefusal(found)) throw new Error(found.code);
      const told = found.items.filter(({ by }) => by.unit?.id === UMEA);
      expect(told).toHaveLength(1);
      return told[0];
    };
    const hides = (grade: string) => {
      const line = written(grade);
      return { ...line, patient: { ...(line.patient as object), protection: grade } };
    };
    const objects = async (id: string, hours: number) => {
      const line = written(id);
      const { caseId } = await county.open(
        'sips',
        { patient: line.patient, need: 'Stöd.' },
        HELENA,
      );
      await rows(
        `insert into objections (person, controller, told_by, since, staff)
         select person_id, $1, 'patient', $2, 'maria-forsberg' from cases where id = $3`,
        [county.reader(MARIA).controller, ago(hours), caseId],
      );
      return line;
    };
    expect(await basisOf(written('open'))).toMatchObject({ basis: 'CONSENT', assumed: true });
    for (const grade of ['marked', 'protected']) {
      expect(await basisOf(hides(grade))).toMatchObject({ basis: null });
    }
    expect(await basisOf(await objects('before', 110))).toMatchObject({ basis: null });
    expect(await basisOf(await objects('after', 90))).toMatchObject({ basis: 'CONSENT' });
  });

  it('sends nothing: not now, and no reminder of what is past; what is to come comes', async () => {
    await run([written('2')]);
    const caseId = await latest();
    expect(await rows('select * from outbox where case_id = $1', [caseId])).toEqual([]);
    const timers = await rows('select duty, fire_at from timers where case_id = $1 and live', [
      caseId,
    ]);
    const now = county.service.clock.now();
    expect(timers.length).toBeGreaterThan(0);
    expect(timers.filter(({ fire_at: at }) => new Date(String(at)).toISOString() <= now)).toEqual(
      [],
    );
    const due = await county.service.timers.due(now, 1_000);
    expect(due.filter((each) => each.caseId === caseId)).toEqual([]);
  });

  it('says in the timeline where each event came from, and lets the ward correct it', async () => {
    await run([written('3')]);
    const caseId = await latest();
    const page = { cursor: null, limit: 100 };
    const found = await county.service.views.events(
      'discharges',
      caseId,
      county.reader(ANNA),
      page,
    );
    if ('code' in found) throw new Error(found.code);
    expect(found.items[3]).toMatchObject({
      type: 'mark-utskrivningsklar',
      source: 'Prator',
      actor: { person: null, unit: { id: 'nus-medicin-2' } },
      mayCorrect: ['judgedAt'],
    });
    await county.give(caseId, 'correct', ANNA, { event: 4, judgedAt: ago(28), reason: 'Fel tid.' });
    await county.give(caseId, 'answer', MARIA, { answer: 'not-known' });
  });

  it('reads what its page shows', async () => {
    expect(await hemgang(['import', EXAMPLE, '--json'], county.databaseUrl)).toMatchObject({
      code: 0,
      out: expect.stringContaining('"imported":2'),
    });
    expect(readFileSync(join(__dirname, '../../docs/import.md'), 'utf8')).toContain(
      'examples/import.jsonl',
    );
  });

  it('takes a case over once', async () => {
    const one = written('4');
    expect((await run([one])).code).toBe(0);
    const before = await contentsOf(county.databaseUrl);
    const again = await run([one]);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('fanns redan: 1') });
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  const bad = (events: readonly object[]) => {
    const one = written('bad');
    return { ...one, events: [...one.events.slice(0, 2), ...events] };
  };

  it.each<[string, () => unknown, RegExp]>([
    ['no JSON', () => '{"source":', /^rad 2: går inte att läsa som JSON$/m],
    ['no ward', () => ({ ...written('x'), ward: undefined }), /^rad 2: fel eller saknas: ward$/m],
    [
      'no admission',
      () => ({ ...written('x'), events: written('x').events.slice(1) }),
      /^rad 2: börjar inte/m,
    ],
    [
      'an unknown ward',
      () => ({ ...written('x'), ward: 'finns-inte' }),
      /^rad 2: händelse 1 \(admit\): Enheten finns inte/m,
    ],
    [
      'an event that there is not',
      () => bad([{ type: 'dance', occurredAt: ago(100) }]),
      /^rad 2: händelse 3 \(dance\): Händelsen finns inte/m,
    ],
    [
      'an event out of turn',
      () => bad([{ type: 'withdraw-utskrivningsklar', occurredAt: ago(100), reason: 'Feber.' }]),
      /^rad 2: händelse 3 \(withdraw-utskrivningsklar\)/m,
    ],
    [
      'an event before the one before it',
      () => bad([{ type: 'acknowledge', occurredAt: ago(119), unit: UMEA }]),
      /^rad 2: händelse 3 \(acknowledge\): Händelsen står efter en som hände senare/m,
    ],
    [
      'an event in the future',
      () => bad([{ type: 'acknowledge', occurredAt: ago(-1), unit: UMEA }]),
      /^rad 2: händelse 3 \(acknowledge\)/m,
    ],
    [
      'an event of a unit that has no part',
      () => bad([{ type: 'acknowledge', occurredAt: ago(100), unit: 'vannas-bistand' }]),
      /^rad 2: händelse 3 \(acknowledge\)/m,
    ],
    [
      'a wrong field',
      () => bad([{ type: 'answer', occurredAt: ago(100), unit: UMEA, answer: 'kanske' }]),
      /^rad 2: händelse 3 \(answer\): .*\/answer/m,
    ],
  ])(
    'lists %s by its line, writes nothing of it and takes the others',
    async (_what, line, words) => {
      const known = await rows('select count(*) from cases');
      const ran = await run([written(`before ${_what}`), line(), written(`after ${_what}`)]);
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(words);
      expect(ran.out).toContain('Hämtade: 2, fanns redan: 0, felaktiga: 1.');
      const [{ count } = { count: 0 }] = await rows('select count(*) from cases');
      expect(Number(count)).toBe(Number(known[0]?.['count']) + 2);
    },
  );

  it('a bad file alone leaves everything as it was', async () => {
    const before = await contentsOf(county.databaseUrl);
    expect((await run([bad([{ type: 'dance', occurredAt: ago(100) }])])).code).toBe(1);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('says of a patient who has an open stay here that she has', async () => {
    const body = county.admission();
    await county.admit(body);
    const before = await contentsOf(county.databaseUrl);
    const ran = await run([{ ...written('5'), patient: body['patient'] }]);
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('rad 1:') });
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('names a case that stands twice in the file', async () => {
    const ran = await run([written('6'), { ...written('6') }]);
    expect(ran).toMatchObject({
      code: 1,
      out: expect.stringContaining('rad 2: samma ärende som rad 1'),
    });
  });

  it.each([
    ['no file', ['import', '/finns/inte.jsonl']],
    ['nothing in it', ['import', '/dev/null']],
  ])('cannot run with %s', async (_what, args) => {
    expect((await hemgang(args, county.databaseUrl)).code).toBe(2);
  });
});
