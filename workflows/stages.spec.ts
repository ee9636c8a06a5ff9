import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discharge, DISCHARGE_WORDS, ENDING_WORDS } from '@workflows/discharge';
import { sip, SIP_STANDSTILL, SIP_WORDS } from '@workflows/sip';
import { stagesOf, type Stage } from './stages.testing';

const file = join(__dirname, '../apps/web/src/generated/stages.ts');

const stages: Readonly<Record<string, readonly Stage[]>> = {
  discharges: stagesOf({
    workflow: discharge,
    words: DISCHARGE_WORDS,
    standstill: [],
    endings: ENDING_WORDS,
  }),
  sips: stagesOf({ workflow: sip, words: SIP_WORDS, standstill: SIP_STANDSTILL, endings: {} }),
};

const source = `/* Made from the machines by workflows/stages.spec.ts; never written by hand. */

import type { CasePath } from '../api/types';
import type { Text } from '../language';

/** A stage of a case, and how it is come to. */
export interface Stage {
  readonly key: string;
  readonly label: Text;
  /** Not on the main road. */
  readonly isAside: boolean;
  /** By the stage before: the commands that lead here from it. */
  readonly ways: Readonly<Record<string, readonly string[]>>;
  /** The stages from which it follows without a command, when all that was owed is done. */
  readonly byItself: readonly string[];
}

/** The main road in the order of life, then the side roads. */
export const stages: Partial<Readonly<Record<CasePath, readonly Stage[]>>> = ${JSON.stringify(stages, null, 2)};
`;

const road = (type: string, isAside: boolean) =>
  (stages[type] ?? []).filter((stage) => stage.isAside === isAside).map(({ key }) => key);

describe('the stages that the browser draws', () => {
  it('are those of the machines; refresh them with: UPDATE_DOCS=1 npx jest workflows/stages', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, source);
    expect(readFileSync(file, 'utf8')).toBe(source);
  });

  it.each([
    ['discharges', discharge.words],
    ['sips', sip.words],
  ] as const)('hold every word for the state of %s once', (type, words) => {
    const keys = (stages[type] ?? []).map(({ key }) => key);
    expect(keys.filter((key) => words.includes(key)).sort()).toEqual([...words].sort());
  });

  it.each(Object.entries(stages))('can all be come to: %s', (_type, all) => {
    const reached = new Set([all[0]?.key ?? '']);
    for (const here of reached) {
      for (const { key, ways, byItself } of all) {
        if (here in ways || byItself.includes(here)) reached.add(key);
      }
    }
    expect(all.filter(({ key }) => !reached.has(key))).toEqual([]);
  });

  it('of a stay lead home; where it is struck, moved or ends in death is aside', () => {
    expect(road('discharges', false)).toEqual([
      ...['admitted', 'planning', 'utskrivningsklar', 'left', 'closed'],
    ]);
    expect(road('discharges', true)).toEqual(['makulerad', 'transferred', 'deceased']);
  });

  it('of a SIP lead to its last follow-up; where the person says no is aside', () => {
    expect(road('sips', false)).toEqual([
      ...['started', 'offered', 'consented', 'called', 'booked', 'held'],
      ...['drafted', 'established', 'followed-up', 'closed'],
    ]);
    expect(road('sips', true)).toEqual(['declined', 'refused', 'withdrawn', 'makulerad']);
  });
});
