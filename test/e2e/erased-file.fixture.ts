import { cpSync, mkdtempSync, rmSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointFolder, newKey, readKeys, type SealVerdict } from '@hemgang/access';
import type { SettlementView } from '@hemgang/cases';
import { demoPatient } from '@hemgang/demo';
import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, County, PETER, query, settled, SUSANNE } from '@hemgang/testing';
import { settledStay, type StayPatient } from '../audit/settled-stay.fixture';
import { hemgang } from '../cli/run';

const YEAR_MS = 366 * 24 * HOUR_MS;

/** Umeå's authority, of whose units Maria's is one. */
const SOCIAL = 'umea-individ-och-omsorgsnamnden';

/** Of that authority. */
const ADMINISTRATOR = PETER;

/** Not one of those whom the suite admits itself. */
const NOBODY_ELSE = 9_000;

/** What is left of a patient and her lines of the log. */
export interface Left {
  readonly copies: number;
  /** Whether her row still says who she is. */
  readonly isNamed: boolean;
  readonly erasures: number;
  readonly saltless: number;
}

/**
 * A patient whose stay ended six years ago and whose month is settled, the key that seals, and the
 * folder of checkpoints. Her file goes at two controllers: by age, and by an authority's order.
 */
export class ErasedFile {
  readonly folder = mkdtempSync(join(tmpdir(), 'hemgang-erased-'));
  readonly keyFile = join(mkdtempSync(join(tmpdir(), 'hemgang-key-')), 'seal.pem');
  /** What of the settlement was signed, as it was before anything was erased. */
  figures: object = {};

  private constructor(
    readonly patient: StayPatient,
    readonly caseId: string,
    readonly settlement: string,
    private readonly pem: string = newKey(),
  ) {
    writeFileSync(this.keyFile, this.pem, { mode: 0o600 });
  }

  static async live(databaseUrl: string): Promise<ErasedFile> {
    const county = await County.at(databaseUrl);
    try {
      const { number, name, address } = demoPatient(NOBODY_ELSE);
      const patient = { number, name, address };
      const { caseId, settlement } = await settledStay(county, patient);
      await county.service.advanceClock(6 * YEAR_MS);
      const file = new ErasedFile(patient, caseId, settlement);
      file.figures = await figuresIn(county, settlement);
      await file.seal(county);
      const { terms } = county.service.auditing.gallring;
      const by = { by: ADMINISTRATOR, source: 'Beslut om loggar' };
      await terms.enter({ controller: SOCIAL, kind: 'access-log', years: 5, ...by });
      return file;
    } finally {
      await county.close();
    }
  }

  /** The same for a copy of the database: from now on it hands out checkpoints of its own. */
  twin(): ErasedFile {
    const twin = new ErasedFile(this.patient, this.caseId, this.settlement, this.pem);
    twin.figures = this.figures;
    cpSync(this.folder, twin.folder, { recursive: true });
    return twin;
  }

  get env(): Readonly<Record<string, string>> {
    return { CHECKPOINT_FOLDER: this.folder, SEAL_KEY_FILE: this.keyFile };
  }

  /** Everything that social services hold by age, their old lines too, and health care's by order. */
  async erase(databaseUrl: string): Promise<void> {
    const health = await this.healthController(databaseUrl);
    const args = ['--controller', health, '--case', this.caseId, '--decision', '3.2.1-77/2032'];
    for (const command of [
      ['gallring', 'apply', '--controller', SOCIAL],
      ['gallring', 'order', ...args],
    ]) {
      const { code, err } = await hemgang(command, databaseUrl, { env: this.env });
      if (code !== 0) throw new Error(err);
    }
    const county = await County.at(databaseUrl);
    await this.seal(county);
    await county.close();
  }

  async left(databaseUrl: string): Promise<Left> {
    const [left] = await query<Left>(
      databaseUrl,
      `select (select count(*)::int from contents where case_id = $1) as copies,
              exists (select from persons where number = $2) as "isNamed",
              (select count(*)::int from erasures) as erasures,
              (select count(*)::int from sealed_lines where salt is null) as saltless`,
      [this.caseId, this.patient.number],
    );
    if (left === undefined) throw new Error('nothing was counted');
    return left;
  }

  /** Whether log, replay and signed figures hold, with what a controller was handed. */
  async holds(databaseUrl: string): Promise<object> {
    const county = await County.at(databaseUrl);
    try {
      // Looking is a line of the log, too.
      const figures = await figuresIn(county, this.settlement);
      await this.seal(county);
      const replay = await hemgang(['verify'], databaseUrl);
      const args = ['audit', 'verify', '--json', '--checkpoints', this.handedOut()];
      const { code, out } = await hemgang(args, databaseUrl);
      const { fault, restores, lost } = JSON.parse(out) as SealVerdict;
      const signed = restores.filter(({ signature }) => signature !== null).length;
      return { replay: replay.code, log: code, fault, signed, isLost: lost > 0, figures };
    } finally {
      await county.close();
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(join(this.keyFile, '..'), { recursive: true, force: true });
  }

  private async seal(county: County): Promise<void> {
    await settled(county.databaseUrl);
    await county.service.auditing.audit
      .sealer({
        keys: readKeys(this.pem),
        folder: new CheckpointFolder(this.folder),
        controllers: () => ['region'],
      })
      .finish();
  }

  private handedOut(): string {
    const folder = join(this.folder, 'region');
    const names = readdirSync(folder).filter((name) => name !== 'erasures.jsonl');
    const file = `${this.keyFile}.held`;
    writeFileSync(file, names.map((name) => readFileSync(join(folder, name), 'utf8')).join(''));
    return file;
  }

  private async healthController(databaseUrl: string): Promise<string> {
    const [row] = await query<{ controller: string }>(
      databaseUrl,
      `select u.controller from units u join assignments a on a.unit = u.id where a.id = $1`,
      [ANNA],
    );
    return row?.controller ?? '';
  }
}

async function figuresIn(county: County, settlement: string): Promise<object> {
  const reader = county.reader(SUSANNE);
  const view = await county.service.views.case('settlements', settlement, reader);
  const { locked, rows, inputHash, totals } = (view as SettlementView).settlement;
  return { locked, rows, inputHash, totals };
}
