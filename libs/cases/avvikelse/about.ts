import { judgeAccess } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { CommandDeclaration } from '@hemgang/engine';
import { isUuid, type Refusal } from '@hemgang/kernel';
import type { CaseStore, StoredCase } from '@hemgang/store';
import type { Given } from '../asked';
import { invalidField } from '../envelope';
import { directoryFor, meantUnits } from '../names';
import type { WorkflowRegistry } from '../registry';
import { relationByState } from '../relation';

/** The case that a new one is about, as its opener may know it. */
export interface AboutCase {
  readonly type: string;
  /** Units that are or were parties of it. */
  readonly parties: readonly string[];
  /** Whom it is about; the new case names nobody, but what is said in it is said of her. */
  readonly personId: string | null;
}

interface AboutResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  directory(): Directory;
}

/** The case that a body says it is about, judged by nobody yet; null: it names none. */
export function namedAbout(command: CommandDeclaration, body: unknown): string | null {
  if (command.lookups?.about === undefined || typeof body !== 'object' || body === null)
    return null;
  const id = (body as Readonly<Record<string, unknown>>)['about'];
  return isUuid(id) ? id : null;
}

/**
 * The case that the command's payload says it is about.
 * @returns null when it names none, one that is not there, or one that the giver's unit is no party of or
 *   is shown nothing of: they look alike
 */
export async function aboutCase(
  { registry, cases }: AboutResources,
  { command, incoming, reader }: Given,
): Promise<AboutCase | null> {
  const id = namedAbout(command, incoming.body);
  if (id === null) return null;
  const { case: found, parties } = await cases.load(id);
  // Of a case without a patient, as another avvikelse, there is nothing to report.
  if (found?.personId == null || !parties.includes(reader.unit)) return null;
  const { definition } = registry.of(found.type, found.state.workflowVersion);
  const relation = relationByState(definition, found.state, reader.unit);
  const { type, personId } = found;
  const may = judgeAccess({ asks: 'read', reading: 'case', type, relation, by: reader });
  return may.isAllowed ? { type, parties: await cases.partiesEver(id), personId } : null;
}

/** The command with the units named that its giver means by how she sees them in the case. */
export function meantAbout(
  on: Pick<AboutResources, 'directory'>,
  given: Given,
  about: AboutCase | null,
): Given {
  if (about === null) return given;
  const seen = directoryFor(on.directory(), given.reader);
  return { ...given, incoming: meantUnits(given.incoming, about.parties, seen) };
}

/** What the new case's event may know of the case that it is about. */
export function aboutFacts(
  { lookups }: CommandDeclaration,
  payload: Readonly<Record<string, unknown>>,
  about: AboutCase | null,
): { readonly about?: { readonly type: string } } | Refusal {
  const asked = lookups?.about?.(payload);
  if (asked === undefined) return {};
  if (about === null) return { code: 'NOT_FOUND' };
  if (!about.parties.includes(asked.to)) return invalidField('/to', 'unknown');
  return { about: { type: about.type } };
}

/** Whom the case is about that a stored one is about; null: it is about none, or about nobody. */
export async function personAbout(
  { registry, cases }: AboutResources,
  { type, state }: StoredCase,
): Promise<string | null> {
  const id = registry.of(type, state.workflowVersion).definition.about?.(state);
  return id === undefined ? null : ((await cases.load(id)).case?.personId ?? null);
}
