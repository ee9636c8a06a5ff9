import { ForwardMigration } from './forward-migration';

/** How a patient belongs: folkbokförd in a municipality, nowhere, or another way. */
export class Registration1795300000015 extends ForwardMigration {
  protected readonly sql = `
    alter table persons add column registration text
      check (registration in ('folkbokford', 'none', 'lma', 'eu'));
    alter table persons add check (municipality is null or registration = 'folkbokford');`;
}
