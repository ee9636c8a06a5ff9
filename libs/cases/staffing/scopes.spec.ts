import type { Reader } from '@hemgang/access';
import { registryInUse } from '@hemgang/testing';
import { scopeRefusal, scopesOf } from './scopes';

const definitions = registryInUse().newest.map(({ definition }) => definition);
const commands = definitions.flatMap((definition) =>
  [definition.open, ...definition.commands].map((command) => ({ definition, command })),
);

/** Somebody with every scope there is. */
const everything = { scopes: scopesOf(definitions) } as unknown as Reader;

describe('the scopes of programs', () => {
  it('are reading and the families of the declared commands', () => {
    expect(scopesOf(definitions)).toEqual(
      expect.arrayContaining(['read', 'discharge', 'handover', 'sip', 'settlement']),
    );
    expect(scopesOf(definitions)).not.toContain('duty');
  });

  it('never reach what a person answers for', () => {
    const byPeople = commands
      .filter(({ definition, command }) => {
        return scopeRefusal(everything, definition, command)?.code === 'PERSON_NEEDED';
      })
      .map(({ command }) => command.name);
    const named = ['record-consent', 'withdraw-consent', 'sign-for-region', 'establish-plan'];
    const others = ['sign-for-municipality', 'decide-dispute', 'makulera-case'];
    expect(byPeople).toEqual(expect.arrayContaining([...named, ...others]));
    expect(byPeople).not.toContain('acknowledge');
  });

  it('open nothing beside themselves, and ask nothing of people', () => {
    const nobody = { scopes: [] } as unknown as Reader;
    const person = {} as unknown as Reader;
    for (const { definition, command } of commands) {
      expect(scopeRefusal(nobody, definition, command)).not.toBeNull();
      expect(scopeRefusal(person, definition, command)).toBeNull();
    }
  });
});
