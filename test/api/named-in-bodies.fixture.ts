import type { CaseView } from '@hemgang/cases';
import { demoPatient } from '@hemgang/demo';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, HELENA, MARIA, PETER, query } from '@hemgang/testing';
import { caseOf, type ApiServer } from './api-server.fixture';
import { keptFile } from './files.fixture';
import { NO_CASE, type Outsider } from './foreign-cases.fixture';
import type { Existing } from './foreign-ids.fixture';

const LARS = 'lars-hedman-ersboda-halsocentral';
/** Gives care for another controller than the region. */
export const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
/** Administers Norsjö. */
export const KENT = 'kent-astrom-norsjo-betalning';

const NOBODY = 'nobody-at-all';
const NORR = 'umea-bistand-norr';
const NO_UNIT = 'no-unit-at-all';
/** Nobody's in the demo county. */
const NO_PATIENT = demoPatient(990).number;
const PHONE = '090-785 20 01';
const AVVIKELSE = { to: 'nus-medicin-2', category: 'annat', consequence: 'ingen' };

type Stay = CaseView & {
  readonly handovers?: readonly { readonly id: string; readonly unit: { readonly id: string } }[];
};

/** One field of a body, with what is another's and with what does not exist. */
export interface NamedTry {
  /** `operation.field` of the description. */
  readonly field: string;
  readonly user: string;
  readonly path: string;
  readonly bodyOf: (id: string) => object;
  readonly theirs: string;
  readonly none: string;
}

/**
 * Every field of a body that names somebody's thing, tried by whoever could give the rest.
 * @param chosen who try whatever names a case
 */
export async function namedInBodies(
  api: ApiServer,
  existing: Existing,
  people: readonly Outsider[],
  chosen: readonly Outsider[],
): Promise<readonly NamedTry[]> {
  const inCases = await namedInCases(api, existing, people);
  const atWork = await namedAtWork(api, existing);
  const kept = namedByAdministrators(api, existing, await watchOfUmea(api));
  return [
    ...[...inCases, ...inCases.flatMap(previewed), ...atWork, ...kept],
    ...casesNamed(existing, chosen),
  ];
}

/** What a command on a case names can be named in its preview, too. */
function previewed(each: NamedTry): readonly NamedTry[] {
  const [, cases, id, command] =
    /^\/api\/v1\/(discharges|sips)\/([^/]+)\/([^/]+)$/.exec(each.path) ?? [];
  if (command === undefined) return [];
  const operation = cases === 'sips' ? 'previewSipCommand' : 'previewDischargeCommand';
  return [
    {
      ...each,
      field: `${operation}.${each.field.split('.')[1] ?? ''}`,
      path: `/api/v1/${cases}/${id}/previews/${command}`,
    },
  ];
}

async function namedInCases(
  api: ApiServer,
  existing: Existing,
  people: readonly Outsider[],
): Promise<readonly NamedTry[]> {
  const stay = existing['discharges'] ?? '';
  const at = `/api/v1/discharges/${stay}`;
  const { duties, patient, handovers = [] }: Stay = caseOf(await api.get(at, ANNA));
  const of = (unit: string) => duties.find(({ owner }) => owner.unit.id === unit)?.id ?? '';
  const another = duties.find(({ owner }) => owner.unit.id !== 'umea-bistand-norr')?.id ?? '';
  const clinic = handovers.find(({ unit }) => unit.id === 'ersboda-halsocentral')?.id ?? '';
  const { number, name } = patient ?? {};
  const start = { patient: { number, name }, need: 'Stöd hemma.' };
  const [nurse] = people.filter(({ role }) => role === 'primary-care-nurse');
  const ownDuty = of('umea-bistand-norr');
  const contact = { handover: clinic, name: 'Helena Burman', phone: PHONE };
  const { caseId: strangers } = await api.county.told();
  const message = {
    ...{ to: ['nus-medicin-2'], category: 'ovrigt', priority: 'ordinary', text: 'Se bilagan.' },
  };
  const sip = await api.county.sipTogether([NORR]);
  const colleague = 'anna-lundgren';
  return [
    {
      ...{ field: 'dischargeTake.duty', user: MARIA, path: `${at}/take` },
      ...{ bodyOf: (id) => ({ duty: id }), theirs: another, none: 'h9-9.none.1' },
    },
    {
      field: 'dischargeSendMessage.attachments',
      ...{ user: MARIA, path: `${at}/send-message` },
      bodyOf: (id) => ({ ...message, attachments: [id] }),
      ...{ theirs: existing['attachments'] ?? '', none: NO_CASE },
    },
    {
      ...{ field: 'sipSendMessage.attachments', user: HELENA },
      path: `/api/v1/sips/${sip}/send-message`,
      bodyOf: (id) => ({ ...message, to: [NORR], attachments: [id] }),
      ...{ theirs: await keptFile(api, sip, MARIA, 'sips'), none: NO_CASE },
    },
    {
      ...{ field: 'dischargeHandOn.to', user: MARIA, path: `${at}/hand-on` },
      ...{ bodyOf: (to) => ({ duty: ownDuty, to }), theirs: colleague, none: NOBODY },
    },
    {
      field: 'dischargeAppointFastVardkontakt.staff',
      ...{ user: LARS, path: `${at}/appoint-fast-vardkontakt` },
      ...{ bodyOf: (staff) => ({ ...contact, staff }), theirs: colleague, none: NOBODY },
    },
    {
      ...{ field: 'sipStartSip.stay', user: nurse?.id ?? '', path: '/api/v1/sips' },
      ...{ bodyOf: (id) => ({ ...start, stay: id }), theirs: stay, none: NO_CASE },
    },
    {
      ...{ field: 'avvikelseReportAvvikelse.about', user: nurse?.id ?? '' },
      path: '/api/v1/avvikelser',
      bodyOf: (about) => ({ ...AVVIKELSE, about }),
      ...{ theirs: stay, none: NO_CASE },
    },
    {
      ...{ field: 'sipLinkStay.stay', user: HELENA },
      path: `/api/v1/sips/${existing['sips'] ?? ''}/link-stay`,
      ...{ bodyOf: (id) => ({ stay: id }), theirs: strangers, none: NO_CASE },
    },
  ];
}

