import { judgeAccess, type Block } from '@hemgang/access';
import type { Told } from '../case-type';
import { PATIENT_OPERATIONS, type PatientOperation } from './patient-operation-names';

/** What decides it beside the reader's role and purpose. */
type Facts = Pick<
  Told,
  'workflow' | 'rows' | 'reader' | 'shield' | 'isBlocked' | 'emergencyUntil'
> & { readonly blocks: readonly Block[] };

/**
 * What a reader whose unit works with the case can do about its patient now: a hint for what a page
 * offers, by the same policy that judges the call itself. Pure.
 */
export function patientOperations(told: Facts): readonly PatientOperation[] {
  const { rows, reader, emergencyUntil } = told;
  const isParty = rows.parties.some(({ unit }) => unit === reader.unit);
  const isProgram = reader.scopes !== undefined;
  if (rows.case.personId === null || emergencyUntil !== null || !isParty || isProgram) return [];
  const fits = fitting(told);
  return PATIENT_OPERATIONS.filter((each) => fits[each] && isAllowed(each, told));
}

function isAllowed(operation: PatientOperation, { reader }: Facts): boolean {
  // Of one case's patient whoever works with her names somebody; the policy's row is for all of them.
  const asked = operation === 'nameProtectionContacts' ? 'setProtection' : operation;
  return judgeAccess({ asks: 'operation', operation: asked, by: reader }).isAllowed;
}

function fitting(told: Facts): Readonly<Record<PatientOperation, boolean>> {
  const { rows, reader, shield, blocks, isBlocked } = told;
  const hasBlocked = blocks.some(({ unit }) => unit === reader.unit);
  return {
    setProtection: true,
    nameProtectionContacts: shield !== null,
    handleOutside: shield !== null && !shield.isOutside && answeringUnit(told) === reader.unit,
    blockEntries: !hasBlocked,
    endBlock: hasBlocked,
    listBlockedUnits: isBlocked,
    objectToDisclosure: rows.objectionSince === null,
    endObjection: rows.objectionSince !== null,
  };
}

/** The unit that answers for the case: the ward, or who has the SIP. */
export function answeringUnit({
  workflow,
  rows,
}: {
  readonly workflow: Pick<Told['workflow'], 'definition'>;
  readonly rows: { readonly case: Pick<Told['rows']['case'], 'state'> };
}): unknown {
  return rows.case.state.machines[workflow.definition.main]?.context['unit'];
}
