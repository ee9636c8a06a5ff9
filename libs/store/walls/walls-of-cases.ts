import {
  DELETE,
  GROWS,
  INSERT,
  isOfParty,
  isOfPartyOrEarlier,
  READER,
  SELECT,
  UPDATE,
  type Wall,
} from './wall';

/** Process facts of a case: to the parties of the case (design 3.11). */
const ofParty = (table: string) => ({ select: isOfParty(`${table}.case_id`) });

/** Whose event names the file: to whom a copy of what it said went, by the wall of the copies. */
const SENT_TO_READER = `(
  select true from contents t join events e on e.case_id = t.case_id and e.seq = coalesce(t.source, t.seq)
  where t.case_id = attachments.case_id and e.payload -> 'attachments' ? attachments.id::text
  limit 1)`;

/** What the reader's own unit was told, or answers for. */
const OF_UNIT = { select: `unit = ${READER.unit}` };

/**
 * Lines of the access log that say when a party first saw the case; they are spelled as in the index
 * access_log_seen.
 */
const SEEN = `(action = 'read:case' or action like 'command:%') and ${isOfParty('access_log.case_id')}`;

/** The tables of cases, and what comes of them. */
export const WALLS_OF_CASES: Readonly<Record<string, Wall>> = {
  cases: {
    reads: { select: isOfPartyOrEarlier('cases.id') },
    writes: { ...SELECT, ...INSERT, ...UPDATE },
    works: SELECT,
  },
  events: { reads: ofParty('events'), writes: GROWS, works: SELECT },
  // To the controller that holds the copy, through a unit of it that is a party.
  contents: {
    reads: { select: `controller = ${READER.controller} and ${isOfParty('contents.case_id')}` },
    writes: { ...GROWS, ...DELETE },
    works: SELECT,
  },
  // To the unit that has kept it, and to whom the message went that it belongs to.
  attachments: {
    reads: {
      select: `(unit = ${READER.unit} and ${isOfParty('attachments.case_id')}) or ${SENT_TO_READER}`,
    },
    writes: { ...GROWS, ...DELETE },
    // Those that nobody sent go after a day; gallring takes who kept them.
    works: { ...SELECT, ...UPDATE, ...DELETE },
  },
  // To every party: what is written together before it is anybody's copy.
  plan_drafts: {
    reads: ofParty('plan_drafts'),
    writes: { ...GROWS, ...UPDATE, ...DELETE },
    works: { ...SELECT, ...DELETE },
  },
  duties: {
    reads: { select: isOfPartyOrEarlier('duties.case_id') },
    writes: { ...GROWS, ...UPDATE },
    works: SELECT,
  },
  parties: {
    reads: { select: isOfPartyOrEarlier('parties.case_id') },
    writes: { ...GROWS, ...UPDATE },
    works: SELECT,
  },
  timers: { writes: { ...GROWS, ...UPDATE, ...DELETE }, works: { ...SELECT, ...UPDATE } },
  // A patient is known to a unit through a case that it is a party of.
  persons: {
    reads: { select: '(select true from wall_persons w where w.person_id = persons.id limit 1)' },
    writes: { ...GROWS, ...UPDATE },
    works: SELECT,
  },
  // Deleting a row decides who handles it: the relay's handlers, and facts with the command they become.
  outbox: {
    writes: { ...GROWS, delete: `job = 'tell-case'` },
    // An emergency opening is told of by whoever keeps it, and no other notice.
    works: { ...SELECT, ...UPDATE, ...DELETE, insert: `key like 'emergency.%'` },
  },
  inbox: { writes: GROWS, works: SELECT },
  // Locking expired keys before they are removed counts as changing them.
  idempotency: { writes: GROWS, works: { ...SELECT, ...UPDATE, ...DELETE } },
  notices: { reads: OF_UNIT, works: GROWS },
  deliveries: { reads: ofParty('deliveries'), works: { ...GROWS, ...UPDATE, ...DELETE } },
  delivery_events: { reads: ofParty('delivery_events'), works: { ...GROWS, ...DELETE } },
  incidents: { reads: OF_UNIT, works: GROWS },
  incident_openings: {
    reads: {
      select: '(select true from wall_incidents w where w.id = incident_openings.incident limit 1)',
    },
    works: GROWS,
  },
  // Everybody writes his own lines; of others a reader sees when the parties of his cases saw them.
  access_log: {
    reads: {
      insert: `staff = ${READER.staff} and unit = ${READER.unit}`,
      select: `staff = ${READER.staff} or ${SEEN}`,
    },
    writes: INSERT,
    // Gallring takes lines; a trigger says which (record 24).
    works: { ...GROWS, ...DELETE },
  },
  access_patients: {
    reads: {
      // The line is written in the same statement and cannot be seen yet; others' can.
      insert: `(select true from wall_lines_of_others w where w.id = access_patients.line limit 1) is null
               and ${isOfParty('access_patients.case_id')}`,
      select: '(select true from wall_lines w where w.id = access_patients.line limit 1)',
    },
    works: { ...GROWS, ...DELETE },
  },
};
