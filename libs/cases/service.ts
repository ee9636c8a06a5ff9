import { openAccess, type Access } from '@hemgang/access';
import { Directory, hoursOfUnit, LivingDirectory, type DirectoryRows } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import type { Notify } from '@hemgang/notify';
import {
  AccessLog,
  CaseStore,
  ClockStore,
  DirectoryStore,
  IdempotencyStore,
  InboxStore,
  IncidentStore,
  LinkKeyStore,
  migrationState,
  MonthFigures,
  OutboxStore,
  PersonStore,
  SeedingStore,
  SessionStore,
  StaffStore,
  StreamFeed,
  TimerStore,
  VerificationStore,
  VersionStore,
  UnitCases,
  type Database,
  type DatabaseClock,
  type DirectoryState,
  type Topic,
} from '@hemgang/store';
import { AnsweredCommands } from './answered-commands';
import type { Attachments } from './attachments/attachments';
import { openAttachments } from './attachments/open-attachments';
import { openAuditing, type Auditing } from './auditing';
import { AvvikelsePatterns } from './avvikelse/avvikelse-patterns';
import { Commands } from './commands';
import { Contacts } from './contacts';
import { DemoSignIn } from './demo';
import { openSnapshots, type Snapshots } from './downtime/snapshots';
import { dutyTitles } from './duty-titles';
import { Importer } from './importer';
import { Incidents } from './incidents';
import { LinkedFacts } from './linked-facts';
import { ExternalUnits } from './external-units';
import { Live } from './live';
import type { WorkflowRegistry } from './registry';
import { Deliveries } from './notices/deliveries';
import { MyNotices } from './notices/my-notices';
import { openNotices } from './notices/open-notices';
import { SmsStatuses } from './notices/sms-statuses';
import { Overview } from './overview/overview';
import { Payment } from './payment/payment';
import { openGuards, type Guards } from './protection/guards';
import { Reminders } from './reminders';
import { Settlements } from './settlement/settlements';
import { openPlanDrafts, type PlanDrafts } from './sip/open-plan-drafts';
import { openExperience } from './experience/open-experience';
import { openFigures } from './figures/open-figures';
import { DirectoryImport } from './founding/directory-import';
import { DirectoryChanges, type StaffResources } from './staffing/changes';
import { openPrograms, type Programs } from './staffing/open-programs';
import { openCover, type Cover } from './staffing/open-cover';
import { StaffAdministration } from './staffing/staff-administration';
import { UnitClosing } from './unit-closing';
import type { ServiceGround } from './service-ground';
import { isEnough, type ServiceHealth } from './service-health';
import { strays, type StrayCases } from './strays';
import { Verification } from './verification';
import { Versions } from './versions';
import { StartLinkSigner } from './start-link';
import { StartReports } from './start-reports';
import { Views } from './views';

/** The use cases by which a case goes on, at a time of their own. */
export interface UseCases {
  readonly commands: Commands;
  /** The same commands, answered with the case as their giver sees it. */
  readonly answered: AnsweredCommands;
  readonly reminders: Reminders;
  readonly linkedFacts: LinkedFacts;
}

/** What a command may have written something new of. */
const WRITTEN: readonly Topic[] = ['outbox', 'timers', 'stream'];

/** A demo takes for granted what its people would have judged; in production a ground is named. */
const UNNAMED = { demo: 'assumed', production: 'withheld' } as const;

