import { assertMigrates, faultsOfMigration } from './check-migration';
import { deskMigration, errand2, errandMigration } from './errand-2.testing';
import { errand } from './errand.testing';
import { EngineFault } from './fault';
import type { MachineMigration, WorkflowMigration } from './migration';

const desk = (over: Partial<MachineMigration>): WorkflowMigration => ({
  ...errandMigration,
  machines: { ...errandMigration.machines, desk: { ...deskMigration, ...over } },
});
const states = (over: Record<string, unknown>) =>
  desk({ states: { ...(deskMigration.states as object), ...over } as MachineMigration['states'] });
const without = (path: string) => {
  const { [path]: _, ...rest } = deskMigration.states as Record<string, string>;
  return desk({ states: rest });
};

describe('a migration that is whole', () => {
  it('has no fault', () => {
    expect(faultsOfMigration(errandMigration)).toEqual([]);
    expect(() => assertMigrates(errandMigration)).not.toThrow();
  });

  it('may say of a machine that nothing changes', () => {
    const same: WorkflowMigration = {
      from: errand,
      to: { ...errand, version: 2 },
      machines: { desk: { states: 'unchanged' }, helper: { states: 'unchanged' } },
    };
    expect(faultsOfMigration(same)).toEqual([]);
  });
});

describe('a faulty migration is refused at the start and names', () => {
  it.each<[string, WorkflowMigration, string]>([
    [
      'a leaf state that was forgotten',
      without('mail.owed'),
      'desk: nothing says where leaf state "mail.owed" goes',
    ],
    [
      'a leaf state that the old machine does not have',
      states({ 'mail.lost': 'mail.clear' }),
      'desk: the old machine has no leaf state "mail.lost"',
    ],
    [
      'a state that is no leaf of the new machine',
      states({ 'mail.owed': 'mail' }),
      'desk: the new machine has no leaf state "mail"',
    ],
    [
      'a region that nothing begins',
      desk({ added: {} }),
      'desk: nothing says where region "book" begins',
    ],
    [
      'a region that begins in no state',
      desk({ added: { book: 'book.lost' } }),
      'desk: the new machine has no leaf state "book.lost"',
    ],
    [
      'a region that is not there',
      desk({ added: { ...deskMigration.added, shelf: 'book.owed' } }),
      'desk: the new machine has no region "shelf"',
    ],
    [
      'a choice that leads nowhere',
      desk({ added: { book: () => 'book.lost' } }),
      'desk: the new machine has no leaf state "book.lost"',
    ],
    [
      'states that cannot be active together',
      states({ 'bill.open': 'mail.owed' }),
      'desk: "mail.clear" and "mail.owed" cannot be active together',
    ],
    [
      'a duty that ends without meaning',
      states({ 'mail.owed': 'mail.clear' }),
      'desk: "mail.owed" no longer means duty "read"; add it to ended',
    ],
    [
      'a renamed duty that was not named',
      desk({ renamed: {} }),
      'desk: "errand.running" no longer means duty "finish"; add it to ended',
    ],
    [
      'two duties of one name',
      desk({ renamed: { ...deskMigration.renamed, 'send-out': 'read' } }),
      'desk: two duties would be called "read"',
    ],
    [
      'a name of a duty that was not',
      desk({ renamed: { ...deskMigration.renamed, dance: 'note' } }),
      'desk: the old machine has no duty "dance"',
    ],
    [
      'a name of a duty that will not be',
      desk({ renamed: { finish: 'dance' } }),
      'desk: the new machine has no duty "dance"',
    ],
    [
      'an end of a duty that was not',
      desk({ ended: { dance: 'waived' } }),
      'desk: the old machine has no duty "dance"',
    ],
    [
      'a machine that it leaves out',
      { ...errandMigration, machines: { desk: deskMigration } },
      'nothing says how machine "helper" goes over',
    ],
    [
      'a machine that was not',
      { ...errandMigration, machines: { ...errandMigration.machines, van: deskMigration } },
      'the old version has no machine "van"',
    ],
    [
      'a machine that will not be',
      { ...errandMigration, to: { ...errand2, machines: errand2.machines.slice(0, 1) } },
      'the new version has no machine "helper"',
    ],
    [
      'what has changed although it says that nothing did',
      desk({ states: 'unchanged', added: {} }),
      'desk: "bill.open" is not in both versions, so it is not unchanged',
    ],
    [
      'a way back',
      { ...errandMigration, to: { ...errand2, version: 1 } },
      'it does not lead to a later version',
    ],
    [
      'another type of case',
      { ...errandMigration, to: { ...errand2, type: 'trip' } },
      '"errand" does not become "trip"',
    ],
    [
      'another main machine',
      { ...errandMigration, to: { ...errand2, main: 'helper' } },
      'the main machine is another one',
    ],
  ])('%s', (_what, migration, fault) => {
    expect(faultsOfMigration(migration)).toContain(fault);
    expect(() => assertMigrates(migration)).toThrow(EngineFault);
  });

  it('every fault at once', () => {
    const { machines: _, ...rest } = errandMigration;
    expect(() => assertMigrates({ ...rest, machines: {} })).toThrow(
      new EngineFault(
        [
          'migration of "errand" from version 1 to 2 is not sound:',
          'nothing says how machine "desk" goes over',
          'nothing says how machine "helper" goes over',
        ].join('\n  '),
      ),
    );
  });
});
