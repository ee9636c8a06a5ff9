import { ForwardMigration } from './forward-migration';

/** A case may be about no patient: the settlement of a month is about many. A stay never is. */
export class CasesWithoutPatient1795300000028 extends ForwardMigration {
  protected readonly sql = `
    alter table cases
      alter column person_id drop not null,
      add constraint cases_stay_has_patient check (type <> 'discharge' or person_id is not null);`;
}
