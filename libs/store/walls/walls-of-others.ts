import { DELETE, GROWS, READER, SELECT, UPDATE, type Wall } from './wall';

/** Put in place as a whole, row by row. */
const REPLACED = { ...GROWS, ...UPDATE, ...DELETE } as const;

const SEALS = { works: GROWS } as const;

/** What is the reader's own, or shared with her unit. */
const OWN_OR_SHARED = `unit = ${READER.unit} and (shared or staff = ${READER.staff})`;

/** Of places whose joint group the reader's own huvudman belongs to. */
const OF_PLACE = 'place in (select w.place from wall_joint_places w)';

/** Added to by the joint group's use cases, and never changed (record 39). */
const OF_JOINT_GROUP = { reads: { select: OF_PLACE }, works: GROWS } as const;

/** Tables that belong to no case. No reader's statement touches them, except where it says. */
export const WALLS_OF_OTHERS: Readonly<Record<string, Wall>> = {
  huvudmen: { works: REPLACED },
  controllers: { works: REPLACED },
  hospitals: { works: REPLACED },
  units: { works: REPLACED },
  staff: { works: REPLACED },
  assignments: { works: REPLACED },
  standing_contacts: { works: REPLACED },
  unit_hours: { works: REPLACED },
  unit_capacities: { works: REPLACED },
  watches: { works: REPLACED },
  watch_turns: { works: REPLACED },
  watch_hand_overs: { works: REPLACED },
  absences: { works: REPLACED },
  directory_state: { works: { ...SELECT, ...UPDATE } },
  // Gallring takes rows about staff when their term has gone (record 24).
  directory_changes: { works: { ...GROWS, ...DELETE } },
  machine_clients: { works: REPLACED },

  // No reader's statement sees a secret, and what a controller is told its administrators ask for.
  webhook_endpoints: { works: REPLACED },
  webhook_secrets: { works: REPLACED },
  webhook_deliveries: { works: REPLACED },
  webhook_tries: { works: { ...GROWS, ...DELETE } },

  snapshot_keys: { works: { ...GROWS, ...UPDATE } },

  sessions: { works: REPLACED },
  sign_ins: { works: { ...GROWS, ...DELETE } },
  logout_tokens: { works: { ...GROWS, ...DELETE } },
  link_key: { works: SELECT },
  notice_wishes: { works: REPLACED },
  saved_views: { reads: { select: OWN_OR_SHARED }, works: REPLACED },
  view_deliveries: {
    reads: {
      select: `(select true from saved_views v
                where v.id = view_deliveries.view and v.staff = ${READER.staff} limit 1)`,
    },
    works: GROWS,
  },
  packs: OF_JOINT_GROUP,
  agreed_measures: OF_JOINT_GROUP,
  measure_follow_ups: {
    reads: {
      select: `(select true from agreed_measures a where a.id = measure_follow_ups.measure limit 1)`,
    },
    works: GROWS,
  },
  delivery_turns: { works: REPLACED },

  clock: { works: { ...SELECT, ...UPDATE } },
  seeding: { works: { ...GROWS, ...UPDATE } },
  timeline: { works: { ...SELECT, ...UPDATE } },
  payment_rates: { works: GROWS },
  county_numbers: { works: GROWS },
  // Whose figures may be seen is the first wall's: the sums tell of nobody.
  figure_parts: { works: { ...GROWS, ...DELETE } },
  figure_sums: { works: REPLACED },
  figure_head: { works: { ...SELECT, ...UPDATE } },
  // No reader's statement reaches an answer, or who has been asked (record 38).
  experience_invitations: { works: REPLACED },
  experience_tallies: { works: { ...GROWS, ...UPDATE } },

  seal_batches: SEALS,
  // Gallring takes salts; a trigger says of which lines (record 24).
  sealed_lines: { works: { ...GROWS, ...UPDATE } },
  seal_keys: SEALS,
  seal_checkpoints: SEALS,
  seal_receivers: { works: { ...GROWS, ...UPDATE } },
  seal_head: { works: { ...SELECT, ...UPDATE } },

  erasures: { writes: GROWS, works: GROWS },
  retention_terms: { works: GROWS },
  log_reviews: { works: GROWS },
  log_review_lines: { works: { ...GROWS, ...UPDATE, ...DELETE } },

  // Which version of the tables and of the walls this is.
  migrations: { reads: SELECT, writes: SELECT, works: SELECT },
  walls: { reads: SELECT, writes: SELECT, works: SELECT },
};
