import { confirmBy } from '@hemgang/directory';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import type { Ground } from './ground';
import { assignmentView } from './views';

/** So long ahead an assignment's last day is counted. */
const SOON_MS = 30 * 24 * HOUR_MS;

/** How the assignments of one controller stand: numbers, no names. */
export interface ControllerReview {
  readonly id: string;
  readonly name: string;
  /** In force. */
  readonly assignments: number;
  readonly administrators: number;
  readonly machines: number;
  readonly standIns: number;
  /** In force, with a last day within thirty days. */
  readonly endingSoon: number;
  /** In force, and should have been confirmed by now or never were. */
  readonly unconfirmed: number;
  /** Nobody confirmed them in time. */
  readonly locked: number;
}

/** Controllers with units of ours, in the order of the directory. */
export function review({
  living,
  now,
}: Pick<Ground, 'living' | 'now'>): readonly ControllerReview[] {
  const { controllers, units, assignments, staff } = living.rows;
  const machines = new Set(staff.flatMap(({ id, machine }) => (machine === true ? [id] : [])));
  const soon = plusMs(now, SOON_MS);
  return controllers.flatMap(({ id, name }) => {
    const own = units.filter((unit) => unit.controller === id && unit.external === null);
    if (own.length === 0) return [];
    const ids = new Set(own.map((unit) => unit.id));
    const all = assignments
      .filter(({ unit }) => ids.has(unit))
      .map((row) => ({ row, ...assignmentView({ living, now }, row) }));
    const inForce = all.filter(({ state }) => state === 'in-force');
    const count = (test: (one: (typeof all)[number]) => boolean) => inForce.filter(test).length;
    return {
      ...{ id, name, assignments: inForce.length },
      administrators: count(({ roles }) => roles.includes('administrator')),
      machines: count(({ row }) => machines.has(row.staff)),
      standIns: count(({ standIn }) => standIn !== null),
      endingSoon: count(({ until }) => until !== null && until <= soon),
      unconfirmed: count(({ row, standIn }) => {
        const due = confirmBy(row, living.policy);
        return standIn === null && (due === null || due <= now);
      }),
      locked: all.filter(({ state }) => state === 'locked').length,
    };
  });
}
