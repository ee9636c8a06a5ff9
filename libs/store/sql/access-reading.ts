import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** A patient whose data a line of the access log is about. Facts are null once they are erased. */
export interface LoggedPatient {
  readonly person: string;
  readonly caseId: string | null;
  readonly number: string | null;
  readonly numberKind: string | null;
  readonly name: string | null;
}

/** A line of the access log with whom it is about. */
export interface LoggedLine {
  readonly id: number;
  readonly at: Instant;
  readonly staff: string | null;
  readonly assignment: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly session: number | null;
  readonly caseId: string | null;
  readonly patients: readonly LoggedPatient[];
  /** Whether the unit took part in the case at that time; true where a line is about no one case. */
  readonly hadPart: boolean;
}

const PATIENTS = `
  (select coalesce(json_agg(json_build_object(
            'person', o.person, 'caseId', o.case_id, 'number', p.number,
            'numberKind', p.number_kind,
            'name', case when p.erased_at is null then p.name end)
          order by o.person, o.case_id), '[]')
   from (select a.person, a.case_id where a.person is not null
         union
         select person, case_id from access_patients where line = a.id) as o
   left join persons p on p.id = o.person)`;

const HAD_PART = `
  (a.case_id is null or exists (
    select from parties t
    where t.case_id = a.case_id and t.unit = a.unit and t.since <= a.at
      and (t.until is null or t.until > a.at)))`;

const LINE = `
  a.id, a.at, a.staff, a.assignment, a.unit, a.action, a.purpose, a.session,
  a.case_id as "caseId", ${PATIENTS} as patients, ${HAD_PART} as "hadPart"`;

/** Lines of the units $1 in [$2, $3) among the numbers from $4 to $5; of the person $6 alone, or all. */
export const LOGGED_BETWEEN: Statement<LoggedLine> = {
  name: 'access-logged-between',
  text: `
    select ${LINE}
    from access_log a
    where a.id between $4 and $5 and a.unit = any ($1::text[]) and a.at >= $2 and a.at < $3
      and ($6::uuid is null or a.person = $6 or exists (
        select from access_patients s where s.line = a.id and s.person = $6))
    order by a.id`,
};

/** The lines of a selection, by number, as far as they are still there. */
export const LOGGED_LINES: Statement<LoggedLine> = {
  name: 'access-logged-lines',
  text: `
    select ${LINE} from access_log a
    where a.id = any ($1::bigint[]) and a.unit = any ($2::text[]) order by a.id`,
};

/** The first and the last number of the log; null when it is empty. */
export const LOG_ENDS: Statement<{ readonly first: number | null; readonly last: number | null }> =
  {
    name: 'access-log-ends',
    text: `
      select (select id from access_log order by id limit 1) as first,
             (select id from access_log order by id desc limit 1) as last`,
  };