/** Colleagues, patients and spärrar, named by people who work with patients. */
async function namedAtWork(api: ApiServer, existing: Existing): Promise<readonly NamedTry[]> {
  const appointed = { phone: PHONE, from: '2026-03-02', until: null };
  const emergency = { reason: 'treats-now', words: 'Akut.' };
  const { caseId: another } = await api.county.told();
  const block = await blockedOn(api, another);
  const release = {
    ...{ caseId: existing['discharges'], kind: 'consent' },
    reason: 'Hon säger ja.',
  };
  const colleague = 'anna-lundgren';
  const numberOfSip = await numberOf(api, existing['sips'] ?? '');
  return [
    {
      ...{ field: 'switchAssignment.assignment', user: ANNA, path: '/api/v1/me/assignment' },
      ...{ bodyOf: (id) => ({ assignment: id }), theirs: MARIA, none: NOBODY },
    },
    {
      ...{ field: 'appointStandingContact.staff', user: LARS, path: '/api/v1/standing-contacts' },
      ...{ bodyOf: (staff) => ({ ...appointed, staff }), theirs: colleague, none: NOBODY },
    },
    {
      ...{ field: 'handOverPatients.from', user: LARS, path: '/api/v1/contact-handovers' },
      bodyOf: (from) => ({ from, to: 'helena-burman', phone: PHONE }),
      ...{ theirs: colleague, none: NOBODY },
    },
    {
      ...{ field: 'handOverPatients.to', user: LARS, path: '/api/v1/contact-handovers' },
      bodyOf: (to) => ({ from: 'helena-burman', to, phone: PHONE }),
      ...{ theirs: colleague, none: NOBODY },
    },
    {
      ...{ field: 'openInEmergency.number', user: SARA, path: '/api/v1/emergency-openings' },
      bodyOf: (id) => ({ ...emergency, number: id }),
      ...{ theirs: numberOfSip, none: NO_PATIENT },
    },
    {
      ...{ field: 'releaseBlocks.blocks', user: HELENA, path: '/api/v1/blocks/releases' },
      ...{ bodyOf: (id) => ({ ...release, blocks: [id] }), theirs: block, none: '999999' },
    },
  ];
}

/** Norsjö's and Umeå's administrators name what the region has. */
/** A watch that Umeå has, and Maria's turn of it. */
async function watchOfUmea(api: ApiServer): Promise<string> {
  const now = api.county.service.clock.now();
  const turn = { staff: 'maria-forsberg', from: now, until: plusMs(now, 12 * HOUR_MS) };
  const wish = { name: 'Jour', units: [NORR], mayDecide: true, turns: [turn] };
  const { body } = await api.post('/api/v1/watches', wish, PETER);
  return (body as { readonly subject: string }).subject;
}

