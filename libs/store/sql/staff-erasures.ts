import type { Statement } from '../statement';

/** What went of staff, or would go. */
export type StaffCounts = Readonly<
  Record<
    'changes' | 'sessions' | 'deliveries' | 'files' | 'clients' | 'assignments' | 'staff',
    number
  >
>;

/**
 * Takes rows about staff of the controller $1 with the units $2: what administrators did, who was
 * signed in, who was told of what, who kept a file, who had a watch and who was away, from before $3
 * as the log; programs whose assignment ended, and assignments that ended, before $4, which is as long
 * as the longest file: until then its events must be able to say who wrote. Somebody without any
 * other assignment, and who is nobody's contact, goes with them, and so do her wishes and her saved
 * views.
 */
export const ERASE_STAFF: Statement<StaffCounts> = {
  name: 'erasure-staff',
  text: `
    with changes as (
      delete from directory_changes where controller = $1 and at < $3 returning id
    ), signed_in as (
      delete from sessions s
      where s.expires_at < $3
        and (exists (select from assignments a where a.id = s.assignment and a.unit = any ($2::text[]))
             or not exists (select from assignments a where a.id = s.assignment))
      returning s.id
    ), told as (
      delete from deliveries where unit = any ($2::text[]) and created_at < $3 returning id
    ), filed as (
      update attachments set staff = null
      where unit = any ($2::text[]) and created_at < $3 and staff is not null
      returning id
    ), over as (
      select id, staff from assignments where unit = any ($2::text[]) and valid_until < $4
    ), turns as (
      delete from watch_turns t using watches w
      where w.id = t.watch and w.controller = $1 and t.ends < $3
    ), hand_overs as (
      delete from watch_hand_overs h using watches w
      where w.id = h.watch and w.controller = $1 and h.at < $3
    ), away as (
      delete from absences f
      where f.ends < $3
        and (exists (select from assignments a where a.staff = f.staff and a.unit = any ($2::text[]))
             or not exists (select from assignments a where a.staff = f.staff))
    ), clients as (
      delete from machine_clients m
      where m.controller = $1 and m.revoked
        and (m.assignment in (select id from over)
             or not exists (select from assignments a where a.id = m.assignment))
      returning m.id
    ), people as (
      delete from staff s
      where s.id in (select staff from over)
        and not exists (
          select from assignments a where a.staff = s.id and a.id not in (select id from over))
        and not exists (select from standing_contacts c where c.staff = s.id)
      returning s.id
    ), wishes as (
      delete from notice_wishes w using people p where w.staff = p.id
    ), saved as (
      delete from saved_views v using people p where v.staff = p.id
    ), ended as (
      delete from assignments a using over where a.id = over.id returning a.id
    )
    select (select count(*) from changes)::int as changes,
           (select count(*) from signed_in)::int as sessions,
           (select count(*) from told)::int as deliveries,
           (select count(*) from filed)::int as files,
           (select count(*) from clients)::int as clients,
           (select count(*) from ended)::int as assignments,
           (select count(*) from people)::int as staff`,
};
