import { ForwardMigration } from './forward-migration';

/**
 * How each member of staff wants to be told outside the application, and where. No foreign key to
 * the staff: a directory is replaced whole. Gallring of staff takes the row with the person.
 */
export class NoticeWishes1795300000057 extends ForwardMigration {
  protected readonly sql = `
    create table notice_wishes (
      staff text constraint notice_wishes_pkey primary key check (staff <> ''),
      mail text check (mail <> ''),
      phone text check (phone <> ''),
      mail_for text not null check (mail_for in ('all', 'acute', 'nothing')),
      sms_for text not null check (sms_for in ('all', 'acute', 'nothing')),
      -- Whole hours in Stockholm; empty: at once.
      digest_hours int[] not null check (0 <= all (digest_hours) and 23 >= all (digest_hours)),
      quiet_from text check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
      quiet_until text check (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
      language text not null check (language in ('sv', 'en')),
      changed_at timestamptz(3) not null,
      check ((quiet_from is null) = (quiet_until is null))
    );`;
}
