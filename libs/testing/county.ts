import { randomUUID } from 'node:crypto';
import { readerOf, type Reader } from '@hemgang/access';
import {
  openService,
  type BasisSource,
  type Service,
  type ShownAnswer,
  type WorkflowRegistry,
} from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { DEMO_COUNTY, demoPatient } from '@hemgang/demo';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { openAtAllHours } from './open-at-all-hours';
import { testDatabase } from './postgres';
import { registryInUse } from './registry';

/** Answered with yes. */
export type Accepted<Path extends string = 'discharges'> = Extract<ShownAnswer<Path>, { ok: true }>;

const POOL_SIZE = 20;

/** Names of the demo county that many tests use. */
export const ANNA = 'anna-lundgren-nus-medicin-2';
export const MARIA = 'maria-forsberg-umea-bistand-norr';
export const HELENA = 'helena-burman-ersboda-halsocentral';
/** They settle the months: for the region, and for Umeå. */
export const SUSANNE = 'susanne-agren-region-betalning';
export const PETER = 'peter-holmlund-umea-betalning';

/**
 * The demo county's organisation on a database of the test's own, and the use cases over it. No
 * case is there and no worker runs.
 */
export class County {
  private patients = 0;

  private constructor(
    readonly service: Service,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  /**
   * @param registry workflows of the test's own; those of the program when left out
   * @param basis who computes months; what the service does itself when left out
   */
  static async open(
    mode: 'demo' | 'production' = 'demo',
    registry: WorkflowRegistry = registryInUse(),
    basis?: BasisSource,
  ): Promise<County> {
    const database = await testDatabase();
    return County.on(database.url, () => database.drop(), mode, registry, basis);
  }

  /** The same on a database that somebody else has made and takes away. */
  static at(databaseUrl: string): Promise<County> {
    return County.on(databaseUrl, () => Promise.resolve(), 'demo', registryInUse());
  }

  private static async on(
    databaseUrl: string,
    drop: () => Promise<void>,
    mode: 'demo' | 'production',
    registry: WorkflowRegistry,
    basis?: BasisSource,
  ): Promise<County> {
    const service = await openService(
      {
        databases: derivedUrls(databaseUrl),
        mode,
        poolSize: POOL_SIZE,
        applicationName: 'hemgang-test',
        warn: () => undefined,
      },
      registry,
      basis,
    );
    await service.replaceDirectory(DEMO_COUNTY);
    return new County(service, databaseUrl, drop);
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.drop();
  }

  /** From now on no unit closes: reminders come by the clock alone, at whatever hour a suite runs. */
  openAtAllHours(): Promise<void> {
    return this.service.replaceDirectory(openAtAllHours(DEMO_COUNTY));
  }

  /** The person behind a demo user's id. */
  reader(user: string): Reader {
    const reader = readerOf(this.service.directory(), user, 'sv');
    if (reader === null) throw new Error(`the demo county has no ${user}`);
    return reader;
  }

  /** What Anna's ward sends to admit a new patient who will need social services. */
  admission(): Record<string, unknown> {
    const { number, name, address, municipality } = demoPatient(this.patients);
    this.patients += 1;
    return {
      patient: { number, name, address, municipality },
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
      physician: 'Erik Sandström',
    };
  }

  /** Admits a patient, on Anna's ward unless somebody else is named; a new one unless `body` says. */
  admit(body: object = this.admission(), user: string = ANNA): Promise<Accepted> {
    return this.open('discharges', body, user);
  }

  /** Admits a patient and tells Maria's unit. */
  async told(body?: object): Promise<Accepted> {
    const { caseId } = await this.admit(body);
    const expectedDischargeAt = plusMs(this.service.clock.now(), 72 * HOUR_MS);
    const receivers = ['umea-bistand-norr'];
    return this.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers,
      expectedDischargeAt,
    });
  }

  /** A patient who has left Anna's ward and whom Maria's unit is to take over. */
  async left(body?: object): Promise<Accepted> {
    const { caseId } = await this.told(body);
    const judgedAt = this.service.clock.now();
    await this.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    return this.give(caseId, 'discharge', ANNA);
  }

  /** A SIP that Helena has started for a new patient, without a stay. */
  sip(user: string = HELENA): Promise<Accepted<'sips'>> {
    const { patient } = this.admission();
    return this.open('sips', { patient, need: 'Behöver både hemsjukvård och hemtjänst.' }, user);
  }

  /** Helena's SIP, to which the patient has said yes and these units are called. @returns its id */
  async sipTogether(units: readonly string[]): Promise<string> {
    const { caseId } = await this.sip();
    const give = (name: string, body: object = {}) =>
      this.giveAt('sips', caseId, name, HELENA, body);
    await give('offer-sip');
    await give('record-consent', { givenBy: 'person', way: 'spoken', scope: 'Allt.' });
    await give('call', { units });
    return caseId;
  }

  /** Opens a case of any type; it must be accepted. */
  async open<Path extends string>(
    path: Path,
    body: unknown,
    user: string,
  ): Promise<Accepted<Path>> {
    const incoming = { body, key: randomUUID() };
    return accepted(await this.service.answered.open(path, incoming, this.reader(user)));
  }

  /** Gives a command to a case of any type; it must be accepted. */
  async giveAt<Path extends string>(
    path: Path,
    caseId: string,
    name: string,
    user: string,
    body: object = {},
  ): Promise<Accepted<Path>> {
    return accepted(await this.tryAt(path, caseId, name, user, body));
  }

  /** Gives a command to a case of any type. */
  tryAt<Path extends string>(
    path: Path,
    caseId: string,
    name: string,
    user: string,
    body: object,
  ): Promise<ShownAnswer<Path>> {
    const incoming = { body, key: randomUUID() };
    return this.service.answered.give(path, caseId, name, incoming, this.reader(user));
  }

  /** Gives a command that must be accepted. */
  async give(caseId: string, name: string, user: string, body: object = {}): Promise<Accepted> {
    return accepted(await this.try(caseId, name, user, body));
  }

  /** Gives a command with a key of its own unless one is named. */
  try(
    caseId: string,
    name: string,
    user: string,
    body: unknown = {},
    more: { readonly key?: string; readonly ifVersion?: number } = {},
  ): Promise<ShownAnswer<'discharges'>> {
    const incoming = { body, key: randomUUID(), ...more };
    return this.service.answered.give('discharges', caseId, name, incoming, this.reader(user));
  }
}

/** @throws Error with the refusal, so that a test says what went wrong */
export function accepted<Path extends string>(answer: ShownAnswer<Path>): Accepted<Path> {
  if (answer.ok) return answer;
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}
