import type { LoggedLine, LoggedPatient } from '@hemgang/store';

/**
 * The access log in the national format: StoreLog 2.0 of the contract
 * `informationsecurity:auditing:log` (Inera). Names and order of the elements are those of the
 * published model 2.0.8. Assumed, until a schema has been run against it: in which of the two
 * namespaces an inner element stands, the words for kinds of activity, and that a controller without
 * an HSA-id is named by the directory's own id.
 */
const RESPONDER = 'urn:riv:informationsecurity:auditing:log:StoreLogResponder:2';
const CORE = 'urn:riv:informationsecurity:auditing:log:2';

const SYSTEM_ID = 'hemgang';

/** OIDs of the registers that give numbers; a local reserve number has none of the country's. */
const ROOTS: Readonly<Record<string, string>> = {
  personnummer: '1.2.752.129.2.1.3.1',
  samordningsnummer: '1.2.752.129.2.1.3.3',
};

/** What the log calls why somebody reads (assumed). */
const PURPOSES: Readonly<Record<string, string>> = {
  care: 'Vård och behandling',
  'social-services': 'Annan dokumentation enligt lag',
  administration: 'Administration',
  'follow-up': 'Kvalitetssäkring',
};

const NO_PURPOSE = 'Administration';

/** Names of what a line only has the id of. */
export interface LogNames {
  readonly staff: (id: string) => string | null;
  readonly unit: (id: string) => string | null;
  readonly controller: { readonly id: string; readonly name: string };
  /** What the person is at the unit, as words; null: nothing is known of the assignment. */
  readonly title: (assignment: string) => string | null;
}

/** What stands before the lines, and after them. */
export const NATIONAL_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<StoreLog xmlns="${RESPONDER}" xmlns:l="${CORE}">
`;
export const NATIONAL_FOOT = '</StoreLog>\n';

/** One line as a `log` element. What was in the record is never in it. */
export function nationalLine(line: LoggedLine, names: LogNames): string {
  const { controller } = names;
  const provider = element('careProvider', [
    leaf('careProviderId', controller.id),
    leaf('careProviderName', controller.name),
  ]);
  const unit = careUnit(line, names);
  const patients = line.patients.length === 0 ? [null] : line.patients;
  const resources = patients.map((patient) =>
    element('resource', [
      leaf('resourceType', 'Utskrivning och samordnad individuell plan'),
      ...(patient === null ? [] : [patientElement(patient)]),
      provider,
      unit,
    ]),
  );
  const log = [
    leaf('logId', String(line.id)),
    element('system', [leaf('systemId', SYSTEM_ID), leaf('systemName', 'Hemgång')]),
    element('activity', activity(line)),
    element('user', [...user(line, names), provider, unit]),
    element('resources', resources),
  ];
  return `<log>${log.join('')}</log>\n`;
}

/** Reading, writing, or what was tried and refused. */
function activityType(action: string): string {
  if (action.startsWith('refused:')) return 'Nekad åtkomst';
  if (action.startsWith('emergency:')) return 'Nödöppning';
  if (/^read:(notice|patient-sheet)$/.test(action)) return 'Utskrift';
  if (/^(read|list|inspect|export|extract):/.test(action)) return 'Läsa';
  return 'Skriva';
}

function activity({ action, caseId, at, purpose }: LoggedLine): string[] {
  return [
    leaf('activityType', activityType(action)),
    leaf('activityLevel', action),
    ...(caseId === null ? [] : [leaf('activityArgs', caseId)]),
    leaf('startDate', at),
    leaf('purpose', PURPOSES[purpose ?? ''] ?? NO_PURPOSE),
  ];
}

function user({ staff, assignment }: LoggedLine, names: LogNames): string[] {
  const name = staff === null ? null : names.staff(staff);
  const title = assignment === null ? null : names.title(assignment);
  return [
    leaf('userId', staff ?? SYSTEM_ID),
    ...(name === null ? [] : [leaf('name', name)]),
    ...(assignment === null ? [] : [leaf('assignment', assignment)]),
    ...(title === null ? [] : [leaf('title', title)]),
  ];
}

function careUnit({ unit }: LoggedLine, names: LogNames): string {
  const name = unit === null ? null : names.unit(unit);
  return element('careUnit', [
    leaf('careUnitId', unit ?? SYSTEM_ID),
    ...(name === null ? [] : [leaf('careUnitName', name)]),
  ]);
}

/** By number where there is one of the country's; else by the id that the log itself knows. */
function patientElement({ person, number, numberKind }: LoggedPatient): string {
  const root = ROOTS[numberKind ?? ''];
  const id =
    root === undefined || number === null
      ? [leaf('root', person)]
      : [leaf('root', root), leaf('extension', number.replace('-', ''))];
  return element('patient', [element('patientId', id)]);
}

function element(name: string, inner: readonly string[]): string {
  return `<l:${name}>${inner.join('')}</l:${name}>`;
}

function leaf(name: string, text: string): string {
  return `<l:${name}>${escaped(text)}</l:${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML 1.0 cannot say at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
