import { openService, type Service } from '@hemgang/cases';
import { readConfig, type Config } from '@hemgang/config';
import { cannot, type Call, type Outcome } from './command';

/** Commands that only look need no more; seeding asks for its own number. */
const POOL_SIZE = 2;

/** Runs work on the service that the environment names, and closes it again. */
export async function withService(
  { env, warn, registry }: Pick<Call, 'env' | 'warn' | 'registry'>,
  work: (service: Service, config: Config) => Promise<Outcome>,
  poolSize = POOL_SIZE,
): Promise<Outcome> {
  const settings = readConfig(env);
  if (!settings.ok) return cannot(settings.faults.join(' '), settings.faults.join(' '));
  const { config } = settings;
  const service = await openService(
    {
      databases: config.databases,
      mode: config.mode,
      poolSize,
      terms: config.terms,
      applicationName: 'hemgang-cli',
      warn: (message, fields) => warn(`${message} ${JSON.stringify(fields)}`),
    },
    registry,
  );
  try {
    return await work(service, config);
  } finally {
    await service.close();
  }
}