/** Everything a process needs of the cases: the database, one clock, one directory. */
export class Service {
  readonly registry: WorkflowRegistry;
  readonly clock: DatabaseClock;
  readonly views: Views;
  readonly commands: Commands;
  readonly answered: AnsweredCommands;
  readonly reminders: Reminders;
  readonly linkedFacts: LinkedFacts;
  readonly startReports: StartReports;
  readonly versions: Versions;
  /** Whether what is stored is what was written; for operators, after a restore. */
  readonly verification: Verification;
  readonly contacts: Contacts;
  /** Files of messages. */
  readonly attachments: Attachments;
  /** What is written of plans before it is a version. */
  readonly planDrafts: PlanDrafts;
  /** What units have on paper when the service is away. */
  readonly snapshots: Snapshots;
  readonly payment: Payment;
  readonly externalUnits: ExternalUnits;
  readonly unitClosing: UnitClosing;
  /** Who hides, who blocks, who opens in an emergency. */
  readonly guards: Guards;
  readonly importer: Importer;
  readonly settlements: Settlements;
  readonly avvikelsePatterns: AvvikelsePatterns;
  readonly overview: Overview;
  /** Figures of SIPs and of places, and what keeps the sums of the latter. */
  readonly counted: ReturnType<typeof openFigures>;
  /** How patients, relatives and staff say it went. */
  readonly experience: ReturnType<typeof openExperience>;
  readonly access: Access;
  /** Signing in without credentials; null outside demo mode. */
  readonly demo: DemoSignIn | null;
  readonly live: Live;
  readonly outbox: OutboxStore;
  /** How notices find people outside the application. */
  readonly notify: Notify;
  readonly myNotices: MyNotices;
  readonly deliveries: Deliveries;
  readonly smsStatuses: SmsStatuses;
  /** Drafts of incidents: made by a job, read by the unit that answers for them. */
  readonly incidentDrafts: IncidentStore;
  readonly incidents: Incidents;
  readonly timers: TimerStore;
  readonly idempotency: IdempotencyStore;
  /** The sealed log, and what is done with it: exports, follow-up, statutory erasure. */
  readonly auditing: Auditing;
  readonly seeding: SeedingStore;
  readonly figures: MonthFigures;
  /** What administrators of a controller do with its own part of the directory. */
  readonly staffing: StaffAdministration;
  readonly cover: Cover['cover'];
  readonly forecast: Cover['forecast'];
  readonly programs: Programs;
  /** How an operator names the first administrators. */
  readonly directoryImport: DirectoryImport;
  private known: LivingDirectory;
  private reading: Promise<void> = Promise.resolve();

