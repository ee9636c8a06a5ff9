import type { AskedBasis, CommandDeclaration, WorkflowDefinition } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { CaseStore, StoredCase } from '@hemgang/store';
import { namedId } from '../named-id';
import { isRefusal, readPayload, type Envelope } from '../envelope';
import type { Reader } from '@hemgang/access';
import type { BasisSource } from './basis-source';
import { evidenceOf } from './evidence';
import { computed, weightOf } from './underlag';
import { versionsHeld } from './versions-held';

type Facts = Readonly<Record<string, unknown>>;

/** What is computed for a command: facts for its event, and content beside what was sent. */
export interface LookedUp {
  readonly given: Facts;
  readonly content: Facts;
}

interface Ground {
  readonly basis: BasisSource;
  readonly cases: CaseStore;
  directory(): Directory;
}

/** A command on its way, as far as months are concerned. */
interface Asking {
  readonly workflow: { readonly definition: WorkflowDefinition };
  readonly command: CommandDeclaration;
  readonly rest: Envelope['rest'];
  readonly reader: Reader;
  /** The case; null: the command opens it. */
  readonly found: StoredCase | null;
}

const NOTHING: LookedUp = { given: {}, content: {} };

/**
 * What a command asks for of months and their rows. Nothing is asked when its payload is refused in
 * its turn anyway.
 */
export async function settlementFacts(
  on: Ground,
  { workflow, command, rest, reader, found }: Asking,
): Promise<LookedUp> {
  const { identity, main } = workflow.definition;
  const { lookups } = command;
  const isUnique = found === null && identity !== undefined;
  if (lookups?.basis === undefined && lookups?.row === undefined && !isUnique) return NOTHING;
  const read = readPayload(command, rest);
  if (isRefusal(read)) return NOTHING;
  const { payload } = read;
  if (isUnique && (await exists(on.cases, command, identity(payload)))) {
    return { given: { existing: true }, content: {} };
  }
  const context = found?.state.machines[main]?.context ?? null;
  const asked = lookups?.basis?.(payload, context);
  const row = lookups?.row?.(payload);
  return {
    ...(asked === undefined ? NOTHING : await monthOf(on, asked)),
    ...(row === undefined || found === null
      ? {}
      : { given: await rowOf(on.cases, found.id, reader.controller, row) }),
  };
}

/** The id of the one case of this name. */
export function settledCaseId({ name }: CommandDeclaration, identity: string): string {
  return namedId([name, identity]);
}

async function exists(
  cases: CaseStore,
  command: CommandDeclaration,
  identity: string,
): Promise<boolean> {
  return (await cases.load(settledCaseId(command, identity))).case !== null;
}

async function monthOf(on: Ground, asked: AskedBasis): Promise<LookedUp> {
  const { municipality, month } = asked;
  const directory = on.directory();
  const basis = await on.basis.monthBasis(municipality, month);
  const evidence = await evidenceOf(on.cases, directory, basis);
  const { given, content } = computed(basis, evidence, asked, payerUnit(directory, municipality));
  return { given: { basis: given }, content };
}

/** The unit of a municipality that settles with the region. */
function payerUnit(directory: Directory, municipality: string): string | undefined {
  return directory.rows.units.find(
    ({ id, kind, closedInto }) =>
      kind === 'payer-admin' &&
      closedInto === null &&
      directory.huvudmanOf(id)?.code === municipality,
  )?.id;
}

/** The row of the newest computation, as the giver's own side holds it. */
async function rowOf(
  cases: CaseStore,
  caseId: string,
  controller: string,
  id: string,
): Promise<Facts> {
  const held = versionsHeld(await cases.contentsFor(caseId, controller)).at(-1);
  const row = held?.underlag.rows.find((each) => each.id === id);
  return row === undefined ? {} : { row: weightOf(row) };
}
