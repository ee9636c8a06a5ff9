import type { Instant } from '@hemgang/kernel';
import { appendAccess } from './access-log';
import type { AccessLine } from './case-write';
import type { Database } from './database';
import type { Protection } from './person-store';
import type { Statement } from './statement';

/** A grade that somebody sets, or takes away (null). */
export interface GradeChange {
  readonly person: string;
  readonly grade: Protection | null;
  readonly at: Instant;
  readonly staff: string;
  readonly unit: string;
  readonly controller: string;
}

/** Whom a controller names; `person` null: for everybody whose identity is protected. */
export interface ContactsRow {
  readonly controller: string;
  readonly person: string | null;
  readonly staff: readonly string[];
  readonly phone: string;
  readonly at: Instant;
  readonly by: string;
}

const SET_GRADE: Statement<{ readonly since: Instant | null }> = {
  name: 'set-protection',
  text: `
    with changed as (
      update persons set
        protection = $2, address = case when $2::text is null then address end,
        protected_since = case when $2::text is not null
                          then coalesce(protected_since, $3::timestamptz) end
      where id = $1 and protection is distinct from $2
      returning id, protected_since
    ), noted as (
      insert into protection_changes (person, grade, at, staff, unit, controller)
      select id, $2, $3, $4, $5, $6 from changed
    )
    select protected_since as since from changed
    union all
    select protected_since from persons where id = $1 and not exists (select from changed)`,
};

const NAME_CONTACTS: Statement<never> = {
  name: 'name-protection-contacts',
  text: `
    insert into protection_contacts (controller, person, staff, phone, at, by)
    values ($1, $2, $3, $4, $5, $6)
    on conflict on constraint protection_contacts_key do update set
      staff = excluded.staff, phone = excluded.phone, at = excluded.at, by = excluded.by`,
};

const CONTACTS_OF: Statement<ContactsRow> = {
  name: 'protection-contacts-of',
  text: `
    select controller, person, staff, phone, at, by from protection_contacts
    where controller = $1 and person is null`,
};

/** The words, files and drafts go at once, those of every controller; events and their digests stay. */
const HANDLE_OUTSIDE: Statement<never> = {
  name: 'handle-outside',
  text: `
    with outside as (
      insert into outside_cases (case_id, at, staff, unit) values ($1, $2, $3, $4)
      on conflict (case_id) do nothing
      returning case_id
    ), files as (
      delete from attachments using outside where attachments.case_id = outside.case_id
    ), drafts as (
      delete from plan_drafts using outside where plan_drafts.case_id = outside.case_id
    )
    delete from contents using outside where contents.case_id = outside.case_id`,
};

/**
 * Who is protected, whom controllers have named, and which cases are handled outside. Each change is
 * written with its line of the access log, or not at all. It judges nothing.
 * @throws DatabaseUnavailable
 */
export class ProtectionStore {
  constructor(private readonly database: Database) {}

  /** @returns since when the person is protected; null when she is not */
  async setGrade(change: GradeChange, line: AccessLine): Promise<Instant | null> {
    const { person, grade, at, staff, unit, controller } = change;
    const values = [person, grade, at, staff, unit, controller];
    return this.database.transaction(async (session) => {
      const [row] = await session.run(SET_GRADE, values);
      await appendAccess(session, [line]);
      return row?.since ?? null;
    });
  }

  async nameContacts(row: ContactsRow, line: AccessLine): Promise<void> {
    const { controller, person, staff, phone, at, by } = row;
    await this.database.transaction(async (session) => {
      await session.run(NAME_CONTACTS, [controller, person, staff, phone, at, by]);
      await appendAccess(session, [line]);
    });
  }

  /** Whom the controller has named for all such persons; null when nobody. */
  async contactsOf(controller: string): Promise<ContactsRow | null> {
    const [row] = await this.database.run(CONTACTS_OF, [controller]);
    return row ?? null;
  }

  /** From now on the case keeps clocks and outcomes only. */
  async handleOutside(caseId: string, line: AccessLine): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.run(HANDLE_OUTSIDE, [caseId, line.at, line.staff, line.unit]);
      await appendAccess(session, [line]);
    });
  }
}
