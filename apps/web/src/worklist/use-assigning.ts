import { useState } from 'react';
import { giveCommand } from '../api/commands';
import type { Problem } from '../api/answer';
import type { CasePath, DutyLine } from '../api/types';

/** A duty whose name at the unit was to be changed, and why it was not; null: it was. */
export interface Outcome {
  readonly duty: DutyLine;
  readonly problem: Problem | null;
}

/** Where the cases of each type are commanded. */
const PATHS: Readonly<Record<string, CasePath>> = {
  discharge: 'discharges',
  sip: 'sips',
  settlement: 'settlements',
  avvikelse: 'avvikelser',
};

interface Assigning {
  /** How it went last; null before. */
  readonly outcomes: readonly Outcome[] | null;
  /** Whether the last one can be taken back: whoever had a duty before has it again, or nobody. */
  readonly mayUndo: boolean;
  readonly take: (duties: readonly DutyLine[]) => Promise<void>;
  readonly handTo: (duties: readonly DutyLine[], person: string) => Promise<void>;
  /** @param now the list as it is: whatever has happened since, nothing unseen is overwritten */
  readonly undo: (now: readonly DutyLine[]) => Promise<void>;
}

/** Puts a name at duties, which stay the unit's, one command for each; `reload` shows it. */
export function useAssigning(reload: () => Promise<void>): Assigning {
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const [done, setDone] = useState<readonly DutyLine[]>([]);
  const assign = async (duties: readonly DutyLine[], give: Give) => {
    const all = await giveEach(duties, give);
    await reload();
    setOutcomes(all);
    return all.filter(({ problem }) => problem === null).map(({ duty }) => duty);
  };
  return {
    outcomes,
    mayUndo: done.length > 0,
    take: async (duties) => setDone(await assign(duties, () => ['take', {}])),
    handTo: async (duties, to) => setDone(await assign(duties, () => ['hand-on', { to }])),
    undo: async (now) => {
      const before = new Map(done.map((duty) => [idOf(duty), duty.owner.person]));
      await assign(
        now.filter((duty) => before.has(idOf(duty))),
        (duty) => {
          const person = before.get(idOf(duty)) ?? null;
          return person === null ? ['release', {}] : ['hand-on', { to: person.id }];
        },
      );
      setDone([]);
      setOutcomes([]);
    },
  };
}

/** A duty's id is its case's own. */
export function idOf({ caseId, id }: DutyLine): string {
  return `${caseId} ${id}`;
}

type Give = (duty: DutyLine) => readonly [command: string, body: Readonly<Record<string, string>>];

/** One after another: two duties of one case follow each other's version. */
async function giveEach(duties: readonly DutyLine[], give: Give): Promise<readonly Outcome[]> {
  const versions = new Map<string, number>();
  const outcomes: Outcome[] = [];
  for (const duty of duties) {
    const [command, body] = give(duty);
    const path = PATHS[duty.caseType];
    if (path === undefined) continue;
    const version = versions.get(duty.caseId) ?? duty.caseVersion;
    const outgoing = { key: crypto.randomUUID(), body: { duty: duty.id, ...body } };
    const answer = await giveCommand(path, duty.caseId, command, version, outgoing);
    if (answer.ok) versions.set(duty.caseId, answer.data.version);
    outcomes.push({ duty, problem: answer.ok ? null : answer.problem });
  }
  return outcomes;
}
