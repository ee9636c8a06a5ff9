import { ROLES, type Role } from '@hemgang/directory';
import { PURPOSES, type Purpose } from '../purpose';
import type { Reading } from './case-rows';

/** How far an operation reaches. Nobody names another unit, controller or huvudman than her own. */
export type Scope =
  /** No session: nothing of anybody is told. */
  | 'open'
  /** Whoever has a one-time link; it names one handover, or nothing of anybody. */
  | 'link'
  /** The caller's own session. */
  | 'own-session'
  | 'own-unit'
  | 'own-controller'
  | 'own-huvudman'
  /** What everybody who is signed in may know of the county; no patient, no staff. */
  | 'county'
  /** One case: its relation to the caller's unit decides. */
  | 'case';

/** Who may call an operation that is no command of a case. */
export interface OperationRow {
  readonly scope: Scope;
  /** Absent: every role. */
  readonly roles?: readonly Role[];
  /** Absent: every purpose. */
  readonly purposes?: readonly Purpose[];
  /** What it reads of a case; only with scope `case`. */
  readonly reading?: Reading;
}

const OPEN: OperationRow = { scope: 'open' };
const LINK: OperationRow = { scope: 'link' };
const COUNTY: OperationRow = { scope: 'county' };
const OWN_SESSION: OperationRow = { scope: 'own-session' };
const OWN_UNIT: OperationRow = { scope: 'own-unit' };

const ADMINISTRATOR: readonly Role[] = ['administrator'];
const ADMINISTRATION: readonly Purpose[] = ['administration'];

/** Whoever heads a unit does so under a commission for care or for administration. */
const HEADING: readonly Purpose[] = ['care', 'administration'];

/** A small unit's administrator treats patients as well; following up is nobody's way to change staff. */
const OWN_STAFF: OperationRow = {
  scope: 'own-controller',
  roles: ADMINISTRATOR,
  purposes: ['care', 'social-services', 'administration'],
};

/** What goes wrong between the own huvudman and others, counted. */
const OWN_PATTERNS: OperationRow = {
  scope: 'own-huvudman',
  roles: ADMINISTRATOR,
  purposes: ['administration', 'follow-up'],
};

/** What two huvudmän, or all of the county, look at together. */
const JOINT_GROUP: OperationRow = {
  scope: 'own-huvudman',
  roles: ADMINISTRATOR,
  purposes: ['administration', 'follow-up'],
};

/** Who plans what a municipality can receive. */
const OWN_FORECAST: OperationRow = {
  scope: 'own-huvudman',
  roles: ['municipal-coordinator', 'municipal-nurse'],
  purposes: ['care', 'social-services'],
};

/** Everybody who works with patients and does more than administer. */
const WORKING: readonly Role[] = ROLES.filter((role) => role !== 'administrator');

/** Spärr and nödöppning are health care's (PDL 4 kap.). */
const IN_CARE = { roles: WORKING, purposes: ['care'] } as const;

/** Follow-up of the controller's own access log, and what of it leaves. */
const OWN_LOG: OperationRow = {
  scope: 'own-controller',
  roles: ADMINISTRATOR,
  purposes: ['administration', 'follow-up'],
};

/** Of a case; the rows of its type say more. */
function ofCase(reading: Reading, more: Omit<OperationRow, 'scope' | 'reading'> = {}) {
  return { scope: 'case', reading, ...more } as const satisfies OperationRow;
}

/**
 * Every operation of the API that is neither a command nor one of the readings that every type of
 * case has (see `caseOperations`), by its name in the OpenAPI document. What has no row is refused.
 */