  /** Whoever needs neither a reader's context nor to write a case works as the third role. */
  constructor(private readonly ground: ServiceGround) {
    const { registry, clock, mode } = ground;
    const { reads, writes, works: database } = ground.databases;
    this.registry = registry;
    this.clock = clock;
    this.known = this.living(ground.directoryState);
    const directory = (): Directory => this.directory();
    const signer = new StartLinkSigner(() => new LinkKeyStore(database).load());
    const seeing = { registry, reads, works: database, clock, directory, signer };
    this.views = new Views(seeing);
    this.snapshots = openSnapshots(seeing);
    this.experience = openExperience(seeing);
    const { commands, answered, reminders, linkedFacts } = this.useCasesAt(clock, false);
    this.attachments = openAttachments({ ...ground, directory, signer });
    this.planDrafts = openPlanDrafts({ ...ground, directory, signer });
    this.commands = commands;
    this.answered = answered;
    this.reminders = reminders;
    this.linkedFacts = linkedFacts;
    const cases = new CaseStore(writes);
    const afterCommit = (): void => this.ring();
    this.startReports = new StartReports({ registry, cases, signer, clock, afterCommit });
    this.versions = this.versionsAt(clock);
    this.verification = this.verificationOf(database);
    this.payment = new Payment({ reads, works: database, clock, directory });
    const organisation = {
      directories: new DirectoryStore(database),
      unitCases: new UnitCases(database),
      ...{ clock, directory, directoryChanged: () => this.directoryChanged() },
    };
    const accessLog = new AccessLog(database);
    this.contacts = new Contacts({ ...organisation, commands: this.commands, access: accessLog });
    this.externalUnits = new ExternalUnits({ ...organisation, access: accessLog });
    this.unitClosing = new UnitClosing({ ...organisation, registry, cases, afterCommit });
    const persons = new PersonStore(writes);
    this.settlements = new Settlements({ cases, persons, access: accessLog, clock, directory });
    this.importer = new Importer({
      ...{ registry, database: writes, clock, directory },
      ...{ afterCommit, refuseTestNumbers: mode === 'production' },
    });
    const realClock: Clock = { now: () => clock.realNow() };
    this.guards = openGuards({ ...ground, realClock, directory, afterCommit });
    this.access = this.accessAt(realClock);
    const staffing = this.staffingAt(realClock, accessLog);
    const changes = new DirectoryChanges(staffing);
    this.staffing = new StaffAdministration(changes);
    ({ cover: this.cover, forecast: this.forecast } = openCover(changes, seeing));
    const webhooksChanged = (): void => ground.doorbell.ring('outbox');
    this.programs = openPrograms({ changes, works: database, registry, mode, webhooksChanged });
    this.directoryImport = new DirectoryImport(staffing);
    this.demo = mode === 'demo' ? this.demoAt(realClock) : null;
    this.live = new Live(new StreamFeed(database), this.planDrafts);
    this.outbox = new OutboxStore(database);
    const titleOf = dutyTitles(registry);
    this.notify = openNotices({ database, outbox: this.outbox, clock, directory, titleOf });
    const told = { notify: this.notify, access: accessLog, clock, directory, titleOf, registry };
    this.myNotices = new MyNotices(told);
    this.deliveries = new Deliveries(told);
    this.smsStatuses = new SmsStatuses(this.notify.statusReports);
    this.incidentDrafts = new IncidentStore(database);
    this.incidents = new Incidents({ database: reads, clock, directory });
    this.timers = new TimerStore(database);
    this.idempotency = new IdempotencyStore(database);
    this.auditing = openAuditing({ writes, works: database, clock, realClock, directory });
    this.seeding = new SeedingStore(database);
    this.figures = new MonthFigures(database);
    this.counted = openFigures({ ...told, database, reads });
    this.avvikelsePatterns = new AvvikelsePatterns({ ...told, database });
    this.overview = new Overview({ ...told, database, rates: this.payment.rates });
  }

  /** Who belongs where at this moment. */
  directory(): Directory {
    return this.known.at(this.clock.now());
  }

  /** The same use cases at a time of their own: seeding and simulation live through the past. */
  seedWith(clock: Clock): UseCases {
    return this.useCasesAt(clock, true);
  }

  /** Puts a new directory in place, and vouches for what is in it. @throws Error when it has faults */
  async replaceDirectory(rows: DirectoryRows): Promise<void> {
    const { rows: sound } = new Directory(rows);
    await new DirectoryStore(this.ground.databases.works).replace(sound, this.clock.now());
    await this.directoryChanged();
  }

  /**
   * Reads the directory anew: another process has changed it. One reading follows the other, since one
   * that was begun earlier and ends later would put back what was known before.
   */
  refreshDirectory(): Promise<void> {
    this.reading = this.reading
      .catch(() => undefined)
      .then(async () => {
        this.known = this.living(await new DirectoryStore(this.ground.databases.works).state());
      });
    return this.reading;
  }

  /** Demo: moves everybody's time forward. */
  async advanceClock(ms: number): Promise<void> {
    await new ClockStore(this.ground.databases.works).advance(ms);
    await this.clock.refresh();
  }

  /** Calls the listener when some process has written; only a hint. @returns ends it */
  onRing(listener: (topic: Topic) => void): () => void {
    return this.ground.doorbell.listen(listener);
  }

  /** @throws DatabaseUnavailable */
  async health(): Promise<ServiceHealth> {
    const [migrations, progress, erasuresAwaited] = await Promise.all([
      migrationState(this.ground.databases.works),
      this.seeding.load(),
      this.auditing.gallring.isAwaited(),
    ]);
    const seeded = progress !== null && isEnough(progress);
    return { migrations, seeded, erasuresAwaited };
  }

