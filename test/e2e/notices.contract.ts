import { waitUntil } from '@hemgang/dev-services';
import { ANNA, County, MARIA, query } from '@hemgang/testing';
import { outboxHandlers } from '../../apps/worker/outbox-handlers';
import { Carrier, type Backend } from './queue-backend';

const CASES = 20;
const WITHIN_MS = 40_000;

interface Notice {
  readonly unit: string;
  readonly caseId: string;
  readonly seq: number;
  readonly entry: string;
}

/** The promises of the outbox, on any queue. */
export function noticesContract(backend: Backend): void {
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

  const waiting = async () => (await county.service.outbox.backlog()).waiting;

  const notices = () =>
    query<Notice>(
      county.databaseUrl,
      'select unit, case_id as "caseId", seq, entry from notices order by id',
    );

  const expectAllOnceInOrder = async (cases: readonly string[]): Promise<void> => {
    expect(await waitUntil(async () => (await waiting()) === 0, WITHIN_MS)).toBe(true);
    const all = await notices();
    for (const caseId of cases) {
      const told = all.filter((n) => n.caseId === caseId && n.unit === 'umea-bistand-norr');
      expect(told.map(({ entry }) => entry)).toEqual([
        'inskrivningsmeddelande',
        'utskrivningsklar',
      ]);
      const ward = all.filter((n) => n.caseId === caseId && n.unit === 'nus-medicin-2');
      expect(ward.map(({ entry }) => entry)).toEqual(['kvittens', 'svar']);
    }
  };

  /** Four notices: two to the municipality, two back to the ward. */
  const live = async (): Promise<string> => {
    const { caseId } = await county.told();
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'not-known' });
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    return caseId;
  };

  it('brings every notice once, in order for each case and receiver', async () => {
    await carrier.start();
    const cases: string[] = [];
    for (let count = 0; count < CASES; count += 1) cases.push(await live());
    await expectAllOnceInOrder(cases);
  });

  it('brings what was committed while no worker lived', async () => {
    const cases = [await live(), await live()];
    expect(await notices()).toEqual([]);
    expect(await waiting()).toBe(8);
    await carrier.start();
    await expectAllOnceInOrder(cases);
  });

  it('brings everything although the queue loses all it has in mid-load', async () => {
    await carrier.start();
    const cases: string[] = [];
    for (let count = 0; count < CASES; count += 1) {
      cases.push(await live());
      if (count % 5 === 4) await backend.wipe(county.databaseUrl);
    }
    await expectAllOnceInOrder(cases);
  });

  it('parks a notice that cannot be handled, visibly, and brings it when driven again', async () => {
    const { caseId } = await county.told();
    const [row] = await county.service.outbox.claim(10, county.service.clock.now());
    if (row === undefined) throw new Error('no outbox row');
    const [handler] = outboxHandlers(county.service, () => undefined);
    await handler?.onExhausted({ id: 'o-1-1', payload: { outboxIds: [row.id] } }, 'Error');
    expect((await county.service.outbox.backlog()).parked).toBe(1);
    const [parked] = await county.service.outbox.parked(10);
    expect(parked).toMatchObject({ caseId, errorCode: 'Error' });
    await carrier.start();
    await county.service.outbox.redrive([row.id]);
    expect(await waitUntil(async () => (await notices()).length === 1, WITHIN_MS)).toBe(true);
  });
}
