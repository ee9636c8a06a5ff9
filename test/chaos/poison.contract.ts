import { waitUntil } from '@hemgang/dev-services';
import { jobCatalogue, openJobQueue, type JobHandler, type JobQueue } from '@hemgang/queue';
import { County, MARIA, query, recordFinding } from '@hemgang/testing';
import { Loop } from '../../apps/worker/loop';
import { outboxHandlers } from '../../apps/worker/outbox-handlers';
import { Relay } from '../../apps/worker/relay';
import { hemgang } from '../cli/run';
import type { Backend } from '../e2e/queue-backend';

const WITHIN_MS = 40_000;

const attempts = { attempts: 3, firstRetryMs: 20 };

/** The real catalogue, but that giving up takes a moment instead of half a minute. */
const hasty = {
  'deliver-notices': { ...jobCatalogue['deliver-notices'], ...attempts },
  'tell-case': { ...jobCatalogue['tell-case'], ...attempts },
  'draft-incident': { ...jobCatalogue['draft-incident'], ...attempts },
} as const;

/** No notice of this kind can be stored, as when a column had become too narrow for it. */
const POISON = `
  alter table notices add constraint no_answers check (entry <> 'svar') not valid`;

interface Notice {
  readonly caseId: string;
  readonly entry: string;
}

/** A row that can never be handled, on any queue. */
export function poisonContract(name: string, backend: Pick<Backend, 'servers'>): void {
  let county: County;
  let queue: JobQueue;
  let relaying: Loop;

  beforeEach(async () => {
    county = await County.open();
    await query(county.databaseUrl, POISON);
  });

  afterEach(async () => {
    await relaying.stop();
    await queue.close();
    await county.close();
  });

  const carry = async (): Promise<void> => {
    const { service, databaseUrl } = county;
    queue = openJobQueue(hasty, backend.servers(databaseUrl), { warn: () => undefined });
    const handlers: JobHandler[] = outboxHandlers(service, () => relaying.wake());
    const relay = new Relay(service.outbox, queue, service.clock, handlers);
    relaying = new Loop(
      () => relay.round(),
      () => undefined,
    );
    await queue.process(handlers);
  };

  const notices = () =>
    query<Notice>(county.databaseUrl, 'select case_id as "caseId", entry from notices order by id');

  it('is parked where people see it, and takes no other of its batch with it', async () => {
    // Everything waits for one batch: of the three kinds to the ward, one is poison.
    const cases: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { caseId } = await county.told();
      cases.push(caseId);
      await county.give(caseId, 'acknowledge', MARIA);
    }
    const poisoned = cases[1] ?? '';
    await county.give(poisoned, 'answer', MARIA, { answer: 'not-known' });
    await carry();
    const isParked = async (): Promise<boolean> =>
      (await county.service.outbox.backlog()).waiting === 0;
    expect(await waitUntil(isParked, WITHIN_MS)).toBe(true);
    const after = await county.told();
    const isTold = async (): Promise<boolean> =>
      (await notices()).some(({ caseId }) => caseId === after.caseId);
    const goesOn = await waitUntil(isTold, WITHIN_MS);
    const told = await notices();
    const backlog = await county.service.outbox.backlog();
    const listed = await hemgang(['notices', 'parked'], county.databaseUrl);
    recordFinding(`poison-${name}`, {
      promise: `A poison job is parked while others go on, queue on ${name}`,
      figures: { told: told.length, parked: backlog.parked, 'goes on': String(goesOn) },
    });
    expect(backlog.parked).toBe(1);
    for (const caseId of cases) {
      const entries = told.filter((notice) => notice.caseId === caseId).map(({ entry }) => entry);
      expect(entries.sort()).toEqual(['inskrivningsmeddelande', 'kvittens']);
    }
    expect(goesOn).toBe(true);
    expect(listed.code).toBe(1);
    expect(listed.out).toContain(poisoned);
    expect(listed.out).toContain('23514');
    // The cause is mended, and what was parked is sent again.
    await query(county.databaseUrl, 'alter table notices drop constraint no_answers');
    expect((await hemgang(['notices', 'redrive'], county.databaseUrl)).code).toBe(0);
    const isAnswered = async (): Promise<boolean> =>
      (await notices()).some(({ caseId, entry }) => caseId === poisoned && entry === 'svar');
    expect(await waitUntil(isAnswered, WITHIN_MS)).toBe(true);
    expect((await hemgang(['notices', 'parked'], county.databaseUrl)).code).toBe(0);
  });
}
