import {
  type MigrationState,
  POSTGRES_MAJOR_MIN,
  type PostgresServer,
  type RoleFault,
  type Service,
  type StrayCases,
} from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { formatAge, SECOND_MS, type Clock, type Instant, type Text } from '@hemgang/kernel';
import { jobCatalogue, openJobQueue, queueIsMigrated } from '@hemgang/queue';
import { TABLES } from './failure';
import { finding, type Finding } from './finding';
import { roleWords } from './role-words';

/** A healthy worker needs seconds; what has waited longer waits for a worker that is not there. */
const WAIT_MAX_MS = 60 * SECOND_MS;

/** Whether the server knows what our tables and the queue need. */
export function server({ version, major }: PostgresServer): Finding {
  const about = 'server';
  if (major >= POSTGRES_MAJOR_MIN)
    return finding(about, 'ok', `PostgreSQL ${version}.`, `PostgreSQL ${version}.`);
  return finding(
    about,
    'fault',
    `PostgreSQL ${version} är för gammal. Hemgång behöver ${POSTGRES_MAJOR_MIN} eller senare.`,
    `PostgreSQL ${version} is too old. Hemgång needs ${POSTGRES_MAJOR_MIN} or later.`,
  );
}

/** Whether row-level security binds whom we sign in as. */
export function roles(faults: readonly RoleFault[]): Finding {
  const about = 'roles';
  if (faults.length === 0)
    return finding(about, 'ok', 'Rollerna är de tre avsedda.', 'The roles are the three meant.');
  const { sv, en } = roleWords(faults);
  return finding(about, 'fault', sv, en);
}

/** Whether this program has the processes that the cases under way were begun with. */
export async function definitions(service: Service): Promise<Finding> {
  const about = 'definitions';
  const found = await service.strayCases();
  if (found.length === 0) {
    return finding(
      about,
      'ok',
      'Alla pågående ärenden följer processer som finns här.',
      'All cases under way follow processes that are here.',
    );
  }
  const words = found.map(strayWords);
  return finding(
    about,
    'fault',
    `${words.map(({ sv }) => sv).join('; ')}.`,
    `${words.map(({ en }) => en).join('; ')}.`,
  );
}

function strayWords({ type, version, cases, isVersionHere }: StrayCases): Text {
  const [sv, en] = cases === 1 ? ['1 ärende', '1 case'] : [`${cases} ärenden`, `${cases} cases`];
  return isVersionHere
    ? {
        sv: `${sv} följer en annan lydelse av ${type} ${version} än den som finns här`,
        en: `${en} on another wording of ${type} ${version} than the one here`,
      }
    : {
        sv: `${sv} följer ${type} ${version}, som inte finns här`,
        en: `${en} on ${type} ${version}, which is not here`,
      };
}

/** Whether the tables are those of this version. */
export function migrations(state: MigrationState): Finding {
  const about = 'migrations';
  if (state !== 'current') return finding(about, 'fault', TABLES[state].sv, TABLES[state].en);
  return finding(about, 'ok', 'Tabellerna hör till den här versionen.', 'The tables are ours.');
}

/** Whether jobs can travel: through PostgreSQL with its own schema, or through Redis. */
export async function queue({ databases, redisUrl }: Config): Promise<Finding> {
  const about = 'queue';
  const databaseUrl = databases.works;
  if (redisUrl === undefined && !(await queueIsMigrated(databaseUrl))) {
    return finding(
      about,
      'fault',
      'Jobbkön saknar sina tabeller. Kör hemgang migrate.',
      'The job queue lacks its tables. Run hemgang migrate.',
    );
  }
  const jobs = openJobQueue(jobCatalogue, { databaseUrl, redisUrl }, { warn: () => undefined });
  try {
    const health = await jobs.health();
    return health.reachable
      ? finding(
          about,
          'ok',
          `Jobbkön svarar, ${health.waiting} väntar.`,
          `The job queue answers, ${health.waiting} waiting.`,
        )
      : finding(about, 'fault', 'Jobbkön svarar inte.', 'The job queue does not answer.');
  } finally {
    await jobs.close();
  }
}

/** Whether this machine's clock shows what the database's does. */
export function clockSkew(skewMs: number | null): Finding {
  if (skewMs === null) {
    return finding('clock', 'ok', 'Klockorna går lika.', 'The clocks agree.');
  }
  const seconds = Math.round(Math.abs(skewMs) / SECOND_MS);
  return finding(
    'clock',
    'warning',
    `Den här datorns klocka skiljer sig ${seconds} s från databasens.`,
    `This machine's clock and the database's differ by ${seconds} s.`,
  );
}

/** Whether notices reach their units. */
export async function outbox(service: Service): Promise<Finding> {
  const about = 'outbox';
  const { waiting, oldestAt, parked } = await service.outbox.backlog();
  if (parked > 0) {
    return finding(
      about,
      'fault',
      `${parked} meddelanden har lagts åt sidan och når ingen.`,
      `${parked} notices have been laid aside and reach nobody.`,
    );
  }
  const ageMs = waitedMs(oldestAt, service.clock);
  if (ageMs > WAIT_MAX_MS) {
    return finding(
      about,
      await levelOfDelay(service),
      `${waiting} meddelanden väntar, det äldsta i ${formatAge(ageMs, 'sv')}. Är worker igång?`,
      `${waiting} notices wait, the oldest for ${formatAge(ageMs, 'en')}. Is the worker running?`,
    );
  }
  return finding(about, 'ok', `${waiting} meddelanden väntar.`, `${waiting} notices wait.`);
}

/** Whether reminders fire when they are due. */
export async function timers(service: Service): Promise<Finding> {
  const ageMs = waitedMs(await service.timers.nextFireAt(), service.clock);
  if (ageMs <= WAIT_MAX_MS) {
    return finding('timers', 'ok', 'Ingen påminnelse är sen.', 'No reminder is late.');
  }
  return finding(
    'timers',
    await levelOfDelay(service),
    `En påminnelse skulle ha gått för ${formatAge(ageMs, 'sv')} sedan. Är worker igång?`,
    `A reminder was due ${formatAge(ageMs, 'en')} ago. Is the worker running?`,
  );
}

/** How far the invented county has been lived through. */
export async function seeding(service: Service): Promise<Finding> {
  const about = 'seeding';
  const progress = await service.seeding.load();
  if (progress === null) {
    return finding(about, 'ok', 'Inga påhittade ärenden.', 'No invented cases.');
  }
  const { done, total, finishedAt } = progress;
  return finishedAt === null
    ? finding(
        about,
        'warning',
        `Länet är inte färdigt: ${done} av ${total} ärenden. Kör hemgang seed --rest.`,
        `The county is not complete: ${done} of ${total} cases. Run hemgang seed --rest.`,
      )
    : finding(about, 'ok', `Länet är på plats: ${total} ärenden.`, `${total} invented cases.`);
}

/** What seeding writes bears times of the past, so that it looks late when it has just come. */
async function levelOfDelay(service: Service): Promise<'warning' | 'fault'> {
  const progress = await service.seeding.load();
  return progress !== null && progress.finishedAt === null ? 'warning' : 'fault';
}

function waitedMs(since: Instant | null, clock: Clock): number {
  return since === null ? 0 : Date.parse(clock.now()) - Date.parse(since);
}
