import { ForwardMigration } from './forward-migration';

/**
 * A unit that was given an assignment and has it no more is a party no longer. Every other party
 * stays one.
 */
export class PartiesThatLeave1795300000020 extends ForwardMigration {
  protected readonly sql = `
    alter table parties add column until timestamptz(3) check (isfinite(until));`;
}
