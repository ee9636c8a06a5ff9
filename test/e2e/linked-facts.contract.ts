import { waitUntil } from '@hemgang/dev-services';
import { ANNA, County, MARIA, query } from '@hemgang/testing';
import { Carrier, type Backend } from './queue-backend';

const CASES = 10;
const WITHIN_MS = 40_000;

interface Told {
  readonly caseId: string;
  readonly source: string;
}

/** The promises of facts between cases, on any queue. */
export function linkedFactsContract(backend: Backend): void {
  let county: County;
  let carrier: Carrier;

  beforeEach(async () => {
    county = await County.open();
    carrier = new Carrier(county, backend);
  });

  afterEach(async () => {
    await carrier.stop();
    await county.close();
  });

  const done = async () => (await county.service.outbox.backlog()).waiting === 0;

  /** Home and back again. @returns the old case and the new one */
  const readmit = async () => {
    const body = county.admission();
    const old = await county.left(body);
    const fresh = await county.admit(body);
    return { old: old.caseId, fresh: fresh.caseId };
  };

  const told = () =>
    query<Told>(
      county.databaseUrl,
      `select case_id as "caseId", payload ->> 'case' as source from events
       where type = 'patient-readmitted' order by case_id`,
    );

  const expectEachToldOnce = async (pairs: readonly { old: string; fresh: string }[]) => {
    expect(await waitUntil(done, WITHIN_MS)).toBe(true);
    const expected = pairs.map(({ old, fresh }) => ({ caseId: old, source: fresh }));
    expect(await told()).toEqual(expected.sort((a, b) => (a.caseId < b.caseId ? -1 : 1)));
    const open = await query(
      county.databaseUrl,
      `select id from duties where closed_at is null
       and case_id = any (array(select target from inbox))`,
    );
    expect(open).toEqual([]);
    const notices = await query<{ count: number }>(
      county.databaseUrl,
      `select count(*)::int as count from notices where entry = 'aterinskriven'`,
    );
    expect(notices[0]?.count).toBe(pairs.length);
  };

  it('tells each old case once, and those who were to go there', async () => {
    await carrier.start();
    const pairs = [];
    for (let count = 0; count < CASES; count += 1) pairs.push(await readmit());
    await expectEachToldOnce(pairs);
  });

  it('tells what was committed while no worker lived', async () => {
    const pairs = [await readmit(), await readmit()];
    expect(await told()).toEqual([]);
    await carrier.start();
    await expectEachToldOnce(pairs);
  });

  it('tells everything although the queue loses all it has in mid-load', async () => {
    await carrier.start();
    const pairs = [];
    for (let count = 0; count < CASES; count += 1) {
      pairs.push(await readmit());
      if (count % 3 === 2) await backend.wipe(county.databaseUrl);
    }
    await expectEachToldOnce(pairs);
  });

  it('tells a case that others give commands to at the same time', async () => {
    const { old, fresh } = await readmit();
    await carrier.start();
    const commands = [
      () => county.try(old, 'acknowledge', MARIA),
      () => county.try(old, 'answer', MARIA, { answer: 'not-known' }),
      () => county.try(old, 'give-patient-summary', ANNA, { way: 'here', text: 'Går.' }),
    ];
    await Promise.all(commands.map((command) => command()));
    await expectEachToldOnce([{ old, fresh }]);
  });
}
