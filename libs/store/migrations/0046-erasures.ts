import { ForwardMigration } from './forward-migration';

/**
 * Gallring: what was erased when and by which rule (record 24), and the one way in which lines of the
 * access log may go. Erasures are written by operators' commands alone, and read by them and by
 * whoever verifies the log; they name nobody and are never erased themselves.
 */
export class Erasures1795300000046 extends ForwardMigration {
  protected readonly sql = `
    create table erasures (
      id uuid constraint erasures_pkey primary key,
      at timestamptz(3) not null check (isfinite(at)),
      controller text not null check (controller <> ''),
      rule text not null check (rule <> ''),
      -- What an authority has decided, as it is filed; null: the rule alone.
      decision text check (decision <> ''),
      -- What was due before this moment.
      before timestamptz(3) not null check (isfinite(before)),
      counts jsonb not null,
      -- Numbers of the sealed lines whose rows went with it.
      lines int8multirange not null default '{}',
      digest bytea not null check (length(digest) = 32)
    );
    create trigger erasures_only_grow before update or delete or truncate on erasures
      for each statement execute function refuse_change();

    -- Set when the facts of a person whom no controller holds anything of any more were removed.
    alter table persons add column erased_at timestamptz(3) check (isfinite(erased_at));

    -- The erasure that the running transaction carries out; null: none.
    create function erasure_here() returns uuid language sql stable as $$
      select nullif(current_setting('hemgang.erasure', true), '')::uuid
    $$;

    create function refuse_change_but_erasure() returns trigger language plpgsql as $$
      begin
        if tg_op = tg_argv[0] and erasure_here() is not null then return null; end if;
        raise exception 'The table % only grows.', tg_table_name using errcode = '0A000';
      end $$;

    -- What has gone must be what an erasure names, line by line.
    create function gone_by_erasure() returns trigger language plpgsql as $$
      declare
        numbers int8multirange;
        unnumbered bigint;
      begin
        select range_agg(int8range(s.number, s.number, '[]')),
               count(*) filter (where s.number is null)
        into numbers, unnumbered
        from gone left join sealed_lines s
          on s.access_id = (to_jsonb(gone) ->> tg_argv[0])::bigint;
        if unnumbered > 0 or exists (select from gone) and not exists (
          select from erasures where id = erasure_here() and lines @> numbers) then
          raise exception 'The table % only grows.', tg_table_name using errcode = '0A000';
        end if;
        return null;
      end $$;

    create function only_salts_by_erasure() returns trigger language plpgsql as $$
      begin
        if exists (
          select from was left join became using (number)
          where became.leaf is distinct from was.leaf or became.salt is not null
            or (became.case_id, became.seq, became.access_id, became.entry)
               is distinct from (was.case_id, was.seq, was.access_id, was.entry)
        ) or exists (select from was) and not exists (
          select from erasures where id = erasure_here() and lines @> (
            select range_agg(int8range(number, number, '[]')) from was)) then
          raise exception 'The table % only grows.', tg_table_name using errcode = '0A000';
        end if;
        return null;
      end $$;

    drop trigger access_log_only_grows on access_log;
    create trigger access_log_only_grows before update or delete or truncate on access_log
      for each statement execute function refuse_change_but_erasure('DELETE');
    create trigger access_log_erased after delete on access_log referencing old table as gone
      for each statement execute function gone_by_erasure('id');

    drop trigger access_patients_only_grow on access_patients;
    create trigger access_patients_only_grow before update or delete or truncate on access_patients
      for each statement execute function refuse_change_but_erasure('DELETE');
    create trigger access_patients_erased after delete on access_patients
      referencing old table as gone
      for each statement execute function gone_by_erasure('line');

    drop trigger sealed_lines_only_grow on sealed_lines;
    create trigger sealed_lines_only_grow before update or delete or truncate on sealed_lines
      for each statement execute function refuse_change_but_erasure('UPDATE');
    create trigger sealed_lines_erased after update on sealed_lines
      referencing old table as was new table as became
      for each statement execute function only_salts_by_erasure();`;
}
