import { IS_FULL, testDatabase, type TestDatabase } from '@hemgang/testing';
import { says, startProgram } from './program';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

/** Nobody listens there. */
const NOWHERE = 'postgres://nobody:geheim@127.0.0.1:1/nothing';

describe('the program hemgang', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.drop());

  /** One that needs tables and one that makes them; the full run tries more. */
  const commands = [['migrate'], ['case', 'show', '00000000-0000-4000-8000-000000000000']];
  const more = IS_FULL ? [['seed', '--until-ready'], ['clock'], ['clock', 'advance', '1h']] : [];

  it.each([...commands, ...more].map((args) => [args]))(
    'ends with 2 and one sentence when the database does not answer: %j',
    async (args) => {
      const program = startProgram(args, NOWHERE);
      expect(await program.ended).toBe(2);
      expect(program.err()).toBe('Databasen svarar inte.\n');
      expect(program.out()).toBe('');
    },
  );

  it('ends the doctor with 1 when the database does not answer', async () => {
    const program = startProgram(['doctor'], NOWHERE);
    expect(await program.ended).toBe(1);
    expect(program.out()).toContain('FEL      database    Databasen svarar inte.');
    expect(program.out() + program.err()).not.toContain('geheim');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops seeding between two steps on %s, with 0, and goes on the next time',
    async (signal) => {
      const first = startProgram(['seed', '--until-ready'], database.url);
      await says(first, 'Fyller på länet');
      first.kill(signal);
      expect(await first.ended).toBe(0);
      expect(first.err()).toBe('');
      const lived = livedIn(first.out());
      const second = startProgram(['seed', '--until-ready'], database.url);
      await says(second, 'Fyller på länet');
      second.kill(signal);
      expect(await second.ended).toBe(0);
      expect(livedIn(second.out())).toBeGreaterThanOrEqual(lived);
    },
  );
});

/** How many cases the last line of the progress tells of. */
function livedIn(out: string): number {
  return Number(/(\d+) av \d+ ärenden\s*$/.exec(out)?.[1]);
}
