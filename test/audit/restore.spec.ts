import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '@hemgang/access';
import { query } from '@hemgang/testing';
import { CUT_OFF, SealedCounty } from './sealed-county.fixture';

jest.setTimeout(120_000);

describe('a database that was brought back to an earlier moment', () => {
  let sealed: SealedCounty;
  let held: string;

  beforeEach(async () => {
    sealed = await SealedCounty.open();
    await sealed.live();
    await sealed.seal();
    held = sealed.checkpointFile();
    await sealed.attack(...CUT_OFF);
  });
  afterEach(() => sealed.close());

  /** As it is found after a restore: on another timeline. */
  const isRestored = () =>
    query(sealed.url, `update seal_head set timeline = 'elsewhere/00000001'`);

  it('looks like a log whose end was cut off, as long as nobody has said so', async () => {
    expect(await sealed.verify('--checkpoints', held)).toMatchObject({
      code: 1,
      fault: { code: 'truncated' },
    });
  });

  it('says so in the log, with the last checkpoint and the lines that are lost', async () => {
    const [before] = await query<{ lines: number }>(
      sealed.url,
      'select lines::int as lines from seal_head',
    );
    await isRestored();
    await sealed.seal();
    const [entry] = await query<{ entry: Record<string, unknown> }>(
      sealed.url,
      'select entry from sealed_lines where entry is not null',
    );
    expect(entry?.entry).toMatchObject({
      kind: 'restore',
      from: 'elsewhere/00000001',
      lastCheckpoint: 2,
      lastOutside: 3,
      lostFrom: before!.lines + 1,
      signature: expect.any(String) as string,
    });
    const verified = await sealed.verify('--checkpoints', held);
    expect(verified).toMatchObject({ code: 0, fault: null, agreeing: 2, lost: 1 });
    expect(verified.restores).toHaveLength(1);
    await sealed.live();
    await sealed.seal();
    const after = await sealed.verify('--checkpoints', sealed.checkpointFile());
    expect(after).toMatchObject({ code: 0, lost: 1 });
  });

  it('is not excused by an entry that somebody without the key has made', async () => {
    await isRestored();
    await sealed.sealerWith(newKey(), mkdtempSync(join(tmpdir(), 'hemgang-theirs-'))).finish();
    expect(await sealed.verify('--checkpoints', held)).toMatchObject({
      code: 1,
      fault: { code: 'signature' },
    });
  });

  it('is not excused by an entry that nobody has signed', async () => {
    await isRestored();
    const keyless = { keys: [], folder: null, controllers: () => [] };
    await sealed.county.service.auditing.audit.sealer(keyless).finish();
    const verified = await sealed.verify('--checkpoints', held);
    expect(verified).toMatchObject({ code: 1, fault: { code: 'truncated' } });
    expect(verified.restores).toMatchObject([{ signature: null }]);
  });

  it('has every line numbered, also those of transactions of another server', async () => {
    await query(
      sealed.url,
      `insert into access_log (at, action, tx)
       select at, 'read:case', '900000000' from access_log limit 1`,
    );
    await isRestored();
    await sealed.seal();
    await sealed.live();
    await sealed.seal();
    const [unsealed] = await query<{ n: number }>(
      sealed.url,
      `select count(*)::int as n from access_log a
       where not exists (select from sealed_lines s where s.access_id = a.id)`,
    );
    expect(unsealed).toEqual({ n: 0 });
  });
});
