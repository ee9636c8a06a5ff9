import { definitionOf } from '@hemgang/engine';
import { discharge } from './index';
import { refusalRows } from './refusals/index.testing';
import { admitted, NOON, toldBoth, type Case } from './refusals/situations.testing';
import { at } from './stay.testing';

const ask = (name: string, { stay, payload, by }: Case) => {
  const played = stay();
  const events = played.log.length;
  const answer = played.ask({
    name,
    payload,
    recordedAt: at(NOON),
    ...(by === undefined ? {} : { by }),
  });
  return { answer, written: played.log.length - events };
};

describe('a rule refuses, and lets through what it does not mean', () => {
  it.each(refusalRows)('%s: %s', (command, why, no, yes) => {
    const refused = ask(command, no);
    expect(refused.answer).toMatchObject({ kind: 'refused', because: 'rule', why: { sv: why } });
    expect(refused.written).toBe(0);
    expect(ask(command, yes)).toMatchObject({ answer: { kind: 'played' }, written: 1 });
  });

  it('and every rule of every command is among these', () => {
    const declared = [discharge.open, ...discharge.commands].flatMap(({ name, refuse }) =>
      refuse.map(({ why }) => `${name}: ${why.sv}`),
    );
    const tried = refusalRows.map(([command, why]) => `${command}: ${why}`);
    expect([...new Set(tried)].sort()).toEqual([...new Set(declared)].sort());
  });
});

describe('nothing that is asked about the present needs a payload', () => {
  it('so that the screen can tell what is possible', () => {
    for (const { refuse, to } of discharge.commands) {
      for (const { when } of refuse) {
        for (const stay of [admitted(), toldBoth()]) {
          for (const { context, kind } of Object.values(stay.state.machines)) {
            if (definitionOf(discharge, kind).group !== to) continue;
            expect([true, false]).toContain(when(context, null));
          }
        }
      }
    }
  });
});
