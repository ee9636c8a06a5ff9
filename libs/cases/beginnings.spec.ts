import type { Accepted, OpenDuty } from '@hemgang/engine';
import { HOUR_MS, instantAt, plusMs, type Instant } from '@hemgang/kernel';
import type { MessageContext } from '@workflows/message';
import { beginningsIn } from './beginnings';
import { WorkflowRegistry } from './registry';

const NOW = instantAt('2026-03-06', '22:00');
const NORR = 'umea-bistand-norr';
const OST = 'umea-bistand-ost';
const discharge = new WorkflowRegistry().newest.find(
  ({ definition }) => definition.type === 'discharge',
)!;

/** The kvittens of a message: acute or not, due so many hours from now. */
function kvittens(machine: string, dueIn: number, unit = NORR): OpenDuty {
  const due = plusMs(NOW, dueIn * HOUR_MS);
  return {
    id: `${machine}.meddelande-kvittens.5`,
    key: 'meddelande-kvittens',
    machine,
    unit,
    since: NOW,
    due,
  };
}

function begun(
  duties: readonly OpenDuty[],
  priority: MessageContext['priority'],
  more: Partial<Accepted> = {},
  now: Instant = NOW,
) {
  const context = (unit: string): MessageContext => ({
    ...{ unit, sender: 'nus-medicin-2', message: 5, priority, since: NOW },
  });
  const machines = Object.fromEntries(
    duties.map(({ machine, unit }) => [
      machine,
      { kind: 'message', value: 'owed', context: context(unit) },
    ]),
  );
  const accepted = { opened: duties, moved: [], state: { machines, duties }, ...more };
  return beginningsIn(discharge, accepted as unknown as Accepted, now).map(({ begins }) => begins);
}

describe('what begins', () => {
  const [one, other] = [kvittens('m5-1', 2), kvittens('m5-2', 1)];

  it('is what is acute, of each unit what is due first', () => {
    expect(begun([one], 'acute')).toEqual([one.id]);
    expect(begun([one, other], 'acute')).toEqual([other.id]);
    const far = kvittens('m5-3', 2, OST);
    expect(begun([one, other, far], 'acute')).toEqual([other.id, far.id]);
    expect(begun([one], 'ordinary')).toEqual([]);
  });

  it('is what comes to another unit, and not what only moves in time', () => {
    const moved = (before: OpenDuty) => ({ opened: [], moved: [{ before, after: one }] });
    expect(begun([one], 'acute', moved({ ...one, unit: OST }))).toEqual([one.id]);
    expect(begun([one], 'acute', moved({ ...one, due: NOW }))).toEqual([]);
  });

  it('is not what a rung tells the unit at the same time, nor what has ended in the step', () => {
    expect(begun([one], 'acute', {}, plusMs(NOW, 2 * HOUR_MS - 1))).toEqual([one.id]);
    expect(begun([one], 'acute', {}, plusMs(NOW, 2 * HOUR_MS))).toEqual([]);
    expect(begun([], 'acute', { opened: [one] })).toEqual([]);
  });
});
