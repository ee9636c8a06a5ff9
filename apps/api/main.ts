import { inspect, types } from 'node:util';
import {
  DatabaseNotTrusted,
  DatabaseUnavailable,
  openService,
  RolesDoNotFit,
  TablesDoNotFit,
  type Service,
} from '@hemgang/cases';
import { accessSettings } from '@hemgang/access';
import { readConfig, type Config } from '@hemgang/config';
import { createLogger, lastResort, type Logger } from '@hemgang/observability';
import { createApi, type Api } from './application';
import { edgeSettings } from './edge/edge-settings';
import { noteIn } from './sign-in/note-sign-in';

/** Commands use one connection for two or three milliseconds, so a few serve very many. */
const POOL_SIZE = 12;

/**
 * Whoever stops us kills us after three seconds, on a busy machine too; a statement that hangs may
 * take longer to end.
 */
const STOP_MS_MAX = 2_000;

const UNREACHABLE = 'The database cannot be reached at its addresses (DATABASE_…_URL).';

/** A reason not to start that the person at the terminal can mend. */
class StartRefused extends Error {}

async function main(): Promise<void> {
  const settings = readConfig(process.env);
  if (!settings.ok) throw new StartRefused(settings.faults.join('\n'));
  const { config } = settings;
  const edge = edgeSettings(config);
  if (!('limits' in edge)) throw new StartRefused(edge.join('\n'));
  const logger = createLogger('api', config.logLevel);
  lastResort(logger);
  const service = await openedService(config, logger);
  const api = await createApi({ service, mode: config.mode, logger, edge });
  await listen(api, config);
  logger.info({ port: config.port, mode: config.mode }, 'the API listens');
  stopOnSignal(api, service, logger);
}

/** What an operator mends; each says how. */
const KNOWN = [TablesDoNotFit, RolesDoNotFit, DatabaseNotTrusted];

async function openedService(config: Config, logger: Logger): Promise<Service> {
  const access = accessSettings(config);
  if (!('issuers' in access)) throw new StartRefused(access.join('\n'));
  return openService({
    databases: config.databases,
    mode: config.mode,
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-api',
    access,
    terms: config.terms,
    ...(config.emergencyMinutes && { emergencyMinutes: config.emergencyMinutes }),
    noteSignIn: noteIn(logger),
    warn: (message, fields) => logger.warn(fields, message),
  }).catch((error: unknown) => {
    if (error instanceof DatabaseUnavailable) throw new StartRefused(UNREACHABLE);
    const isKnown = KNOWN.some((kind) => error instanceof kind);
    throw isKnown && error instanceof Error ? new StartRefused(error.message) : error;
  });
}

async function listen({ app }: Api, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new StartRefused(`Port ${port} is used by another program. Set PORT to a free one.`);
  }
}

/** Ends cleanly: first the requests, then what they stand on. A second signal kills. */
function stopOnSignal(api: Api, service: Service, logger: Logger): void {
  const stop = async (): Promise<void> => {
    logger.info('the API stops');
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    await api.stop();
    await service.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function codeOf(error: unknown): unknown {
  return types.isNativeError(error) && 'code' in error ? error.code : undefined;
}

main().catch((error: unknown) => {
  // Nothing of a patient has been touched yet, so a fault may be told whole.
  const words = error instanceof StartRefused ? error.message : inspect(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
