import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SettlementView } from '@hemgang/cases';
import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, query, SUSANNE } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import { SealedCounty } from './sealed-county.fixture';
import { settledStay } from './settled-stay.fixture';

const YEAR_MS = 366 * 24 * HOUR_MS;

/** Maria's authority is social services', Anna's is health care's. */
export const SOCIAL = 'umea-individ-och-omsorgsnamnden';

interface Ran {
  readonly code: number;
  readonly text: string;
  readonly data: {
    readonly erased: readonly { rule: string; counts: Record<string, number>; id: string }[];
    readonly kept: Record<string, number>;
  };
}

/** A stay that has ended, whose month is settled and locked, and one that is under way. */
export class OldCounty {
  readonly folder = mkdtempSync(join(tmpdir(), 'hemgang-erasures-'));
  ended = '';
  open = '';
  settlement = '';
  health = '';
  readonly patient: { number: string; name: string; address: string };

  private constructor(readonly sealed: SealedCounty) {
    const { number, name, address } = sealed.county.admission()['patient'] as OldCounty['patient'];
    this.patient = { number, name, address };
  }

  static async live(): Promise<OldCounty> {
    const old = new OldCounty(await SealedCounty.open());
    const { county } = old.sealed;
    old.health = county.reader(ANNA).controller;
    const stay = await settledStay(county, old.patient);
    [old.ended, old.settlement] = [stay.caseId, stay.settlement];
    ({ caseId: old.open } = await county.told());
    await old.sealed.seal();
    return old;
  }

  get url(): string {
    return this.sealed.url;
  }

  async run(...args: readonly string[]): Promise<Ran> {
    const env = { CHECKPOINT_FOLDER: this.folder };
    const ran = await hemgang([...args, '--json'], this.url, { env });
    const data = (ran.out === '' ? {} : JSON.parse(ran.out)) as Ran['data'];
    return { code: ran.code, text: `${ran.out}${ran.err}`, data };
  }

  /** What of the settlement was signed, as the region sees it. */
  async figures(): Promise<object> {
    const { county } = this.sealed;
    const reader = county.reader(SUSANNE);
    const view = await county.service.views.case('settlements', this.settlement, reader);
    const { locked, rows, inputHash, totals } = (view as SettlementView).settlement;
    return { locked, rows, inputHash, totals };
  }

  /** Whether the log is what was sealed, every case what its log says, and the month what it was. */
  async holds(): Promise<object> {
    await this.sealed.seal();
    const held = this.sealed.checkpointFile();
    const { code, fault, erased } = await this.sealed.verify('--checkpoints', held);
    const replay = await this.run('verify');
    return { code, fault, erased, replay: replay.code, figures: await this.figures() };
  }

  count(of: string): Promise<number> {
    return query<{ n: number }>(this.url, `select count(*)::int as n from ${of}`).then(
      ([row]) => row?.n ?? -1,
    );
  }

  async later(years: number): Promise<void> {
    await this.sealed.county.service.advanceClock(years * YEAR_MS);
  }

  async close(): Promise<void> {
    await this.sealed.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** In words that go with the file. */
export const SECRET = 'Hemligt skäl';

/** A spärr with its release, an objection, an opening and a contact, at both controllers, of long ago. */
export async function noteBeside(old: OldCounty): Promise<void> {
  for (const [controller, unit] of [
    [SOCIAL, 'umea-bistand-norr'],
    [old.health, 'nus-medicin-2'],
  ]) {
    await query(
      old.url,
      `with of as (
         select c.person_id as person, e.recorded_at as at from cases c
         join events e on e.case_id = c.id and e.seq = c.version where c.id = $1
       ), opening as (
         insert into emergency_openings
           (person, staff, assignment, unit, controller, reason, words, at, until)
         select person, 's', 'a', $3, $2, 'life', $4, at, at + interval '1 hour' from of
       ), objection as (
         insert into objections (person, controller, told_by, since, staff)
         select person, $2, 'patient', at, 's' from of
       ), contact as (
         insert into protection_contacts (controller, person, staff, phone, at, by)
         select $2, person, '{a,b}', '090', at, 's' from of
       ), block as (
         insert into blocks (person, controller, unit, told_by, since, staff)
         select person, $2, $3, 'patient', at, 's' from of returning id, since as at
       )
       insert into block_releases (block, kind, staff, unit, reason, at, until)
       select id, 'consent', 's', $3, $4, at, at + interval '1 hour' from block`,
      [old.ended, controller, unit, SECRET],
    );
  }
}

/** Rows that a controller keeps beside the cases. */
export async function besideOf(old: OldCounty, controller: string): Promise<number> {
  const counts = ['emergency_openings', 'objections', 'protection_contacts', 'blocks'].map(
    (table) => old.count(`${table} where controller = '${controller}'`),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** Every row of every table as text. */
export async function dumped(url: string): Promise<string> {
  const tables = await query<{ name: string }>(
    url,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      query<{ text: string | null }>(
        url,
        `select string_agg(t::text, ' ') as text from "${name}" t`,
      ),
    ),
  );
  return texts.flatMap((rows) => rows.map(({ text }) => text ?? '')).join(' ');
}
