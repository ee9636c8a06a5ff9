import { stayOf, stayPlan, stayScript } from '@hemgang/demo';
import type { CaseState } from '@hemgang/engine';
import { county, live } from './live-in-memory';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

/** Stays tried; with the shares of the scripts every kind of stay is among them. */
const STAYS = 400;
const ADMITTED_AT = '2026-11-03T09:12:00.000Z';

const { firstPart, rest } = stayPlan();
const planned = [...firstPart, ...rest].slice(0, STAYS);

/** A stay lived to its end; a refused step tells which. */
function lived(n: number, ward: string, admittedAt: string): CaseState {
  let state: CaseState | null = null;
  stayScript(stayOf(n, ward), admittedAt).forEach((step, index) => {
    try {
      state = live(state, step);
    } catch (error) {
      throw new Error(`stay ${n}, step ${index} ${step.command}: ${String(error)}`);
    }
  });
  return state!;
}

describe('an invented stay', () => {
  it('takes only steps that the process, the rules and the roles permit, to its end', () => {
    const open = planned.filter(({ n, ward }) => lived(n, ward, ADMITTED_AT).closedAt === null);
    expect(open.map(({ n }) => n)).toEqual([]);
  });

  it.each(['2026-03-28T20:40:00.000Z', '2026-12-23T02:15:00.000Z', '2026-06-19T14:00:00.000Z'])(
    'may begin at any time, also before a clock change or holidays: %s',
    (admittedAt) => {
      for (const { n, ward } of planned.slice(0, 100)) {
        expect(lived(n, ward, admittedAt).closedAt).not.toBeNull();
      }
    },
  );

  it('is lived by people of the units that take part in it', () => {
    for (const { n, ward } of planned.slice(0, 100)) {
      const { receivers, mistake } = stayOf(n, ward);
      const units = [ward, ...receivers, ...(mistake === null ? [] : [mistake.unit])];
      const acting = stayScript(stayOf(n, ward), ADMITTED_AT).map(
        ({ by }) => county.assignment(by)?.unit ?? by,
      );
      expect(acting.filter((unit) => !units.includes(unit))).toEqual([]);
    }
  });
});