function namedByAdministrators(
  api: ApiServer,
  existing: Existing,
  ofUmea: string,
): readonly NamedTry[] {
  const day = localDate(api.county.service.clock.now());
  const terms = { from: null, until: null, commission: null, standIn: null };
  const inUnit = (unit: string) => ({ unit, roles: ['municipal-coordinator'], ...terms });
  const theirs = 'nus-medicin-2';
  const key = { kty: 'EC', kid: 'ett' };
  const program = { name: 'Systemet', roles: ['municipal-coordinator'], scopes: ['read'] };
  const first = existing['assignments'] ?? '';
  const named = { caseId: null, phone: PHONE };
  const extract = { from: day, to: day, names: false };
  const path = (end: string) => `/api/v1/${end}`;
  const now = api.county.service.clock.now();
  const span = { from: now, until: plusMs(now, HOUR_MS) };
  const watch = { name: 'Jour', units: [NORR], mayDecide: true };
  const turnOf = (staff: string) => ({ ...watch, turns: [{ staff, ...span }] });
  const atOwn = path(`watches/${ofUmea}`);
  const anna = { theirs: 'anna-lundgren', none: NOBODY };
  return [
    {
      ...{ field: 'addWatch.staff', user: PETER, path: path('watches') },
      ...{ bodyOf: turnOf, ...anna },
    },
    {
      ...{ field: 'changeWatch.staff', user: PETER, path: `${atOwn}/change` },
      ...{ bodyOf: turnOf, ...anna },
    },
    {
      ...{ field: 'handOverWatch.to', user: PETER, path: `${atOwn}/hand-over` },
      ...{ bodyOf: (to) => ({ to }), ...anna },
    },
    {
      ...{ field: 'addAbsence.staff', user: PETER, path: path('absences') },
      ...{ bodyOf: (staff) => ({ staff, ...span }), ...anna },
    },
    {
      ...{ field: 'addStaff.unit', user: PETER, path: path('staff'), theirs, none: NO_UNIT },
      bodyOf: (unit) => ({ name: 'Ny Person', employee: null, assignment: inUnit(unit) }),
    },
    {
      ...{ field: 'assign.unit', user: PETER, path: path('staff/maria-forsberg/assignments') },
      ...{ bodyOf: inUnit, theirs, none: NO_UNIT },
    },
    {
      ...{ field: 'registerMachineClient.unit', user: PETER, path: path('machine-clients') },
      ...{ bodyOf: (unit) => ({ ...program, unit, keys: [key] }), theirs, none: NO_UNIT },
    },
    {
      ...{ field: 'confirmAssignments.assignments', user: PETER, path: path('confirmations') },
      ...{ bodyOf: (id) => ({ assignments: [id] }), theirs: first, none: NOBODY },
    },
    {
      ...{ field: 'nameProtectionContacts.staff', user: PETER, path: path('protection-contacts') },
      bodyOf: (id) => ({ ...named, staff: ['maria-forsberg', id] }),
      ...{ theirs: 'anna-lundgren', none: NOBODY },
    },
    {
      ...{ field: 'extractPatientLog.number', user: KENT, path: path('access-log/extracts') },
      bodyOf: (number) => ({ ...extract, number: number.replace('-', '') }),
      ...{ theirs: demoPatient(0).number, none: NO_PATIENT },
    },
  ];
}

/** Whatever guards a patient names her by a case. */
function casesNamed(existing: Existing, people: readonly Outsider[]): readonly NamedTry[] {
  const told = { toldBy: 'patient' };
  const staff = ['anna-lundgren', 'karin-nyberg'];
  const paths: readonly (readonly [operation: string, path: string, body: object])[] = [
    ['blockEntries', 'blocks', told],
    ['endBlock', 'blocks/end', {}],
    ['listBlockedUnits', 'blocks/units', { reason: 'Behövs.' }],
    ['releaseBlocks', 'blocks/releases', { blocks: ['1'], kind: 'consent', reason: 'Ja.' }],
    ['objectToDisclosure', 'objections', told],
    ['endObjection', 'objections/end', {}],
    ['setProtection', 'protected-identities', { grade: 'marked' }],
    ['nameProtectionContacts', 'protection-contacts', { staff, phone: PHONE }],
    ['handleOutside', 'outside-cases', {}],
  ];
  return people.flatMap(({ id: user }) =>
    paths.map(([operation, path, body]) => ({
      ...{ field: `${operation}.caseId`, user, path: `/api/v1/${path}` },
      bodyOf: (caseId: string) => ({ ...body, caseId }),
      ...{ theirs: existing['discharges'] ?? '', none: NO_CASE },
    })),
  );
}

/** The spärr of another patient than the one the release is about. */
async function blockedOn({ county }: ApiServer, caseId: string): Promise<string> {
  await county.service.guards.blocks.block(county.reader(ANNA), caseId, 'patient');
  const [made] = await query<{ id: string }>(county.databaseUrl, 'select id::text from blocks');
  return made?.id ?? '';
}

async function numberOf(api: ApiServer, sip: string): Promise<string> {
  const { patient } = (await api.get(`/api/v1/sips/${sip}`, HELENA)).body as CaseView;
  return patient?.number ?? '';
}
