import { ForwardMigration } from './forward-migration';

/**
 * A unit's list of cases is of one type: the row of a party repeats the case's type as it repeats
 * when it was opened, so that a page stays a range of one index. A process of the version before
 * names no type, and knows discharges only.
 */
export class ListsByType1795300000029 extends ForwardMigration {
  protected readonly sql = `
    alter table parties add column case_type text not null default 'discharge';
    drop index parties_cases;
    create index parties_cases on parties (unit, case_type, opened_at desc, case_id desc);`;
}
