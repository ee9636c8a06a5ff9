import type { Reader } from '@hemgang/access';
import { isRefusal, type CaseView, type EmergencyView, type OpenedView } from '@hemgang/cases';
import type { Refusal } from '@hemgang/kernel';
import { HOUR_MS, MINUTE_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query, SUSANNE } from '@hemgang/testing';

/** A physician on another ward of the same region. */
const JOHAN = 'johan-holmgren-nus-geriatrik-1';
const PAGE = { cursor: null, limit: 50 };

describe('an emergency opening (PDL 4:4-4:5)', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const fresh = (user: string): Reader => ({
    ...county.reader(user),
    steppedUpUntil: plusMs(county.service.clock.realNow(), 9 * HOUR_MS),
  });

  const admitted = async () => {
    const body = county.admission();
    const { caseId } = await county.told(body);
    return { caseId, ...(body['patient'] as { number: string; name: string }) };
  };

  const open = (reader: Reader, number: string) =>
    county.service.guards.emergencies.open(reader, {
      number,
      reason: 'treats-now',
      words: 'Medvetslös på akuten.',
    });

  const see = (caseId: string, reader: Reader) =>
    county.service.views.case('discharges', caseId, reader);

  const opened = async (number: string): Promise<OpenedView> =>
    good(await open(fresh(JOHAN), number));

  const good = <Value extends object>(value: Value | Refusal): Value => {
    if (isRefusal(value)) throw new Error(value.code);
    return value;
  };

  const queue = async (): Promise<readonly EmergencyView[]> =>
    good(await county.service.guards.emergencies.queue(fresh(SUSANNE), true, PAGE)).items;

  const actions = (caseId: string) =>
    query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where case_id = '${caseId}' and staff = 'johan-holmgren' order by id`,
    );

  it('shows one patient’s cases to another unit of the same care provider, and the log marks it', async () => {
    const { caseId, number, name } = await admitted();
    const other = await admitted();
    expect(await see(caseId, fresh(JOHAN))).toEqual({ code: 'NOT_FOUND' });
    const { cases, until } = await opened(number);
    expect(cases.map(({ id }) => id)).toEqual([caseId]);
    const seen = good<CaseView>(await see(caseId, fresh(JOHAN)));
    expect(seen).toMatchObject({ patient: { name }, emergencyUntil: until });
    expect(seen.allowedCommands).toEqual([]);
    expect(await see(other.caseId, fresh(JOHAN))).toEqual({ code: 'NOT_FOUND' });
    expect(await actions(caseId)).toEqual([
      { action: 'refused:read:case' },
      { action: 'emergency:read:case' },
    ]);
  });

  it('is nobody else’s, not even at the same unit, and gives no command', async () => {
    const { caseId, number } = await admitted();
    await opened(number);
    const colleague = county.service
      .directory()
      .rows.assignments.find(
        ({ unit, staff }) => unit === 'nus-geriatrik-1' && staff !== 'johan-holmgren',
      );
    expect(await see(caseId, fresh(colleague?.id ?? ''))).toEqual({ code: 'NOT_FOUND' });
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, 'judge-need', JOHAN, {});
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('tells those who answer for it at once, by ids alone', async () => {
    const { number, name } = await admitted();
    const { id } = await opened(number);
    const rows = await query<{ receiver: string; task: object }>(
      county.databaseUrl,
      `select receiver, task, key from outbox where key like 'emergency.${id}.%' order by receiver`,
    );
    expect(rows.map(({ receiver }) => receiver)).toEqual(['nus-geriatrik-1', 'region-betalning']);
    const text = JSON.stringify(rows);
    expect([name, number].filter((words) => text.includes(words))).toEqual([]);
  });

  it('waits in the queue of the controller’s administrators until one has judged it', async () => {
    const { caseId, number } = await admitted();
    const { id } = await opened(number);
    await see(caseId, fresh(JOHAN));
    expect((await queue()).find((each) => each.id === id)).toMatchObject({
      staff: { name: 'Johan Holmgren' },
      reason: 'treats-now',
      words: 'Medvetslös på akuten.',
      reads: 1,
      verdict: null,
    });
    const said = { verdict: 'questioned', words: 'Ingen vårdrelation den dagen.' } as const;
    const review = () => county.service.guards.emergencies.review(fresh(SUSANNE), Number(id), said);
    expect(await review()).toMatchObject({
      verdict: 'questioned',
      reviewedBy: { name: 'Susanne Ågren' },
    });
    expect((await queue()).some((each) => each.id === id)).toBe(false);
    expect(await review()).toMatchObject({ code: 'COMMAND_NOT_POSSIBLE' });
  });

  it('shows no more of somebody with a protected identity than her process', async () => {
    const body = county.admission();
    const patient = {
      ...(body['patient'] as { number: string; name: string }),
      protection: 'marked',
    };
    const { caseId } = await county.told({ ...body, patient });
    await opened(patient.number);
    const seen = good<CaseView>(await see(caseId, fresh(JOHAN)));
    expect(seen.patient?.name).toBe('Skyddade personuppgifter');
    expect(seen.entries).toEqual([]);
  });

  const refusals: readonly [string, string, string, (reader: Reader) => Reader][] = [
    [
      'across controllers, though the municipality knows her',
      'ROLE_NOT_ALLOWED',
      MARIA,
      (reader) => reader,
    ],
    ['by an administrator', 'ROLE_NOT_ALLOWED', SUSANNE, (reader) => reader],
    [
      'by a nurse of a municipality that holds nothing',
      'NOT_FOUND',
      'sara-wiklund-umea-hemsjukvard-norr',
      (reader) => reader,
    ],
    [
      'without a fresh proof of who one is',
      'STEP_UP_NEEDED',
      JOHAN,
      (reader) => ({ ...reader, steppedUpUntil: null }),
    ],
  ];

  it.each(refusals)('is refused %s, and nothing is written', async (_, code, user, as) => {
    const body = county.admission();
    await county.admit(body);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const { number } = body['patient'] as { number: string };
    expect(await open(as(fresh(user)), number)).toMatchObject({ code });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('of nobody on record, and of somebody whom only others know, is refused alike', async () => {
    const { number } = (county.admission()['patient'] ?? {}) as { number: string };
    const unknown = await open(fresh(JOHAN), number);
    const { number: known } = await admitted();
    const sara = fresh('sara-wiklund-umea-hemsjukvard-norr');
    expect(await open(sara, known)).toEqual(unknown);
  });

  it('is reviewed by no one but an administrator of the same controller', async () => {
    const { number } = await admitted();
    const { id } = await opened(number);
    const said = { verdict: 'approved', words: 'Rimligt.' } as const;
    const review = (user: string) =>
      county.service.guards.emergencies.review(fresh(user), Number(id), said);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await review(ANNA)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await review('peter-holmlund-umea-betalning')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('ends after an hour', async () => {
    const { caseId, number } = await admitted();
    await opened(number);
    await county.service.advanceClock(59 * MINUTE_MS);
    expect(isRefusal(good(await see(caseId, fresh(JOHAN))))).toBe(false);
    await county.service.advanceClock(2 * MINUTE_MS);
    expect(await see(caseId, fresh(JOHAN))).toEqual({ code: 'NOT_FOUND' });
  });
});
