import { randomUUID } from 'node:crypto';
import type { Instant, PatientNumber } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** A patient as the process needs to know them. */
export interface PersonRow {
  readonly id: string;
  /** Null while nobody knows who the patient is. */
  readonly number: string | null;
  readonly numberKind: PatientNumber['kind'] | null;
  readonly name: string;
  readonly address: string | null;
  /** SCB code of the municipality of registration. */
  readonly municipality: string | null;
  /** When the number was first known; null before. */
  readonly identifiedAt: Instant | null;
}

export type NewPerson = Omit<PersonRow, 'id' | 'identifiedAt'>;

/** The number is the key; a patient without one is a new person every time. */
const UPSERT: Statement<{ id: string }> = {
  name: 'upsert-person',
  text: `
    insert into persons (id, number, number_kind, name, address, municipality, identified_at)
    values ($1, $2, $3, $4, $5, $6, case when $2::text is null then null else $7::timestamptz end)
    on conflict (number) do update set
      name = excluded.name, address = excluded.address, municipality = excluded.municipality
    returning id`,
};

/** Patients, one row each. What is written about them lies in the contents of their cases. */
export class PersonStore {
  constructor(private readonly database: Database) {}

  /**
   * Finds the person by number and brings name, address and municipality up to date, or adds a
   * new person.
   * @returns the person's id
   */
  async upsert(person: NewPerson, now: Instant): Promise<string> {
    const { number, numberKind, name, address, municipality } = person;
    const values = [randomUUID(), number, numberKind, name, address, municipality, now];
    const [row] = await this.database.run(UPSERT, values);
    if (row === undefined) throw new Error('An upsert always gives its row.');
    return row.id;
  }
}
