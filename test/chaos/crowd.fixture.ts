import { randomUUID } from 'node:crypto';
import type { CaseView } from '@hemgang/cases';
import { DEMO_COUNTY } from '@hemgang/demo';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA } from '@hemgang/testing';
import { discharge } from '@workflows/discharge';
import { caseOf, type Answer, type ApiServer } from '../api/api-server.fixture';
import type { Dice } from './virtual-dice.fixture';
import { WeighedDice } from './virtual-dice.fixture';

/** Units of the case, and one that has no part in it; how many of a hundred work there. */
const CROWD = [
  { unit: 'nus-medicin-2', roles: ['ward-staff', 'physician'], people: 45 },
  { unit: 'umea-bistand-norr', roles: ['municipal-coordinator'], people: 30 },
  {
    unit: 'ersboda-halsocentral',
    roles: ['primary-care-nurse', 'open-care-manager'],
    people: 20,
  },
  { unit: 'nus-ortopedi-1', roles: ['ward-staff', 'physician'], people: 5 },
] as const;

/** What ends a case is wanted seldom: then all the others are only refused. */
const ENDINGS = [
  'discharge',
  'register-death',
  'transfer-to-region',
  'makulera-case',
  'no-need',
  'move-wrong-person',
  'strike-wrong-person',
];
const ENDING = 0.02;

const SORTS = new WeighedDice({ offered: 60, anything: 20, broken: 10, read: 10 });

/** A machine that is busy with other things may be too slow for a hundred at once. */
const UNAVAILABLE = 503;
const REPEATS_MAX = 20;

/** One request and what became of it; times by this process's clock, for the order of answers. */
export interface Attempt {
  readonly user: string;
  readonly command: string;
  readonly key: string;
  /** The version that it named, when it named one. */
  readonly ifVersion: number | null;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly status: number;
  readonly code: string | null;
  readonly version: number | null;
  /** How often the outcome was unknown first (503): the command was repeated with its key. */
  readonly repeats: number;
}

/** A look at the case, and which version it showed. */
export interface Look {
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly version: number;
}

/** A hundred people, at the three units of a case and at one that has no part in it. */
export function crowdOf(): readonly string[] {
  return CROWD.flatMap(({ unit, people }) =>
    Array.from({ length: people }, (_, index) => `crowd-${index + 1}-${unit}`),
  );
}

/** Gives the county's units so much staff. */
export async function hireCrowd({ county }: ApiServer): Promise<void> {
  const hired = CROWD.flatMap(({ unit, roles, people }) =>
    Array.from({ length: people }, (_, index) => ({
      id: `crowd-${index + 1}-${unit}`,
      staff: `crowd-${index + 1}-${unit}-person`,
      unit,
      roles: [roles[index % roles.length] ?? roles[0]],
      employee: null,
      commission: null,
    })),
  );
  await county.service.replaceDirectory({
    ...DEMO_COUNTY,
    staff: [
      ...DEMO_COUNTY.staff,
      ...hired.map(({ staff }, index) => ({ id: staff, name: `Person ${index + 1}` })),
    ],
    assignments: [...DEMO_COUNTY.assignments, ...hired],
  });
}

/** Sessions of the whole crowd, one after another: they are no part of what is tried. */
export async function signInCrowd(api: ApiServer): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  for (const user of crowdOf()) {
    const { body } = await api.post('/api/v1/demo/sign-in', { user });
    tokens.set(user, (body as { readonly token: string }).token);
  }
  return tokens;
}

/** A case with two receivers who have been told. */
export async function openCrowdedCase(api: ApiServer): Promise<CaseView> {
  const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
  const admission = { ...api.county.admission(), needs };
  const { id } = caseOf(await api.post('/api/v1/discharges', admission, ANNA));
  const told = {
    receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
    expectedDischargeAt: plusMs(api.county.service.clock.now(), 72 * HOUR_MS),
  };
  return caseOf(await api.post(`/api/v1/discharges/${id}/send-inskrivningsmeddelande`, told, ANNA));
}