const OPERATION_ROWS = {
  isLive: OPEN,
  isReady: OPEN,
  getMetrics: OPEN,
  getSecurityText: OPEN,
  getDescription: OPEN,
  listIssuers: OPEN,
  beginSignIn: OPEN,
  finishSignIn: OPEN,
  logoutByIssuer: OPEN,
  getMachineToken: OPEN,
  listDemoUsers: OPEN,
  signIn: OPEN,
  getClock: OPEN,
  advanceClock: OPEN,
  lookAtStartLink: LINK,
  reportStartByLink: LINK,
  reportSms: LINK,
  lookAtExperience: LINK,
  answerExperience: LINK,
  getMe: OWN_SESSION,
  switchAssignment: OWN_SESSION,
  signOut: OWN_SESSION,
  getNoticeWishes: OWN_SESSION,
  setNoticeWishes: OWN_SESSION,
  openNoticeMessage: OWN_SESSION,
  followCases: OWN_UNIT,
  listDuties: OWN_UNIT,
  listNotices: OWN_UNIT,
  listSavedViews: OWN_UNIT,
  saveView: OWN_UNIT,
  changeSavedView: OWN_UNIT,
  deleteSavedView: OWN_UNIT,
  inviteStaffToExperience: OWN_UNIT,
  // By a code of the own unit's, asked by telephone or held on paper.
  enterExperience: OWN_UNIT,
  getWardBoard: { scope: 'own-unit', roles: ['ward-staff', 'physician'], purposes: ['care'] },
  countUnread: OWN_UNIT,
  listIncidents: OWN_UNIT,
  getIncident: OWN_UNIT,
  listColleagues: OWN_UNIT,
  listStandingContacts: OWN_UNIT,
  appointStandingContact: {
    scope: 'own-unit',
    roles: ['open-care-manager'],
    purposes: HEADING,
  },
  handOverPatients: {
    scope: 'own-unit',
    roles: ['open-care-manager', 'primary-care-nurse', 'specialist-nurse'],
    purposes: ['care'],
  },
  registerExternalUnit: {
    scope: 'county',
    roles: ['ward-staff', 'physician'],
    purposes: ['care'],
  },
  // What comes home to the municipality, in numbers, and what its units can receive.
  getForecast: OWN_FORECAST,
  setCapacity: OWN_FORECAST,
  listExecutors: { scope: 'own-huvudman' },
  listUnits: COUNTY,
  listCheckpoints: COUNTY,
  listSealKeys: COUNTY,
  getSipFigures: {
    scope: 'county',
    roles: ADMINISTRATOR,
    purposes: ['administration', 'follow-up'],
  },
  getFigures: {
    scope: 'county',
    roles: ADMINISTRATOR,
    purposes: ['administration', 'follow-up'],
  },
  // Whom it shows, the rules of each case say.
  listFigureCases: {
    scope: 'own-unit',
    roles: ADMINISTRATOR,
    purposes: ['administration', 'follow-up'],
  },
  getExperience: {
    scope: 'county',
    roles: ADMINISTRATOR,
    purposes: ['administration', 'follow-up'],
  },
  // The joint group's workspace; of which places decides the use case.
  getJointGroup: JOINT_GROUP,
  freezePack: JOINT_GROUP,
  getPack: JOINT_GROUP,
  printPack: JOINT_GROUP,
  getPackExcel: JOINT_GROUP,
  agreeMeasure: JOINT_GROUP,
  followUpMeasure: JOINT_GROUP,
  getOverview: OWN_STAFF,
  getAvvikelsePatterns: OWN_PATTERNS,
  listPatternAvvikelser: OWN_PATTERNS,
  listSessions: OWN_STAFF,
  endSession: OWN_STAFF,
  searchStaff: OWN_STAFF,
  getStaff: OWN_STAFF,
  addStaff: OWN_STAFF,
  endStaff: OWN_STAFF,
  assign: OWN_STAFF,
  changeAssignment: OWN_STAFF,
  endAssignment: OWN_STAFF,
  listConfirmations: OWN_STAFF,
  confirmAssignments: OWN_STAFF,
  listOwnUnits: OWN_STAFF,
  changeUnit: OWN_STAFF,
  setSnapshotKey: OWN_STAFF,
  setUnitHours: OWN_STAFF,
  addWatch: OWN_STAFF,
  changeWatch: OWN_STAFF,
  endWatch: OWN_STAFF,
  // Whoever has the watch, or is away, says so herself.
  getCover: { scope: 'own-controller' },
  handOverWatch: { scope: 'own-controller' },
  addAbsence: { scope: 'own-controller' },
  endAbsence: { scope: 'own-controller' },
  listMachineClients: OWN_STAFF,
  registerMachineClient: OWN_STAFF,
  changeMachineKeys: OWN_STAFF,
  revokeMachineClient: OWN_STAFF,
  listWebhooks: OWN_STAFF,
  listDeadWebhooks: OWN_STAFF,
  registerWebhook: OWN_STAFF,
  changeWebhookKinds: OWN_STAFF,
  rotateWebhookSecret: OWN_STAFF,
  pauseWebhook: OWN_STAFF,
  resumeWebhook: OWN_STAFF,
  deleteWebhook: OWN_STAFF,
  redeliverWebhooks: OWN_STAFF,
  listDeliveries: OWN_STAFF,
  redeliver: OWN_STAFF,
  setProtection: { scope: 'own-unit', roles: WORKING },
  handleOutside: { scope: 'own-unit', roles: WORKING },
  listProtectionContacts: { scope: 'own-controller' },
  nameProtectionContacts: { scope: 'own-controller' },
  openInEmergency: { scope: 'own-controller', ...IN_CARE },
  listEmergencyOpenings: { scope: 'own-controller', roles: ADMINISTRATOR },
  reviewEmergencyOpening: { scope: 'own-controller', roles: ADMINISTRATOR },
  blockEntries: { scope: 'own-unit', ...IN_CARE },
  endBlock: { scope: 'own-unit', ...IN_CARE },
  listBlockedUnits: { scope: 'own-controller', ...IN_CARE },
  releaseBlocks: { scope: 'own-controller', ...IN_CARE },
  objectToDisclosure: { scope: 'own-controller', roles: WORKING },
  endObjection: { scope: 'own-controller', roles: WORKING },
  listLogReviews: OWN_LOG,
  selectLogLines: OWN_LOG,
  listLogReviewLines: OWN_LOG,
  decideLogLine: OWN_LOG,
  extractPatientLog: OWN_LOG,
  exportAccessLog: OWN_LOG,
  addDischargeAttachment: ofCase('attachment', { roles: WORKING }),
  getDischargeAttachment: ofCase('attachment'),
  removeDischargeAttachment: ofCase('attachment', { roles: WORKING }),
  addSipAttachment: ofCase('attachment', { roles: WORKING }),
  getSipAttachment: ofCase('attachment'),
  removeSipAttachment: ofCase('attachment', { roles: WORKING }),
  // Of the same command by the same person; what it may be is judged as the command is.
  previewDischargeCommand: ofCase('case'),
  previewSipCommand: ofCase('case'),
  previewSettlementCommand: ofCase('case'),
  previewAvvikelseCommand: ofCase('case'),
  getDischargePayment: ofCase('payment'),
  getDischargeAt: ofCase('history'),
  getSipAt: ofCase('history'),
  getDischargeReceivers: ofCase('receivers'),
  printPatientSheet: ofCase('patient-sheet'),
  printSipSheet: ofCase('patient-sheet'),
  inviteAboutDischarge: ofCase('patient-sheet'),
  inviteAboutSip: ofCase('patient-sheet'),
  listStaysToLink: ofCase('stays-of-sip'),
  getPlanDraft: ofCase('plan-draft'),
  savePlanDraft: ofCase('plan-draft', { roles: WORKING }),
  passPlanTurn: ofCase('plan-draft', { roles: WORKING }),
  getSipMeetingFile: ofCase('case'),
  getSettlementVersion: ofCase('settled'),
  getRowIdentity: ofCase('settled', { roles: ADMINISTRATOR, purposes: ADMINISTRATION }),
  getSettlementBasisExcel: ofCase('settled'),
  getSettlementBasisCsv: ofCase('settled'),
  getSettlementBasisPdf: ofCase('settled'),
} as const satisfies Readonly<Record<string, OperationRow>>;

export type OperationName = keyof typeof OPERATION_ROWS;

export const OPERATIONS = Object.keys(OPERATION_ROWS) as readonly OperationName[];

/** The row of an operation, with nothing left out. */
export function operationRow(name: OperationName): OperationRow {
  return OPERATION_ROWS[name];
}

/** The purposes under which an operation may be called. */
export function purposesOf({ purposes = PURPOSES }: OperationRow): readonly Purpose[] {
  return purposes;
}
