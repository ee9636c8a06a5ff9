import { ForwardMigration } from './forward-migration';

/** Drafts of incidents: who opened a case before it turned out to be about the wrong person. */
export class Incidents1795300000022 extends ForwardMigration {
  protected readonly sql = `
    create table incidents (
      id bigint generated always as identity primary key,
      -- One draft per event, however often the job runs.
      case_id uuid not null,
      seq int not null check (seq > 0),
      unit text not null check (unit <> ''),
      kind text not null check (kind <> ''),
      created_at timestamptz(3) not null check (isfinite(created_at)),
      constraint incidents_key unique (case_id, seq)
    );
    create index incidents_of_unit on incidents (unit, id);

    -- Copied from the access log, which may be thinned out before the incident is settled.
    create table incident_openings (
      incident bigint not null references incidents,
      at timestamptz(3) not null,
      staff text not null,
      unit text not null,
      action text not null check (action <> '')
    );
    create index incident_openings_of on incident_openings (incident, at);

    create trigger incident_openings_only_grow before update or delete or truncate
      on incident_openings for each statement execute function refuse_change();`;
}