  /** Cases that are not closed and whose definition this process does not have. Reads every case. */
  async strayCases(): Promise<readonly StrayCases[]> {
    const inUse = await new CaseStore(this.ground.databases.works).openDefinitions();
    return strays(this.registry, inUse);
  }

  async close(): Promise<void> {
    this.clock.stop();
    await this.ground.doorbell.close();
    await this.ground.databases.close();
  }

  private accessAt(realClock: Clock): Access {
    const { databases, access, doorbell, terms } = this.ground;
    const { works: database } = databases;
    return openAccess({
      ...{ database, settings: access, realClock, terms, directory: () => this.directory() },
      newerDirectory: (revision) => this.newerDirectory(revision),
      sessionsEnded: () => doorbell.ring('sessions'),
      note: (event) => this.ground.noteSignIn(event),
    });
  }

  private demoAt(realClock: Clock): DemoSignIn {
    const { databases, clock, access } = this.ground;
    const sessions = new SessionStore(databases.works);
    return new DemoSignIn({
      ...{ sessions, limits: access, clock, realClock, directory: () => this.directory() },
      advanceClock: (ms) => this.advanceClock(ms),
    });
  }

  private staffingAt(realClock: Clock, access: AccessLog): StaffResources {
    const { databases, clock, doorbell } = this.ground;
    return {
      ...{ store: new StaffStore(databases.works), access, clock, realClock },
      living: () => this.known,
      refresh: () => this.refreshDirectory(),
      changed: async () => {
        await this.directoryChanged();
        doorbell.ring('sessions');
      },
    };
  }

  private living({ rows, revision }: DirectoryState): LivingDirectory {
    return new LivingDirectory(rows, revision, this.ground.terms);
  }

  /** Another process has changed the directory: a session must not be judged by the former one. */
  private async newerDirectory(revision: number): Promise<void> {
    if (revision > this.known.revision) await this.refreshDirectory();
  }

  private verificationOf(database: Database): Verification {
    const { registry } = this.ground;
    const whole = new VerificationStore(database);
    return new Verification({ registry, cases: new CaseStore(database), whole });
  }

  private versionsAt(clock: Clock): Versions {
    const { registry, databases } = this.ground;
    const { writes, works } = databases;
    return new Versions({
      ...{ registry, clock, afterCommit: () => this.ring() },
      cases: new CaseStore(writes),
      versions: new VersionStore(works),
      access: new AccessLog(works),
    });
  }

  private async directoryChanged(): Promise<void> {
    await this.refreshDirectory();
    this.ground.doorbell.ring('directory');
  }

  private ring(): void {
    WRITTEN.forEach((topic) => this.ground.doorbell.ring(topic));
  }

  private useCasesAt(clock: Clock, seeding: boolean): UseCases {
    const { registry, databases, mode, basis } = this.ground;
    const { reads, writes, works } = databases;
    const cases = new CaseStore(writes);
    const afterCommit = (): void => this.ring();
    const commands = new Commands({
      registry,
      cases,
      persons: new PersonStore(writes),
      access: new AccessLog(writes),
      clock,
      basis: basis ?? new Payment({ reads, works, clock, directory: () => this.directory() }),
      directory: () => this.directory(),
      afterCommit,
      refuseTestNumbers: mode === 'production',
      unnamed: UNNAMED[mode],
      seeding,
    });
    const inbox = new InboxStore(writes);
    return {
      commands,
      answered: new AnsweredCommands(commands, this.views),
      reminders: new Reminders({
        ...{ registry, cases, clock, seeding },
        timers: new TimerStore(writes),
        hoursOf: (unit) => hoursOfUnit(this.directory(), unit),
      }),
      linkedFacts: new LinkedFacts({ registry, cases, inbox, clock, afterCommit, seeding }),
    };
  }
}
