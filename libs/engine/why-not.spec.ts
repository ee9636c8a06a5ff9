import { allowed, addressees, judge, type Asker } from './allowed';
import type { CommandRequest } from './command';
import { at, errand, ErrandCase, running } from './errand.testing';

const clerk: Asker = { unit: 'desk-north', roles: ['clerk'] };
const anna: Asker = { unit: 'anna', roles: ['helper'] };

const request: CommandRequest = {
  payload: {},
  occurredAt: at('08:00'),
  recordedAt: at('08:00'),
  actor: { system: 'test' },
  given: {},
};

const names = (state: ErrandCase['state'], asker: Asker) =>
  allowed(errand, state, asker).allowed.map(({ command, machine }) => `${command.name} ${machine}`);

const why = (state: ErrandCase['state'], asker: Asker, name: string) => {
  const other = allowed(errand, state, asker).others.find(({ command }) => command.name === name);
  return other && [other.because, other.why.sv];
};

const finish = errand.commands.find(({ name }) => name === 'finish')!;

describe('what may be done now', () => {
  it('is what the state takes from this unit and role', () => {
    expect(names(new ErrandCase().state, clerk)).toEqual([
      'send-out desk',
      'move desk',
      'cancel desk',
    ]);
    expect(names(running().state, anna)).toEqual(['accept p2-1', 'decline p2-1']);
  });

  it('names every machine of the unit that takes it', () => {
    const { state } = new ErrandCase().give('send-out', { helpers: ['anna', 'bo', 'anna'] });
    expect(addressees(errand, state, errand.commands.at(-1)!, anna)).toEqual(['p2-1', 'p2-3']);
    expect(names(state, anna).filter((line) => line.startsWith('accept'))).toEqual([
      'accept p2-1',
      'accept p2-3',
    ]);
  });

  it('addresses the machines of the group that the command is for', () => {
    const { state } = new ErrandCase().give('send-out', { helpers: ['desk-north'] });
    const both = { unit: 'desk-north', roles: ['clerk', 'helper'] };
    const accept = errand.commands.find(({ name }) => name === 'accept')!;
    expect(addressees(errand, state, accept, both)).toEqual(['p2-1']);
    expect(addressees(errand, state, finish, both)).toEqual(['desk']);
  });

  it('follows the unit when the case moves', () => {
    const { state } = running().give('move', { unit: 'desk-south' });
    expect(names(state, clerk)).toEqual([]);
    expect(names(state, { ...clerk, unit: 'desk-south' })).toContain('finish desk');
  });

  it('every command is either possible or told why not', () => {
    for (const asker of [clerk, anna, { unit: 'nobody', roles: [] }]) {
      const { allowed: open, others } = allowed(errand, running().state, asker);
      const told = new Set([...open, ...others].map(({ command }) => command.name));
      expect([...told].sort()).toEqual(errand.commands.map(({ name }) => name).sort());
    }
  });
});

describe('why not', () => {
  const unread = running().give('accept', {}, { machine: 'p2-1' }).state;

  it.each([
    ['the role', running().state, anna, 'finish', ['role', 'Din roll får inte göra det här.']],
    [
      'the unit',
      running().state,
      { ...clerk, unit: 'desk-south' },
      'finish',
      ['unit', 'Det här görs av en annan enhet i ärendet.'],
    ],
    ['the state', running().state, clerk, 'send-out', ['state', 'Ord']],
    ['a rule', unread, clerk, 'finish', ['rule', 'Läs först det som har kommit.']],
  ])('names %s', (_what, state, asker, command, expected) => {
    expect(why(state, asker, command)).toEqual(expected);
  });

  it('tells of the machine that is nearest to taking it', () => {
    const refusing = {
      ...errand,
      commands: errand.commands.map((command) =>
        command.name === 'accept'
          ? { ...command, refuse: finish.refuse.map((rule) => ({ ...rule, when: () => true })) }
          : command,
      ),
    };
    const { state } = new ErrandCase()
      .give('send-out', { helpers: ['anna', 'anna'] })
      .give('decline', {}, { machine: 'p2-1' });
    expect(
      allowed(refusing, state, anna).others.find(({ command }) => command.name === 'accept'),
    ).toMatchObject({ because: 'rule' });
  });

  it('judges the state before the rules', () => {
    expect(judge(errand, new ErrandCase().state, finish, 'desk', request)).toEqual({
      because: 'state',
      why: finish.possibleWhen,
    });
    expect(judge(errand, unread, finish, 'desk', request)).toEqual({
      because: 'rule',
      why: finish.refuse[0]?.why,
      rule: 'avtal kvittens',
    });
    expect(judge(errand, running().state, finish, 'desk', request)).toBeNull();
    expect(judge(errand, running().state, finish, 'p9-9', request)).toMatchObject({
      because: 'state',
    });
  });
});
