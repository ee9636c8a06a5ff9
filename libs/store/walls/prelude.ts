/**
 * What the conditions of the walls ask. Each is a view of the owner, for whom the walls stand open:
 * asked from a condition, the table below is read without conditions of its own, which for `parties`
 * would ask for themselves for ever. A role that may read a view sees only what is its reader's.
 */
export const WALL_VIEWS: Readonly<Record<string, string>> = {
  /** Cases that the reader's unit is a party of now. */
  wall_cases: `
    select case_id from parties
    where unit = current_setting('hemgang.unit', true) and until is null`,

  /**
   * Cases of which the reader's controller holds a copy and whose patient she has opened in an
   * emergency. That an opening is over is the first wall's to know: the database has no clock of ours.
   */
  wall_opened_cases: `
    select c.id as case_id
    from emergency_openings o join cases c on c.person_id = o.person
    where o.staff = current_setting('hemgang.staff', true)
      and o.unit = current_setting('hemgang.unit', true)
      and (select true from parties p join units u on u.id = p.unit
           where p.case_id = c.id and u.controller = current_setting('hemgang.controller', true)
           limit 1)`,

  /** Patients of the one and of the other. */
  wall_persons: `
    select c.person_id
    from cases c join parties p on p.case_id = c.id
    where p.unit = current_setting('hemgang.unit', true) and p.until is null
    union all
    select person from emergency_openings
    where staff = current_setting('hemgang.staff', true)
      and unit = current_setting('hemgang.unit', true)`,

  /**
   * Stays that a patient of the reader's unit has had before at a ward of the reader's own controller,
   * unless the ward is sensitive: of these the new stay shows how far things had come (maySeePrevious).
   */
  wall_earlier_stays: `
    select c.id as case_id
    from cases c
    where c.type = 'discharge' and c.ended_at is not null
      and (select true from wall_persons w where w.person_id = c.person_id limit 1)
      and (select true from parties p join units u on u.id = p.unit
           where p.case_id = c.id and p.handover is null and not u.sensitive
             and u.controller = current_setting('hemgang.controller', true)
           limit 1)`,

  /** Drafts of incidents that the reader's unit answers for. */
  wall_incidents: `
    select id from incidents where unit = current_setting('hemgang.unit', true)`,

  /**
   * Places whose joint group the reader's authority sits in: the county, its own municipality, and for
   * a region every one (record 39). A private provider sits in none.
   */
  wall_joint_places: `
    select 'municipality:' || m.code as place
    from controllers c join huvudmen h on h.id = c.huvudman
    join huvudmen m on length(m.code) = 4 and (m.id = h.id or h.code = substr(m.code, 1, 2))
    where c.id = current_setting('hemgang.controller', true) and c.form = 'authority'
    union
    select 'county' from controllers c
    where c.id = current_setting('hemgang.controller', true) and c.form = 'authority'`,

  /** The reader's own lines in the access log. */
  wall_lines: `
    select id from access_log where staff = current_setting('hemgang.staff', true)`,

  /** Everybody else's; a line that is just being written is in neither. */
  wall_lines_of_others: `
    select id from access_log
    where staff is distinct from current_setting('hemgang.staff', true)`,
};
