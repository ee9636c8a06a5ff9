import { createHash } from 'node:crypto';
import type { LocalDate } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** How an answer came. */
export type ExperienceWay = 'link' | 'phone' | 'paper';

/** An invitation as it stands before it is used; of no case and of nobody. */
export interface InvitationRow {
  readonly kind: string;
  readonly version: number;
  /** Where it is counted. */
  readonly unit: string;
  /** SCB's code; null: it is counted in none. */
  readonly municipality: string | null;
  /** The unit that made it. */
  readonly maker: string;
  readonly expiresOn: LocalDate;
}

/** What has been answered to one question in one quarter at one place. */
export interface ExperienceCell {
  readonly kind: string;
  readonly version: number;
  readonly unit: string;
  /** Empty: of no municipality. */
  readonly municipality: string;
  /** The first day of the quarter. */
  readonly quarter: LocalDate;
  readonly question: string;
  /** How many have answered, whatever it was. */
  readonly answers: number;
  /** How many knew, and the sum of what they said. */
  readonly rated: number;
  readonly sum: number;
}

/** One answer to one question, of nobody. */
interface AnswerToCount {
  readonly kind: string;
  readonly version: number;
  readonly unit: string;
  /** Empty: of no municipality. */
  readonly municipality: string;
  /** Its Monday. */
  readonly week: LocalDate;
  readonly way: ExperienceWay;
  readonly question: string;
  readonly answer: number;
}

/** Above the number nothing is written. What is over is swept by those who invite and answer. */
const INVITE: Statement<{ readonly made: true }> = {
  name: 'invite-experience',
  text: `
    with swept as (delete from experience_invitations where expires_on < $8)
    insert into experience_invitations
      (secret_hash, kind, version, unit, municipality, maker, expires_on)
    select $1::bytea, $2::text, $3::int, $4::text, $5::text, $6::text, $7::date
    where (select count(*) from experience_invitations
           where maker = $6 and expires_on >= $8) < $9::int
    returning true as made`,
};

const LOOK: Statement<(InvitationRow & { readonly used: false }) | { readonly used: true }> = {
  name: 'look-at-experience',
  text: `
    select used, kind, version, unit, municipality, maker, expires_on::text as "expiresOn"
    from experience_invitations where secret_hash = $1 and expires_on >= $2`,
};

/** The row is emptied and the sums grow, or neither. Two at a time: the second finds it used. */
const ANSWER: Statement<{ readonly taken: true }> = {
  name: 'answer-experience',
  text: `
    with found as (
      select kind, version, unit, municipality from experience_invitations
      where secret_hash = $1 and expires_on >= $2 and not used for update
    ), emptied as (
      update experience_invitations set used = true, kind = null, version = null, unit = null,
             municipality = null, maker = null
      where secret_hash = $1 and exists (select from found)
    ), counted as (
      insert into experience_tallies
        (kind, version, unit, municipality, week, way, question, answer, count)
      select f.kind, f.version, f.unit, coalesce(f.municipality, ''), $3::date, $4, a.key,
             a.value::int, 1
      from found f, jsonb_each_text($5::jsonb) a order by a.key
      on conflict on constraint experience_tallies_pkey
      do update set count = experience_tallies.count + 1
    ), swept as (delete from experience_invitations where expires_on < $2)
    select true as taken from found`,
};

/** All of them, unless something has been counted in a week as late as theirs. */
const BEGIN: Statement<never> = {
  name: 'begin-experience',
  text: `
    insert into experience_tallies
      (kind, version, unit, municipality, week, way, question, answer, count)
    select kind, version, unit, municipality, week, way, question, answer, count(*)::int
    from jsonb_to_recordset($1) as r (
      kind text, version int, unit text, municipality text, week date, way text, question text,
      answer int)
    where not exists (
      select from experience_tallies t
      where t.week <= (select max((each ->> 'week')::date) from jsonb_array_elements($1) each))
    group by kind, version, unit, municipality, week, way, question, answer`,
};

/** A week belongs to the quarter of its Thursday. */
const CELLS: Statement<ExperienceCell> = {
  name: 'experience-cells',
  text: `
    select kind, version, unit, municipality, question,
           date_trunc('quarter', (week + 3)::timestamp)::date::text as quarter,
           sum(count)::int as answers,
           coalesce(sum(count) filter (where answer > 0), 0)::int as rated,
           sum(count * answer)::int as sum
    from experience_tallies
    where week >= $1::date - 3 and week < $2::date - 3
    group by kind, version, unit, municipality, question, quarter`,
};

/** Invitations to say how it went, and the sums of what was said (record 38). */
export class ExperienceStore {
  constructor(private readonly database: Database) {}

  /**
   * @param max of one unit's that wait for an answer
   * @returns false: the unit has that many
   */
  async invite(
    secret: string,
    { kind, version, unit, municipality, maker, expiresOn }: InvitationRow,
    today: LocalDate,
    max: number,
  ): Promise<boolean> {
    const values = [kind, version, unit, municipality, maker, expiresOn, today, max];
    return (await this.database.run(INVITE, [digestOf(secret), ...values])).length > 0;
  }

  /** The invitation of a code; null: there is none whose time is not over. */
  async look(secret: string, today: LocalDate): Promise<InvitationRow | 'used' | null> {
    const [row] = await this.database.run(LOOK, [digestOf(secret), today]);
    if (row === undefined) return null;
    return row.used ? 'used' : row;
  }

  /**
   * Takes the code, forgets where it came from and counts its answers.
   * @param answers 1 to 5, or 0, by question
   * @returns false: it has been used meanwhile
   */
  async answer(
    secret: string,
    answers: Readonly<Record<string, number>>,
    way: ExperienceWay,
    at: { readonly today: LocalDate; readonly week: LocalDate },
  ): Promise<boolean> {
    const values = [digestOf(secret), at.today, at.week, way, JSON.stringify(answers)];
    return (await this.database.run(ANSWER, values)).length > 0;
  }

  /** Counts answers of weeks before the first that has been counted; else nothing. */
  async begin(answers: readonly AnswerToCount[]): Promise<void> {
    await this.database.run(BEGIN, [JSON.stringify(answers)]);
  }

  /** @param before the day after the last one */
  cells(from: LocalDate, before: LocalDate): Promise<readonly ExperienceCell[]> {
    return this.database.run(CELLS, [from, before]);
  }
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
