import type { CaseState } from './case-state';
import { errand2, errandMigration } from './errand-2.testing';
import { agreement, at, errand, happening } from './errand.testing';
import type { CaseEvent } from './event';
import { EngineFault } from './fault';
import { MIGRATED, MIGRATION_UNDONE } from './migration';
import { replay, type KnownVersions } from './replay';

const known: KnownVersions = {
  version: (version) => (version === 2 ? errand2 : errand),
  migration: () => errandMigration,
};

/** Writes the log of a case as the use cases do; the state is always what the log gives. */
class Log {
  readonly events: CaseEvent[] = [];

  constructor() {
    const given = { workflow: { version: 1, hash: 'x' }, agreement };
    this.events.push(happening(null, 'ask', {}, { given }));
  }

  get state(): CaseState {
    return replay(this.events, known).at(-1)!.state;
  }

  add(type: string, payload: CaseEvent['payload'] = {}, more: Partial<CaseEvent> = {}): this {
    this.events.push(happening(this.state, type, payload, more));
    return this;
  }

  migrate(): this {
    const to = { version: 2, hash: 'y' };
    return this.add(MIGRATED, { to }, { given: { before: this.state }, recordedAt: at('09:00') });
  }
}

const running = () => new Log().add('send-out', { helpers: ['anna', 'bo'] });

describe('the log of a case', () => {
  it('gives its version, agreement and state again, across versions', () => {
    const { state } = running().migrate().add('finish');
    expect(state).toMatchObject({ workflowVersion: 2, seq: 4, duties: [] });
    expect(state.agreement).toEqual({ ...agreement, answerMinutes: 20 });
  });

  it('gives the state before a migration again that was undone', () => {
    const log = running();
    const { state } = log;
    expect(log.migrate().add(MIGRATION_UNDONE).state).toEqual({ ...state, seq: 4 });
    expect(log.add('finish').add('copy-bill').state.workflowVersion).toBe(1);
  });

  it('may be read from storage', () => {
    const log = running().migrate().add('finish');
    const stored = JSON.parse(JSON.stringify(log.events)) as CaseEvent[];
    expect(replay(stored, known).at(-1)?.state).toEqual(log.state);
  });

  it('tells what each event did', () => {
    const steps = replay(running().migrate().events, known);
    expect(steps.map(({ opened }) => opened.map(({ key }) => key))).toEqual([
      ['send-out'],
      ['finish', 'reply', 'reply'],
      ['note'],
    ]);
  });

  it.each<[string, (log: Log) => unknown, string]>([
    ['an event that was not possible', (log) => log.add('read'), 'event 3 "read"'],
    [
      'an undoing of nothing',
      (log) => log.add(MIGRATION_UNDONE),
      `event 3 "${MIGRATION_UNDONE}" is not possible: the last event`,
    ],
  ])('with %s is not that of a case', (_what, more, fault) => {
    const log = running();
    more(log);
    expect(() => log.state).toThrow(EngineFault);
    expect(() => log.state).toThrow(fault);
  });
});
