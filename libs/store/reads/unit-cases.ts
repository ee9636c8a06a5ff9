import type { Database } from '../database';
import type { Statement } from '../statement';

const WITH_CONTACT: Statement<{ readonly id: string; readonly handover: string }> = {
  name: 'cases-with-contact',
  text: `
    select p.case_id as id, p.handover
    from parties p join cases c on c.id = p.case_id
    where p.unit = $1 and p.handover is not null and c.state ->> 'closedAt' is null
      and c.state -> 'machines' -> p.handover -> 'context' ->> 'unit' = $1
      and c.state -> 'machines' -> p.handover -> 'context' -> 'fastVardkontakt' ->> 'staff' = $2
    order by p.opened_at, p.case_id`,
};

const LIVE: Statement<{ readonly id: string }> = {
  name: 'open-cases-of-unit',
  text: `
    select distinct p.case_id as id
    from parties p join cases c on c.id = p.case_id
    where p.unit = $1 and c.state ->> 'closedAt' is null and c.state::text like '%"' || $1 || '"%'`,
};

/** Which open cases somebody at a unit has in hand. For changes of staff and organisation. */
export class UnitCases {
  constructor(private readonly database: Database) {}

  /** Open cases whose fast vårdkontakt at the unit is this member of staff, by handover. */
  withContact(
    unit: string,
    staff: string,
  ): Promise<readonly { readonly id: string; readonly handover: string }[]> {
    return this.database.run(WITH_CONTACT, [unit, staff]);
  }

  /** Open cases in which the unit still stands anywhere. */
  async openOf(unit: string): Promise<readonly string[]> {
    return (await this.database.run(LIVE, [unit])).map(({ id }) => id);
  }
}
