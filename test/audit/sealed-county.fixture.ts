import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointFolder, newKey, readKeys, type Sealer, type SealVerdict } from '@hemgang/access';
import { ANNA, County, MARIA, query, settled } from '@hemgang/testing';
import { hemgang } from '../cli/run';

/** Tables that only grow, which somebody with the database's password makes grow no more. */
const GUARDED: readonly string[] = [
  'events',
  'access_log',
  'access_patients',
  'seal_batches',
  'sealed_lines',
  'seal_keys',
  'seal_checkpoints',
  'erasures',
];

const LAST_BATCH = `(select max(batch) from seal_batches)`;
const LAST_LINES = `(select first from seal_batches order by batch desc limit 1)`;

/** The last batch is cut off without a trace in the database, as a restore also would. */
export const CUT_OFF = [
  `delete from access_patients where line in
     (select access_id from sealed_lines where number >= ${LAST_LINES})`,
  `delete from access_log where id in
     (select access_id from sealed_lines where number >= ${LAST_LINES})`,
  `delete from events where (case_id, seq) in
     (select case_id, seq from sealed_lines where number >= ${LAST_LINES})`,
  `delete from cases c where not exists (select from events e where e.case_id = c.id)`,
  `update cases c set version = (select max(seq) from events where case_id = c.id),
     state = jsonb_set(state, '{seq}', (select to_jsonb(max(seq)) from events where case_id = c.id))`,
  `delete from sealed_lines where number >= ${LAST_LINES}`,
  `delete from seal_checkpoints where batch = ${LAST_BATCH}`,
  `update seal_head set batch = b.batch - 1, lines = b.first - 1, chain = b.previous
     from (select * from seal_batches order by batch desc limit 1) b`,
  `delete from seal_batches where batch = ${LAST_BATCH}`,
  `update seal_receivers set through = (select max(checkpoint) from seal_checkpoints)`,
];

/** What a run of `hemgang audit verify` gave. */
export type Verified = SealVerdict & { readonly code: number };

/** A county with a few stays, sealed by the key `pem`, and the folder of its checkpoints. */
export class SealedCounty {
  readonly pem = newKey();
  readonly folder = mkdtempSync(join(tmpdir(), 'hemgang-seals-'));
  private readonly sealer: Sealer;

  private constructor(readonly county: County) {
    this.sealer = this.sealerWith(this.pem);
  }

  static async open(): Promise<SealedCounty> {
    const sealed = new SealedCounty(await County.open());
    await sealed.live();
    await sealed.seal();
    await sealed.live();
    await sealed.seal();
    return sealed;
  }

  get url(): string {
    return this.county.databaseUrl;
  }

  /** @param pem the keys, the one that signs first */
  sealerWith(pem: string, folder: string = this.folder): Sealer {
    const { service } = this.county;
    return service.auditing.audit.sealer({
      keys: readKeys(pem),
      folder: new CheckpointFolder(folder),
      controllers: () => ['umea-kommun', 'region'],
    });
  }

  /** Seals all that has been written so far. */
  async seal(sealer = this.sealer): Promise<void> {
    await settled(this.url);
    await sealer.finish();
  }

  /** A stay with a few events, read and listed. @returns its case */
  async live(): Promise<string> {
    const { county } = this;
    const { caseId } = await county.told();
    await county.give(caseId, 'acknowledge', MARIA);
    const { views } = county.service;
    await views.case('discharges', caseId, county.reader(ANNA));
    await views.cases('discharges', county.reader(ANNA), { cursor: null, limit: 50 });
    return caseId;
  }

  /** What the controllers were handed, as one file. */
  checkpointFile(): string {
    const folder = join(this.folder, 'region');
    const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    return this.file('checkpoints.txt', text.join(''));
  }

  file(name: string, text: string): string {
    const path = join(this.folder, '..', `${this.folder.split('/').at(-1)}-${name}`);
    writeFileSync(path, text);
    return path;
  }

  async verify(...args: readonly string[]): Promise<Verified> {
    const { code, out, err } = await hemgang(['audit', 'verify', '--json', ...args], this.url);
    return { code, err, ...(JSON.parse(out) as SealVerdict) } as Verified;
  }

  /** Does something to the database behind everybody's back. */
  async attack(...statements: readonly string[]): Promise<void> {
    const triggers = (how: string) =>
      GUARDED.map((table) => `alter table ${table} ${how} trigger user`);
    const all = [...triggers('disable'), ...statements, ...triggers('enable')];
    await query(this.url, all.join(';\n'));
  }

  async close(): Promise<void> {
    await this.county.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