interface Wanted {
  readonly command: string;
  readonly body: object;
}

/** One of the crowd: reads, and gives commands that may or may not be possible. */
export class Somebody {
  readonly attempts: Attempt[] = [];
  readonly looks: Look[] = [];
  private seen: CaseView | null = null;

  constructor(
    private readonly api: ApiServer,
    private readonly caseId: string,
    readonly user: string,
    private readonly token: string,
    private readonly dice: Dice,
  ) {}

  /** Does `times` things one after another. */
  async live(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.next();
  }

  /** Gives a command to the version that she has seen last. */
  async give({ command, body }: Wanted, ifVersion: number | null): Promise<void> {
    const key = randomUUID();
    const sentAt = performance.now();
    const ask = () =>
      this.send('POST', `/${command}`, JSON.stringify(body), {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifVersion === null ? {} : { 'if-match': `"${ifVersion}"` }),
      });
    let answer = await ask();
    let repeats = 0;
    for (; answer.status === UNAVAILABLE && repeats < REPEATS_MAX; repeats += 1)
      answer = await ask();
    const { status } = answer;
    const isDone = status === 200;
    if (isDone) this.seen = caseOf(answer);
    this.attempts.push({
      user: this.user,
      command,
      key,
      ifVersion,
      sentAt,
      answeredAt: performance.now(),
      status,
      code: isDone ? null : (answer.body as { readonly code: string }).code,
      version: isDone ? Number(answer.headers.get('etag')?.replaceAll('"', '')) : null,
      repeats,
    });
  }

  async look(): Promise<void> {
    const sentAt = performance.now();
    const answer = await this.send('GET', '');
    // Who has no part in the case sees none.
    if (answer.status !== 200) return;
    this.seen = caseOf(answer);
    this.looks.push({ sentAt, answeredAt: performance.now(), version: this.seen.version });
  }

  private async next(): Promise<void> {
    const { dice, seen } = this;
    const sort = SORTS.throw(dice);
    if (sort === 'read' || (seen === null && dice.chance(0.8))) return this.look();
    const wanted = this.wanted(sort);
    const isGuarded = seen !== null && dice.chance(0.5);
    await this.give(wanted, isGuarded ? seen.version : null);
  }

  private wanted(sort: 'offered' | 'anything' | 'broken'): Wanted {
    const { dice } = this;
    const offers = (this.seen?.allowedCommands ?? []).filter(
      ({ name }) => !ENDINGS.includes(name) || dice.chance(ENDING),
    );
    const command = dice.pick(discharge.commands);
    if (sort === 'anything' || offers.length === 0) {
      const isEnding = ENDINGS.includes(command.name);
      const name = isEnding ? 'acknowledge' : command.name;
      return { command: name, body: isEnding ? {} : (command.example as object) };
    }
    if (sort === 'broken') return { command: command.name, body: { unheardOf: dice.below(9) } };
    const { name, target } = dice.pick(offers);
    return { command: name, body: { ...this.payload(name), ...target } };
  }

  private payload(name: string): object {
    const { dice, api } = this;
    const now = api.county.service.clock.now();
    switch (name) {
      case 'change-expected-discharge':
        return { expectedDischargeAt: plusMs(now, (1 + dice.below(200)) * HOUR_MS) };
      case 'mark-utskrivningsklar':
        return { physician: 'Erik Sandström', judgedAt: plusMs(now, -HOUR_MS / 60) };
      case 'take':
      case 'release':
        return { duty: dice.pick(this.seen?.duties.map(({ id }) => id) ?? ['none']) };
      case 'answer':
        return { answer: 'not-known' };
      default:
        return discharge.commands.find((each) => each.name === name)?.example ?? {};
    }
  }

  private send(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const authorization = `Bearer ${this.token}`;
    return this.api.send(method, `/api/v1/discharges/${this.caseId}${path}`, body, {
      headers: { ...headers, authorization },
    });
  }
}
