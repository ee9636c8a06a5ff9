import { createHash } from 'node:crypto';
import { operator } from '@hemgang/access';
import { directoryFaults, type DirectoryRows } from '@hemgang/directory';
import { canonicalJson, type Instant } from '@hemgang/kernel';
import type { DirectoryFounding } from '@hemgang/store';
import type { StaffResources } from '../staffing/changes';
import { accessLine } from '../write';
import type { DirectoryFile, FaultAt } from './directory-file';
import { found, type Founding } from './found';

/** A decision that others keep overtaking is made anew this often. */
const DECISIONS_MAX = 3;

/** How many rows were added. */
export interface Founded {
  readonly huvudman: number;
  readonly controllers: number;
  readonly hospitals: number;
  readonly units: number;
  /** Wards that were here, and of which it is said now where they lie or which care they give. */
  readonly placed: number;
  readonly administrators: number;
}

/** One thing that an operator has done, for the directory's log and the access log. */
interface Act {
  readonly action: string;
  readonly subject: string;
  /** Whose log it belongs to; null: nobody's yet. */
  readonly controller: string | null;
  readonly unit: string;
}

/**
 * How an operator enters controllers and units and names the first administrator of each, who takes in
 * everybody else. Each row that is added is an operator's act in the log of its controller. What is
 * here already is left alone, so that a file may be entered again.
 * @throws DatabaseUnavailable
 */
export class DirectoryImport {
  constructor(private readonly on: StaffResources) {}

  /** @returns what was added, every fault of the file, or `busy`; in the latter two nothing is written */
  async enter(file: DirectoryFile): Promise<Founded | readonly FaultAt[] | 'busy'> {
    const hash = createHash('sha256').update(canonicalJson(file)).digest('hex');
    for (let round = 0; round < DECISIONS_MAX; round += 1) {
      const living = this.on.living();
      const now = this.on.clock.now();
      const founding = found(file, { living, now });
      if (!('units' in founding)) return founding;
      mustBeSound(living.rows, founding);
      const acts = actsOf(founding, living.rows.units);
      if (acts.length === 0) return counted(founding);
      const outcome = await this.on.store.found(
        living.revision,
        { at: now, hash, ...founding, notes: notesOf(acts) },
        acts.map((act) => lineOf(act, now)),
      );
      if (outcome === 'written') {
        await this.on.changed();
        return counted(founding);
      }
      await this.on.refresh();
    }
    return 'busy';
  }
}

/** What is looked at when a directory is read, before it is written. */
function mustBeSound(rows: DirectoryRows, founding: Founding): void {
  const faults = directoryFaults({
    ...rows,
    huvudman: [...rows.huvudman, ...founding.huvudman],
    controllers: [...rows.controllers, ...founding.controllers],
    hospitals: [...rows.hospitals, ...founding.hospitals],
    units: [
      ...rows.units.map((row) => founding.placed.find(({ id }) => id === row.id) ?? row),
      ...founding.units,
    ],
    staff: [...rows.staff, ...founding.staff],
    assignments: [...rows.assignments, ...founding.assignments],
  });
  if (faults.length > 0) throw new Error(`The directory would have faults: ${faults.join('; ')}`);
}

function counted(founding: Founding): Founded {
  const { huvudman, controllers, hospitals, units, placed, assignments } = founding;
  return {
    huvudman: huvudman.length,
    controllers: controllers.length,
    hospitals: hospitals.length,
    units: units.length,
    placed: placed.length,
    administrators: assignments.length,
  };
}

function actsOf(
  { huvudman, controllers, hospitals, units, placed, assignments }: Founding,
  known: readonly { readonly id: string; readonly controller: string }[],
): readonly Act[] {
  const controllerOf = new Map([...known, ...units].map((row) => [row.id, row.controller]));
  return [
    ...huvudman.map(({ id }) => act('import-huvudman', id, null)),
    ...controllers.map(({ id }) => act('import-controller', id, id)),
    ...hospitals.map(({ id }) => act('import-hospital', id, null)),
    ...units.map(({ id, controller }) => act('import-unit', id, controller, id)),
    ...placed.map(({ id, controller }) => act('place-unit', id, controller, id)),
    ...assignments.map(({ staff, unit }) =>
      act('name-administrator', staff, controllerOf.get(unit) ?? null, unit),
    ),
  ];
}

function act(action: string, subject: string, controller: string | null, unit = ''): Act {
  return { action, subject, controller, unit };
}

function notesOf(acts: readonly Act[]): DirectoryFounding['notes'] {
  return acts.flatMap(({ controller, action, subject }) =>
    controller === null ? [] : [{ controller, action, subject }],
  );
}

/** At the unit, so that its controller finds the line in its own log. */
function lineOf({ action, subject, unit }: Act, at: Instant) {
  return accessLine({ ...operator('sv'), unit }, `admin:${action}:${subject}`, at, null, null);
}
