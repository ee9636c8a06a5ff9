import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS, plusMs, type Clock } from '@hemgang/kernel';
import { accepted, County, MARIA, query } from '@hemgang/testing';
import { KeyExpiry } from '../../apps/worker/key-expiry';
import { Loop } from '../../apps/worker/loop';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

const WITHIN_MS = 20_000;
const DAY_MS = 24 * HOUR_MS;
const MANY = 2_500;

describe('idempotency keys in the worker', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
  });

  afterEach(() => county.close());

  /** The worker's clock, so long after the service's. */
  const clockAfter = (ms: number): Clock => ({
    now: () => plusMs(county.service.clock.now(), ms),
  });

  const expiryAt = (clock: Clock) => new KeyExpiry(county.service.idempotency, clock);

  const keys = async () => {
    const [row] = await query<{ n: number }>(
      county.databaseUrl,
      'select count(*)::int as n from idempotency',
    );
    return row?.n;
  };

  it('let a repeat be answered as the first time for 30 days, and are then forgotten', async () => {
    const { caseId } = await county.told();
    const repeat = () => county.try(caseId, 'acknowledge', MARIA, {}, { key: 'the-same' });
    const first = accepted(await repeat());
    await expiryAt(clockAfter(30 * DAY_MS - HOUR_MS)).round();
    expect(await repeat()).toMatchObject({ ok: true, replayed: true, version: first.version });
    await expiryAt(clockAfter(30 * DAY_MS + HOUR_MS)).round();
    expect(await keys()).toBe(0);
    expect(await repeat()).toMatchObject({ ok: false });
  });

  it('go batch by batch until none is left that is too old', async () => {
    await query(
      county.databaseUrl,
      `insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
       select 'anna', n::text, decode(repeat('0', 64), 'hex'), gen_random_uuid(), 1, 200, $1
       from generate_series(1, ${MANY}) n`,
      [county.service.clock.now()],
    );
    await county.admit();
    const expiry = expiryAt(clockAfter(31 * DAY_MS));
    const failures: unknown[] = [];
    const loop = new Loop(
      () => expiry.round(),
      (error) => failures.push(error),
    );
    try {
      expect(await waitUntil(async () => (await keys()) === 0, WITHIN_MS)).toBe(true);
    } finally {
      await loop.stop();
    }
    expect(failures).toEqual([]);
  });
});
