import {
  DatabaseUnavailable,
  examineServer,
  openService,
  RolesDoNotFit,
  ShutOut,
  TablesDoNotFit,
  WorkflowRegistry,
} from '@hemgang/cases';
import { readConfig, type Config } from '@hemgang/config';
import { EngineFault } from '@hemgang/engine';
import { cannot, type Command, type Outcome } from './command';
import * as check from './doctor-checks';
import { erasures } from './doctor-erasures';
import { seals } from './doctor-seals';
import { finding, findingLine, type Finding } from './finding';
import { webhooks } from './webhook-check';

const POOL_SIZE = 2;

/** Looks at everything an operator would be asked about, and says what does not work. */
export const doctor: Command = {
  name: 'doctor',
  usage: '',
  summary: { sv: 'undersöker om allt fungerar', en: 'examines whether everything works' },
  switches: [],
  operands: 0,
  async run({ env, language }): Promise<Outcome> {
    const settings = readConfig(env);
    if (!settings.ok) return cannot(settings.faults.join(' '), settings.faults.join(' '));
    const found = await examine(settings.config);
    return {
      code: found.some(({ level }) => level === 'fault') ? 1 : 0,
      lines: found.map((each) => findingLine(each, language)),
      data: {
        findings: found.map(({ about, level, text }) => ({ about, level, text: text[language] })),
      },
    };
  },
};

/** One finding hides the later ones only when they cannot be looked at without it. */
async function examine(config: Config): Promise<Finding[]> {
  const workflows = soundWorkflows();
  if (workflows.level === 'fault') return [workflows];
  const found = [workflows];
  try {
    const { server, faults } = await examineServer(config.databases);
    found.push(answers(), check.server(server), check.roles(faults));
    return [...found, ...(await ofService(config))];
  } catch (error) {
    if (error instanceof ShutOut) {
      return [...found, check.roles([{ role: error.role, kind: 'shut-out' }])];
    }
    // In production the service refuses such roles; they have been named above.
    if (error instanceof RolesDoNotFit) return found;
    if (error instanceof TablesDoNotFit) return [...found, check.migrations(error.state)];
    if (error instanceof DatabaseUnavailable) return [workflows, silence()];
    throw error;
  }
}

async function ofService(config: Config): Promise<Finding[]> {
  let skewMs: number | null = null;
  const service = await openService({
    databases: config.databases,
    mode: config.mode,
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-cli',
    warn: (_message, fields) => {
      skewMs = Number(fields['skewMs'] ?? 0);
    },
  });
  try {
    return [
      check.migrations('current'),
      await check.queue(config),
      check.clockSkew(skewMs),
      await check.definitions(service),
      await check.outbox(service),
      await webhooks(service),
      await check.timers(service),
      await check.seeding(service),
      await seals(service, config),
      await erasures(service, config),
    ];
  } finally {
    await service.close();
  }
}

function silence(): Finding {
  const text = ['Databasen svarar inte.', 'The database does not answer.'] as const;
  return finding('database', 'fault', ...text);
}

function answers(): Finding {
  return finding('database', 'ok', 'Databasen svarar.', 'The database answers.');
}

function soundWorkflows(): Finding {
  try {
    // Whatever the build has seen.
    const { workflows } = new WorkflowRegistry(undefined, undefined, new Set());
    const names = workflows.map(({ definition }) => `${definition.type} ${definition.version}`);
    const list = names.join(', ');
    return finding('workflows', 'ok', `Processerna är hela: ${list}.`, `Sound: ${list}.`);
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    const [first = ''] = error.message.split('\n');
    return finding('workflows', 'fault', `Processen är trasig: ${first}`, `Not sound: ${first}`);
  }
}
