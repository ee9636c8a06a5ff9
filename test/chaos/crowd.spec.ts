import { randomInt } from 'node:crypto';
import { IS_FULL, recordFinding, times } from '@hemgang/testing';
import { ApiServer } from '../api/api-server.fixture';
import {
  crowdOf,
  hireCrowd,
  openCrowdedCase,
  signInCrowd,
  Somebody,
  type Attempt,
} from './crowd.fixture';
import { judge, stood } from './crowd-judge.fixture';
import { Dice } from './virtual-dice.fixture';

jest.setTimeout(10 * 60_000);

const CASES = times({ quick: 1, full: 20 });
const THINGS_EACH = 3;
const ROUNDS = 3;
const SEED = Number(process.env['HEMGANG_SEED'] ?? (IS_FULL ? randomInt(1_000_000_000) : 1));

/** Nothing but these may come of a command that is readable. */
const ANSWERS = [200, 403, 404, 409, 412, 422];

describe('a hundred people on one case', () => {
  let api: ApiServer;
  let tokens: ReadonlyMap<string, string>;

  beforeAll(async () => {
    api = await ApiServer.start();
    await hireCrowd(api);
    tokens = await signInCrowd(api);
  });

  afterAll(() => api.stop());

  const gather = (caseId: string, dice: Dice): Somebody[] =>
    crowdOf().map((user) => {
      const own = new Dice(dice.below(2 ** 31));
      return new Somebody(api, caseId, user, tokens.get(user) ?? '', own);
    });

  const countOf = (attempts: readonly Attempt[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { status, code } of attempts) {
      const name = code === null ? `${status}` : `${status} ${code}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };

  it('see it go on one event after another, whatever they all want of it at once', async () => {
    const dice = new Dice(SEED);
    const all: Attempt[] = [];
    const faults: string[] = [];
    for (let index = 0; index < CASES; index += 1) {
      const { id, version } = await openCrowdedCase(api);
      const people = gather(id, dice);
      await Promise.all(people.map((somebody) => somebody.live(THINGS_EACH)));
      const attempts = people.flatMap((somebody) => somebody.attempts);
      const looks = people.flatMap((somebody) => somebody.looks);
      all.push(...attempts);
      faults.push(...judge(api, await stood(api, id), version, attempts, looks));
    }
    recordFinding('crowd', {
      promise: 'A hundred people on one case with random legal and illegal commands',
      figures: {
        cases: CASES,
        people: 100,
        commands: all.length,
        ...countOf(all),
        'repeated after 503': all.reduce((sum, { repeats }) => sum + repeats, 0),
        faults: faults.length,
      },
      seed: SEED,
    });
    expect(faults).toEqual([]);
    expect(all.filter(({ status }) => !ANSWERS.includes(status))).toEqual([]);
    for (const status of [200, 404, 409, 412]) {
      expect(all.filter((each) => each.status === status).length).toBeGreaterThan(0);
    }
  });

  it('have exactly one winner when all of them saw the same version', async () => {
    const { id, version } = await openCrowdedCase(api);
    const people = gather(id, new Dice(SEED)).filter(
      ({ user }) => !user.endsWith('nus-ortopedi-1'),
    );
    const contact = { name: 'Lars Sjöström', relation: 'son', phone: '0980-319 266' };
    const body = { ...contact, mayBeTold: 'times' };
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(
        people.map((somebody) => somebody.give({ command: 'note-contact', body }, version + round)),
      );
    }
    const attempts = people.flatMap((somebody) => somebody.attempts);
    const faults = judge(api, await stood(api, id), version, attempts, []);
    recordFinding('crowd-same-version', {
      promise: 'Everybody names the same version: one wins, the others are told that it is old',
      figures: { rounds: ROUNDS, people: people.length, ...countOf(attempts) },
    });
    expect(faults).toEqual([]);
    expect(countOf(attempts)).toEqual({
      '200': ROUNDS,
      '412 VERSION_STALE': ROUNDS * (people.length - 1),
    });
  });
});
