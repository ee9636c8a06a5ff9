import type { PerPersonAndDay } from '@hemgang/notify';
import { testDatabase, type TestDatabase } from '@hemgang/testing';
import { hemgang, type Ran } from '../cli/run';

/** A database in which the county has lived for some days. */
export interface SimulatedMonth {
  readonly database: TestDatabase;
  readonly ran: Ran;
  /** What the tool said, read from its JSON. */
  readonly told: Told;
}

export interface Told {
  readonly until: string;
  readonly seconds: number;
  readonly stays: number;
  readonly events: number;
  readonly digest: string;
  readonly notices: PerPersonAndDay;
  readonly turns: readonly {
    readonly name: string;
    readonly count: number;
    readonly share: number;
    readonly least: number | null;
    readonly reached: boolean | null;
  }[];
  readonly huvudman: readonly { readonly name: string; readonly handovers: number }[];
}

/** Lives through so many days. */
export async function simulatedMonth(days: number, seed: number): Promise<SimulatedMonth> {
  const database = await testDatabase();
  const args = ['simulate', '--days', `${days}`, '--seed', `${seed}`, '--json'];
  const ran = await hemgang(args, database.url);
  if (ran.code === 2) throw new Error(ran.err);
  return { database, ran, told: JSON.parse(ran.out) as Told };
}
