import { relationOf, type Reader, type Relation } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { definitionOf, partiesOf, type CaseState, type WorkflowDefinition } from '@hemgang/engine';
import type { CaseListRow } from '@hemgang/store';
import type { CaseRows } from './case-type';
import { strangerSince } from './stranger';

/** As what a unit is in a list of cases: it tells only whether it is in it to carry out help. */
const EXECUTES = [{ kind: 'executor' }];
const TAKES_PART = [{ kind: 'party' }];

/** The machines by which a unit is a party, and as what. */
function placesOf(
  definition: WorkflowDefinition,
  { machines }: CaseState,
  unit: string,
): { readonly machine: string; readonly kind: string }[] {
  return Object.entries(machines).flatMap(([machine, state]) =>
    partiesOf(definitionOf(definition, state.kind), state)
      .filter((party) => party.unit === unit)
      .map(({ kind }) => ({ machine, kind })),
  );
}

/** The machines by which a unit is a party. */
export function machinesOf(
  definition: WorkflowDefinition,
  state: CaseState,
  unit: string,
): string[] {
  return placesOf(definition, state, unit).map(({ machine }) => machine);
}

/** How a unit that is a party stands to a case, as the machines say. */
export function relationByState(
  definition: WorkflowDefinition,
  state: CaseState,
  unit: string,
): Relation {
  const places = placesOf(definition, state, unit);
  const machines = places.map(({ machine }) => machine);
  const isStranger = strangerSince(state, machines) !== null;
  return relationOf({ places: places.length === 0 ? TAKES_PART : places, isStranger });
}

/** How the reader's unit stands to a case, as its rows say. */
export function relationByRows(
  { case: { state }, parties }: Pick<CaseRows, 'case' | 'parties'>,
  { unit, controller, huvudman }: Reader,
  directory: Directory,
): Relation {
  const places = parties.filter((party) => party.unit === unit);
  const machines = places.map(({ handover }) => handover);
  const relation = relationOf({ places, isStranger: strangerSince(state, machines) !== null });
  if (relation !== 'none') return relation;
  const isOf = (id: (party: string) => string | undefined, own: string) =>
    parties.some((party) => id(party.unit) === own);
  if (isOf((party) => directory.controllerOf(party)?.id, controller)) return 'controller';
  return isOf((party) => directory.huvudmanOf(party)?.id, huvudman) ? 'huvudman' : 'none';
}

/** How the reader's unit stands to a case of its own list. */
export function relationByLine({
  case: { state },
  places,
  isAssigned,
}: Pick<CaseListRow, 'case' | 'places' | 'isAssigned'>): Relation {
  const isStranger = strangerSince(state, places) !== null;
  return relationOf({ places: isAssigned ? EXECUTES : TAKES_PART, isStranger });
}
