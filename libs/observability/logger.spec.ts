import { createLogger } from './logger';
import { NestLogger } from './nest-logger';
import { inTrace } from './trace';

const PERSONNUMMER = '19460529-9817';

/** A logger and what it has written so far. */
function logbook(level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  const logger = createLogger('api', level, { write: (line: string) => void lines.push(line) });
  const entries = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, lines, entries };
}

describe('the log', () => {
  it('is one JSON object per line with level, time, process and message', () => {
    const { logger, entries } = logbook();
    logger.info({ route: '/api/v1/:type' }, 'answered');
    expect(entries()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        app: 'api',
        pid: process.pid,
        route: '/api/v1/:type',
        msg: 'answered',
      },
    ]);
  });

  it('names the trace it was written in, across awaits, and only there', async () => {
    const { logger, entries } = logbook();
    await inTrace('a'.repeat(32), async () => {
      await Promise.resolve();
      logger.info('inside');
    });
    logger.info('outside');
    expect(entries().map(({ trace }) => trace)).toEqual(['a'.repeat(32), undefined]);
  });

  it('keeps back what an error says and holds, and tells its kind, code and place', () => {
    const { logger, lines, entries } = logbook();
    const driver = Object.assign(new Error(`Key (number)=(${PERSONNUMMER})\n  at home`), {
      code: '23505',
      constraint: 'persons_number_key',
      detail: `(${PERSONNUMMER}) exists`,
      parameters: [PERSONNUMMER],
    });
    logger.error({ err: new TypeError(`no ${PERSONNUMMER}`, { cause: driver }) }, 'failed');
    expect(lines.join('')).not.toContain(PERSONNUMMER);
    expect(lines.join('')).not.toContain('at home');
    expect(entries()[0]?.['err']).toMatchObject({
      type: 'TypeError',
      at: expect.arrayContaining([expect.stringContaining('logger.spec.ts')]),
      cause: { type: 'Error', code: '23505', constraint: 'persons_number_key' },
    });
  });

  it('says little of a thrown value that is no error', () => {
    const { logger, lines, entries } = logbook();
    logger.error({ err: PERSONNUMMER }, 'failed');
    expect(lines.join('')).not.toContain(PERSONNUMMER);
    expect(entries()[0]?.['err']).toEqual({ type: 'string' });
  });
});

describe("Nest's own lines", () => {
  it('are for debugging, except warnings and errors', () => {
    const { logger, entries } = logbook();
    const nest = new NestLogger(logger);
    nest.log('Mapped {/health}', 'RouterExplorer');
    nest.warn('slow', 'Bootstrap');
    nest.error(new Error(PERSONNUMMER), 'ExceptionsHandler');
    nest.fatal(PERSONNUMMER, 'stack', 'ExceptionsHandler');
    expect(entries().map(({ level, context }) => [level, context])).toEqual([
      ['warn', 'Bootstrap'],
      ['error', 'ExceptionsHandler'],
      ['error', 'ExceptionsHandler'],
    ]);
    expect(JSON.stringify(entries())).not.toContain(PERSONNUMMER);
  });

  it('appear when somebody searches for a fault', () => {
    const { logger, entries } = logbook('debug');
    new NestLogger(logger).log('Mapped {/health}', 'RouterExplorer');
    expect(entries()).toMatchObject([
      { level: 'debug', context: 'RouterExplorer', msg: 'Mapped {/health}' },
    ]);
  });
});
