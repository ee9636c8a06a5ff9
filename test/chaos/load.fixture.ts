import { setTimeout as pause } from 'node:timers/promises';
import { demoPatient } from '@hemgang/demo';
import { ANNA, HELENA, MARIA } from '@hemgang/testing';
import type { CaseSeen, Clients } from './clients.fixture';

const ELIN = 'elin-marklund-skelleftea-medicin-1';
const BIRET = 'biret-sarri-mala-bistand';

export const USERS = [ANNA, ELIN, MARIA, BIRET, HELENA] as const;

/** Two wards and two municipalities, so that receivers have cases of several senders. */
const WAYS = [
  { ward: ANNA, coordinator: MARIA, municipality: 'umea-bistand-norr' },
  { ward: ELIN, coordinator: BIRET, municipality: 'mala-bistand' },
  { ward: ANNA, coordinator: BIRET, municipality: 'mala-bistand' },
];

const OPEN_CARE = 'ersboda-halsocentral';
const DISCHARGE_AT = '2199-01-01T10:00:00.000Z';
const LATER_AT = '2199-01-02T10:00:00.000Z';

/** Most go home; some come back at once, and some are told of to people who do not answer. */
const KINDS = ['home', 'back', 'home', 'unanswered'] as const;

/** Clients that live discharges side by side until they are told to stop. */
export class Load {
  private lives = 0;
  private isStopped = false;
  private running: Promise<unknown> = Promise.resolve();

  /**
   * @param restMs between two commands of one client
   * @param first number of the first patient; two loads on one database need others
   */
  constructor(
    private readonly clients: Clients,
    private readonly restMs: number,
    private readonly first = 0,
  ) {}

  start(count: number): void {
    this.isStopped = false;
    this.running = Promise.all(Array.from({ length: count }, () => this.client()));
  }

  /** Every client ends its life in work; settles when no command is under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async client(): Promise<void> {
    while (!this.isStopped) {
      const life = this.lives;
      this.lives += 1;
      await this.live(life);
    }
  }

  private async live(life: number): Promise<void> {
    const { ward, coordinator, municipality } = WAYS[life % WAYS.length]!;
    const kind = KINDS[life % KINDS.length];
    const { number, name, address } = demoPatient(this.first + life);
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const physician = 'Erik Sandström';
    const admission = { patient: { number, name, address }, needs, physician };
    const admitted = await this.give(ward, null, '', admission);
    if (admitted === null) return;
    const of = (user: string, command: string, body: object = {}) =>
      this.give(user, admitted, command, body);
    await of(ward, 'send-inskrivningsmeddelande', {
      receivers: [municipality, OPEN_CARE],
      expectedDischargeAt: DISCHARGE_AT,
    });
    if (kind === 'unanswered') return;
    // Three units at the same case at the same time.
    await Promise.all([
      of(coordinator, 'acknowledge'),
      of(HELENA, 'acknowledge'),
      of(ward, 'change-expected-discharge', { expectedDischargeAt: LATER_AT }),
    ]);
    await of(coordinator, 'answer', { answer: 'not-known' });
    const judgedAt = admitted.parties[0]?.since;
    await of(ward, 'mark-utskrivningsklar', { physician, judgedAt });
    await of(ward, 'discharge');
    if (kind === 'back') {
      await this.give(ward, null, '', admission);
      return;
    }
    await Promise.all([of(coordinator, 'acknowledge'), of(HELENA, 'acknowledge')]);
    await of(coordinator, 'take-over');
  }

  private async give(
    user: string,
    admitted: CaseSeen | null,
    command: string,
    body: object,
  ): Promise<CaseSeen | null> {
    if (this.restMs > 0) await pause(this.restMs);
    const path = '/api/v1/discharges' + (admitted === null ? '' : `/${admitted.id}/${command}`);
    return this.clients.give(user, path, body);
  }
}
