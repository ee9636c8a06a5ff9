import type { Instant } from '@hemgang/kernel';
import type { Maker, StoredCase } from '../case-write';
import { STORED_CASE } from '../reads/columns';
import { MAKERS } from '../reads/makers';
import type { Statement } from '../statement';
import type { UsedKey } from '../used-key';

/** Always one row; the columns of the case are null when there is none. */
export type LoadRow = {
  readonly [Column in keyof StoredCase]: StoredCase[Column] | null;
} & {
  readonly parties: readonly string[];
  readonly usedKey: UsedKey | null;
};

/**
 * For each question a row, in their order; all three answers in one round trip, and each of them is
 * one look into a primary key.
 * - $1, $2, $3: cases, callers and their keys
 */
export const LOAD_FOR_COMMANDS: Statement<LoadRow> = {
  name: 'load-for-commands',
  text: `
    select ${STORED_CASE},
           array(select distinct unit from parties
                 where case_id = asked.case_id and until is null) as parties,
           (select json_build_object('bodyHash', encode(body_hash, 'hex'), 'caseId', case_id,
                                     'version', version, 'status', status)
            from idempotency
            where caller = asked.caller and key = asked.key) as "usedKey"
    from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality
           as asked (case_id, caller, key, place)
    left join cases c on c.id = asked.case_id
    order by place`,
};

/** Those of them that are there. */
export const LOAD_CASES: Statement<StoredCase> = {
  name: 'load-cases',
  text: `select ${STORED_CASE} from cases c where c.id = any ($1::uuid[])`,
};

/** Units that are or were parties of a case. */
export const PARTIES_EVER: Statement<{ readonly unit: string }> = {
  name: 'parties-ever',
  text: `select distinct unit from parties where case_id = $1 order by unit`,
};

export const FIND_KEY: Statement<UsedKey> = {
  name: 'find-key',
  text: `
    select encode(body_hash, 'hex') as "bodyHash", case_id as "caseId", version, status
    from idempotency where caller = $1 and key = $2`,
};

/** Always one row. */
export const MAKERS_OF: Statement<{ readonly makers: readonly Maker[] }> = {
  name: 'makers-of',
  text: `select (${MAKERS}) as makers`,
};

export interface OpenStay {
  readonly id: string;
  /** Units that are parties of it. */
  readonly parties: readonly string[];
}

/** A stay that has ended. */
export interface EndedStay {
  readonly case: string;
  readonly endedAt: Instant;
}

/** A range of the index cases_ended_stays. What was entered in error was no stay. */
export const LATEST_ENDED_STAY: Statement<EndedStay> = {
  name: 'latest-ended-stay',
  text: `
    select id as case, ended_at as "endedAt" from cases
    where person_id = $1 and region = $2 and ended_at between $3 and $4
      and type = 'discharge' and word <> 'makulerad'
    order by ended_at desc
    limit 1`,
};

/** Its condition is that of the index cases_one_open_stay. */
export const OPEN_STAY: Statement<OpenStay> = {
  name: 'open-stay',
  text: `
    select id,
           array(select distinct unit from parties
                 where case_id = cases.id and until is null) as parties
    from cases
    where person_id = $1 and region = $2 and ended_at is null and type = 'discharge'`,
};
