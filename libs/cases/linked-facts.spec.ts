import { randomUUID } from 'node:crypto';
import { contentsOf, County, query } from '@hemgang/testing';

interface Remembered {
  readonly sourceSeq: number;
  readonly targetSeq: number | null;
}

describe('a fact from a linked case', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  /** A fact on its way, as the write of its source would have left it. */
  const send = async (source: string, seq: number, target: string): Promise<number> => {
    const [row] = await query<{ id: string }>(
      county.databaseUrl,
      `insert into outbox (key, case_id, seq, receiver, job, task, created_at)
       values ('${randomUUID()}', '${source}', ${seq}, '${target}', 'tell-case',
               '{"fact": "patient-readmitted", "payload": {}}', now()) returning id`,
    );
    return Number(row?.id);
  };

  const remembered = (target: string) =>
    query<Remembered>(
      county.databaseUrl,
      `select source_seq as "sourceSeq", target_seq as "targetSeq" from inbox
       where target = '${target}' order by source_seq`,
    );

  const versionOf = async (caseId: string): Promise<number> => {
    const [row] = await query<{ version: number }>(
      county.databaseUrl,
      `select version from cases where id = '${caseId}'`,
    );
    return row?.version ?? 0;
  };

  it('that comes after a newer one is noted and changes nothing', async () => {
    const target = await county.left();
    const source = await county.told();
    await county.service.linkedFacts.tell([await send(source.caseId, 2, target.caseId)]);
    expect(await versionOf(target.caseId)).toBe(target.version + 1);
    const before = await contentsOf(county.databaseUrl, 'inbox');
    await county.service.linkedFacts.tell([await send(source.caseId, 1, target.caseId)]);
    expect(await contentsOf(county.databaseUrl, 'inbox')).toEqual(before);
    expect(await remembered(target.caseId)).toEqual([
      { sourceSeq: 1, targetSeq: null },
      { sourceSeq: 2, targetSeq: target.version + 1 },
    ]);
  });

  it('that the case has no use for now is noted: a case never refuses a fact', async () => {
    const target = await county.told();
    const source = await county.admit();
    await county.service.linkedFacts.tell([await send(source.caseId, 1, target.caseId)]);
    expect(await versionOf(target.caseId)).toBe(target.version);
    expect(await remembered(target.caseId)).toEqual([{ sourceSeq: 1, targetSeq: null }]);
    expect((await county.service.outbox.backlog()).parked).toBe(0);
  });

  it('happened when it happened at its source, however late it is told', async () => {
    const target = await county.left();
    const source = await county.admit();
    const id = await send(source.caseId, 1, target.caseId);
    await county.service.advanceClock(3_600_000);
    await county.service.linkedFacts.tell([id]);
    const [event] = await query<{ occurredAt: Date; recordedAt: Date }>(
      county.databaseUrl,
      `select occurred_at as "occurredAt", recorded_at as "recordedAt" from events
       where case_id = '${target.caseId}' and type = 'patient-readmitted'`,
    );
    expect(event?.occurredAt.toISOString()).toBe(source.view.openedAt);
    expect(event?.recordedAt.getTime()).toBeGreaterThan((event?.occurredAt.getTime() ?? 0) + 3e6);
  });

  it('for a case that is not there fails visibly and stays in the outbox', async () => {
    const source = await county.admit();
    const id = await send(source.caseId, 1, randomUUID());
    await expect(county.service.linkedFacts.tell([id])).rejects.toThrow('does not exist');
    expect(await county.service.outbox.claim(500, county.service.clock.now())).toContainEqual(
      expect.objectContaining({ id }),
    );
  });
});
