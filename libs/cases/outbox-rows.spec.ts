import { addDays, HOUR_MS, instantAt, localDate, plusMs, type Instant } from '@hemgang/kernel';
import { ANNA, County, HELENA, MARIA, PETER, query } from '@hemgang/testing';

const NORR = 'umea-bistand-norr';
const WORDS = { category: 'planering', text: 'Hon vill hem i kväll.' };
const ANSWER = {
  ...{ answer: 'known', currentMeasures: 'Trygghetslarm.', decision: { outcome: 'granted' } },
};
const CONSENT = { givenBy: 'person', way: 'spoken', scope: 'Allt.' };
const DAY_MS = 24 * HOUR_MS;

describe('what a unit is told', () => {
  let county: County;
  let anna: string;
  let maria: string;
  let colleagues: readonly string[];

  beforeAll(async () => {
    county = await County.open();
    const { service } = county;
    maria = county.reader(MARIA).staff;
    const people = new Set(
      service
        .directory()
        .peopleOf(NORR)
        .map(({ staff }) => staff),
    );
    colleagues = [...people].filter((staff) => staff !== maria);
    const address = { phone: null, mailFor: 'all', smsFor: 'nothing', language: 'sv' } as const;
    anna = county.reader(ANNA).staff;
    const wishes = [anna, maria, ...colleagues].map((staff) => ({
      ...{ staff, mail: `${staff}@umea.example`, ...address },
      ...{ digestHours: [8], quietFrom: null, quietUntil: null },
    }));
    await service.notify.wishes.put(wishes, now());
    const administrator = { ...county.reader(PETER), steppedUpUntil: '2099-01-01T00:00:00.000Z' };
    const turns = [{ staff: maria, from: now(), until: plusMs(now(), 100 * DAY_MS) }];
    const watch = { name: 'Jour Umeå', units: [NORR], mayDecide: false, turns };
    const answer = await service.cover.addWatch(administrator, watch, { body: watch, key: 'w' });
    if ('code' in answer) throw new Error(answer.code);
  }, 60_000);

  afterAll(() => county.close());

  const now = (): Instant => county.service.clock.now();

  /** Goes to that time on a day that comes; every day of the week is one. */
  const goTo = (time: string): Promise<void> => {
    const today = instantAt(localDate(now()), time);
    const at = today > now() ? today : instantAt(addDays(localDate(now()), 1), time);
    return county.service.advanceClock(Date.parse(at) - Date.parse(now()));
  };

  /** What leaves because of what waits: to whom, and whether at once. */
  const leaving = async () => {
    const { outbox, notify } = county.service;
    const [{ last } = { last: 0 }] = await query<{ last: number }>(
      county.databaseUrl,
      'select coalesce(max(id), 0)::int as last from deliveries',
    );
    const rows = await outbox.claim(500, now());
    await notify.notifier.tell(
      rows.map(({ id }) => id),
      now(),
    );
    return query<{ staff: string; acute: boolean; kind: string; soon: boolean }>(
      county.databaseUrl,
      `select staff, acute, kind, send_at < created_at + interval '10 seconds' as soon
       from deliveries where id > ${last} order by staff`,
    );
  };

  const told = async (): Promise<string> => {
    const { caseId } = await county.told();
    await leaving();
    return caseId;
  };

  const send = (caseId: string, priority: string) =>
    county.give(caseId, 'send-message', ANNA, { ...WORDS, priority, to: [NORR] });

  const everybody = (acute: readonly string[]) =>
    [maria, ...colleagues]
      .map((staff) => ({ staff, acute: acute.includes(staff), soon: acute.includes(staff) }))
      .sort((one, other) => (one.staff < other.staff ? -1 : 1))
      .map((each) => expect.objectContaining(each));

  it('that is acute reaches whoever has the watch at night when it is sent, once, and the others in the morning', async () => {
    await goTo('22:00');
    const caseId = await told();
    await send(caseId, 'acute');
    const deliveries = await leaving();
    expect(deliveries).toEqual(everybody([maria]));
    expect(deliveries[0]?.kind).toBe('meddelande-kvittens');
    await send(caseId, 'ordinary');
    expect(await leaving()).toEqual(everybody([]));
  });

  it('that is acute reaches the unit by day, at once', async () => {
    const caseId = await told();
    const other = await told();
    do await goTo('10:00');
    while (!isOpen());
    await send(caseId, 'acute');
    expect(await leaving()).toEqual(everybody([maria, ...colleagues]));
    await send(other, 'ordinary');
    expect(await leaving()).toEqual(everybody([]));
  });

  it('is also that something begins when it carries out the help, to which the leaving says nothing', async () => {
    const executor = 'umea-hemtjanst-norr';
    const { caseId } = await county.told();
    const startAt = plusMs(now(), 3 * HOUR_MS);
    await county.give(caseId, 'answer', MARIA, ANSWER);
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, {
      ...{ physician: 'Erik Sandström', judgedAt: now() },
    });
    await county.give(caseId, 'plan-start', MARIA, { startAt, executor });
    await leaving();
    await county.give(caseId, 'discharge', ANNA);
    await leaving();
    const notices = await query(
      county.databaseUrl,
      `select n.entry, n.duty from notices n join events e on e.case_id = n.case_id and e.seq = n.seq
       where n.unit = '${executor}' and n.case_id = '${caseId}' order by n.id`,
    );
    expect(notices).toEqual([
      { entry: 'uppdrag', duty: null },
      { entry: 'ny-uppgift', duty: null },
    ]);
  });

  it('is told nobody outside when it says only that something is seen to', async () => {
    const caseId = await told();
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'start-planning', MARIA);
    expect(await leaving()).toEqual([]);
    const notices = await query(
      county.databaseUrl,
      `select entry from notices where case_id = '${caseId}' and unit = 'nus-medicin-2' order by id`,
    );
    expect(notices).toEqual([{ entry: 'kvittens' }, { entry: 'planering' }]);
    await county.give(caseId, 'answer', MARIA, ANSWER);
    expect(await leaving()).toMatchObject([{ staff: anna }]);
  });

  it('is told outside once when one happening tells it of two things', async () => {
    const { caseId } = await county.sip();
    for (const [name, body] of [
      ['offer-sip', {}],
      ['record-consent', CONSENT],
      ['call', { units: [NORR] }],
    ] as const) {
      await county.giveAt('sips', caseId, name, HELENA, body);
    }
    expect(await leaving()).toEqual(everybody([]));
    const notices = await query(
      county.databaseUrl,
      `select entry from notices where case_id = '${caseId}' and unit = '${NORR}' order by id`,
    );
    expect(notices).toEqual([{ entry: 'sip-kallelse' }, { entry: 'sip-samtycke' }]);
  });

  const isOpen = (): boolean =>
    county.service.views.receivers().find(({ id }) => id === NORR)?.opening?.isOpen === true;
});
