/** What becomes of what a column holds. */
export type Fate =
  /** Goes with a controller's file about a person. */
  | 'file'
  /** Goes with the facts of a person of whom nobody holds a file any more. */
  | 'person'
  /** Goes with the lines of the access log. */
  | 'log'
  /** Rows about staff: go after the term of the log, or of the longest file. */
  | 'staff'
  /** Goes by itself within days or weeks. */
  | 'soon'
  /** The directory: units and who works there now; changed by its administrators. */
  | 'directory'
  /** Ids, codes, digests and numbers, which say nothing about anybody to who has nothing else. Stays. */
  | 'nameless';

interface TableFate {
  readonly fate: Fate;
  readonly columns: readonly string[];
  /** Columns that go another way than their table. */
  readonly but?: Readonly<Record<string, Fate>>;
}

const table = (
  fate: Fate,
  columns: string,
  but: Readonly<Record<string, Fate>> = {},
): TableFate => ({
  ...{ fate, but },
  columns: columns.split(' '),
});

/** Every column that can hold words, a name or an identity. */
export const FATES: Readonly<Record<string, TableFate>> = {
  contents: table('file', 'case_id controller entry legal_basis salt body'),
  // Who kept it stands in no event; who sent it does.
  attachments: table('file', 'id case_id unit staff name kind sha256 bytes', { staff: 'staff' }),
  emergency_openings: table(
    'file',
    'person staff assignment unit controller reason words verdict verdict_words reviewed_by',
  ),
  blocks: table('file', 'person controller unit told_by staff ended_by'),
  block_releases: table('file', 'kind staff unit reason'),
  objections: table('file', 'person controller told_by staff ended_by'),
  // Whom to ring about one person; without a person it is a controller's own directory.
  protection_contacts: table('file', 'controller person staff phone by'),

  persons: table(
    'person',
    'id number number_kind name address municipality registration protection',
    { id: 'nameless' },
  ),
  protection_changes: table('person', 'person grade staff unit controller'),

  access_log: table('log', 'staff assignment unit person case_id action purpose'),
  access_patients: table('log', 'person case_id'),
  log_review_lines: table('log', 'reasons decision decided_by'),
  sealed_lines: table('nameless', 'case_id entry salt leaf', { salt: 'log' }),

  directory_changes: table('staff', 'controller caller key request_hash action subject'),
  sessions: table(
    'staff',
    'token_hash assignment staff purpose may_act_as issuer subject issuer_session acr ended_why ended_by scopes',
  ),
  // What was sent to whom, with its trail.
  deliveries: table('staff', 'key case_id view unit staff channel duty kind status message'),
  delivery_events: table('staff', 'case_id kind reason'),
  notice_wishes: table(
    'staff',
    'staff mail phone mail_for sms_for digest_hours quiet_from quiet_until language',
  ),
  saved_views: table('staff', 'id unit staff name page query every'),
  view_deliveries: table('staff', 'view'),
  // Whose turn a watch was, and who was away; never why.
  watch_turns: table('staff', 'watch staff'),
  watch_hand_overs: table('staff', 'watch to_staff'),
  absences: table('staff', 'id staff'),
  machine_clients: table('staff', 'id controller unit assignment scopes keys'),
  assignments: table('staff', 'id staff unit roles employee commission stand_in'),
  staff: table('staff', 'id name'),

  // 30 days; the digest of a command's body must not outlive it.
  // The hour after it ended, or a month after the last save.
  plan_drafts: table('soon', 'case_id words saved_by saved_unit holder holder_unit'),
  idempotency: table('soon', 'caller key body_hash case_id'),
  // Gone when the message has left or is given up.
  delivery_turns: table('soon', 'staff channel message'),
  // The Sunday four weeks after it was made; of nobody, and empty once it is used.
  experience_invitations: table('soon', 'secret_hash kind unit municipality maker'),
  sign_ins: table('soon', 'state_hash browser_hash issuer verifier nonce return_to'),
  logout_tokens: table('soon', 'issuer jti'),
  outbox: table('soon', 'key case_id receiver job task error_code'),
  // 30 days after it was sent or laid aside.
  webhook_deliveries: table(
    'soon',
    'endpoint key kind unit case_id case_type entry duty duty_kind state error_code',
  ),
  webhook_tries: table('soon', 'outcome'),

  huvudmen: table('directory', 'id name code switchboard'),
  controllers: table('directory', 'id huvudman name form'),
  hospitals: table('directory', 'id kind name'),
  units: table(
    'directory',
    'id controller kind name phone municipality closed_into own_ward hospital care external',
  ),
  unit_hours: table('directory', 'unit week'),
  unit_capacities: table('directory', 'unit week days start_reason'),
  watches: table('directory', 'id controller name units'),
  webhook_endpoints: table('directory', 'id controller url kinds state'),
  // A secret of two systems, and of nobody; goes with its endpoint.
  webhook_secrets: table('directory', 'endpoint secret'),
  standing_contacts: table('directory', 'unit staff phone'),
  snapshot_keys: table('directory', 'unit public_key salt'),

  // A state and an event hold ids and digests; what was written is in `contents`.
  cases: table('nameless', 'id type person_id region definition_hash word state'),
  events: table('nameless', 'case_id type machine actor payload given digests hash results'),
  duties: table('nameless', 'case_id id key machine unit person outcome'),
  timers: table('nameless', 'case_id duty step'),
  parties: table('nameless', 'case_id unit handover kind case_type'),
  inbox: table('nameless', 'target source fact'),
  notices: table('nameless', 'key unit case_id entry duty audience'),
  incidents: table('nameless', 'case_id unit kind'),
  // Who opened what, as the incident was found; kept with it.
  incident_openings: table('nameless', 'staff unit action'),
  outside_cases: table('nameless', 'case_id staff unit'),
  log_reviews: table('nameless', 'controller made_by'),
  erasures: table('nameless', 'id controller rule decision counts digest'),
  figure_parts: table('nameless', 'case_id measure places'),
  figure_sums: table('nameless', 'place measure'),
  figure_head: table('nameless', 'event_tx walk walk_after timeline'),
  experience_tallies: table('nameless', 'kind unit municipality way question'),
  // Codes, numbers and ids; what was agreed is about nobody. Who froze and who agreed stays, as in a settlement.
  packs: table('nameless', 'id place content hash event_tx frozen_by huvudman'),
  agreed_measures: table('nameless', 'id place words owner role agreed_by huvudman'),
  measure_follow_ups: table('nameless', 'measure status note made_by huvudman'),
  retention_terms: table('nameless', 'controller kind source entered_by'),
  payment_rates: table('nameless', 'source entered_by'),
  county_numbers: table('nameless', 'kind place source entered_by'),

  // Signs the tokens of links into a stay; the tokens themselves are kept nowhere.
  link_key: table('nameless', 'key'),
  seal_batches: table('nameless', 'root previous chain'),
  seal_checkpoints: table('nameless', 'chain key signature'),
  seal_head: table('nameless', 'log chain timeline'),
  seal_keys: table('nameless', 'id public_key introduced_by signature'),
  seal_receivers: table('nameless', 'controller'),
  timeline: table('nameless', 'id erased_on'),
  migrations: table('nameless', 'name'),
  walls: table('nameless', 'revision'),
};
