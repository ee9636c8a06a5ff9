import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** What a channel is used for. */
export type WishedFor = 'all' | 'acute' | 'nothing';

/** How one member of staff wants to be told outside the application, and where. */
export interface NoticeWish {
  readonly staff: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly mailFor: WishedFor;
  readonly smsFor: WishedFor;
  /** Whole hours at which ordinary notices are gathered; empty: at once. */
  readonly digestHours: readonly number[];
  /** Local times between which nothing ordinary comes; null: always. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly language: 'sv' | 'en';
}

const OF: Statement<NoticeWish> = {
  name: 'notice-wishes-of',
  text: `
    select staff, mail, phone, mail_for as "mailFor", sms_for as "smsFor",
           digest_hours as "digestHours", quiet_from as "quietFrom", quiet_until as "quietUntil",
           language
    from notice_wishes where staff = any ($1::text[]) order by staff`,
};

const PUT: Statement<never> = {
  name: 'put-notice-wishes',
  text: `
    insert into notice_wishes (staff, mail, phone, mail_for, sms_for, digest_hours, quiet_from,
                               quiet_until, language, changed_at)
    select staff, mail, phone, "mailFor", "smsFor", array(select jsonb_array_elements_text("digestHours")::int),
           "quietFrom", "quietUntil", language, $2
    from jsonb_to_recordset($1::jsonb) as wish (
      staff text, mail text, phone text, "mailFor" text, "smsFor" text, "digestHours" jsonb,
      "quietFrom" text, "quietUntil" text, language text)
    on conflict (staff) do update set
      mail = excluded.mail, phone = excluded.phone, mail_for = excluded.mail_for,
      sms_for = excluded.sms_for, digest_hours = excluded.digest_hours,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
      language = excluded.language, changed_at = excluded.changed_at`,
};

/** Where and when each member of staff wants to be told. */
export class NoticeWishStore {
  constructor(private readonly database: Database) {}

  /** Those of these people who have said anything. */
  of(staff: readonly string[]): Promise<readonly NoticeWish[]> {
    return this.database.run(OF, [staff]);
  }

  /** Puts wishes in the place of what the same people wished before. */
  async put(wishes: readonly NoticeWish[], now: Instant): Promise<void> {
    await this.database.run(PUT, [JSON.stringify(wishes), now]);
  }
}
