/** Whom a controller has named for people whose identity is protected. */
export interface ShieldContact {
  readonly controller: string;
  /** Two members of its staff. */
  readonly staff: readonly string[];
  readonly phone: string;
}

/** What a case with a protected person is shown by. */
export interface ShieldRow {
  /** Of each controller the contacts of this person, or else those for all such persons. */
  readonly contacts: readonly ShieldContact[];
  /** The case is handled outside the tool: clocks and outcomes only. */
  readonly outside: boolean;
}

/** Of case `c` with person `p`; null unless her identity is protected, which costs nothing else. */
export const SHIELD = `
  select json_build_object(
    'outside', exists (select from outside_cases o where o.case_id = c.id),
    'contacts', (
      select coalesce(json_agg(k), '[]') from (
        select distinct on (controller) controller, staff, phone from protection_contacts
        where person = p.id or person is null
        order by controller, person nulls last) as k))
  where p.protection is not null`;
