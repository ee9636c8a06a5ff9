import { readConfig } from './config';

const minimal = { HEMGANG_MODE: 'demo', DATABASE_URL: 'postgres://u:hemligt@localhost:5432/h' };

describe('the settings of a process', () => {
  it('need only a mode and a database', () => {
    expect(readConfig(minimal)).toEqual({
      ok: true,
      config: {
        mode: 'demo',
        databaseUrl: minimal.DATABASE_URL,
        redisUrl: undefined,
        port: 3000,
        host: '127.0.0.1',
        logLevel: 'info',
        publicUrl: undefined,
        issuersFile: undefined,
        sessionIdleMinutes: 30,
        sessionMinutesMax: 600,
        terms: {},
      },
    });
  });

  it('listen on every address in production, where the mode is not open to everybody', () => {
    expect(readConfig({ ...minimal, HEMGANG_MODE: 'production' })).toMatchObject({
      config: { mode: 'production', host: '0.0.0.0' },
    });
  });

  it('take what is set', () => {
    expect(
      readConfig({
        ...minimal,
        DATABASE_URL: 'postgresql://h/x',
        REDIS_URL: 'redis://r:6379',
        PORT: '8080',
        HOST: '::1',
        LOG_LEVEL: 'debug',
      }),
    ).toMatchObject({
      config: { redisUrl: 'redis://r:6379', port: 8080, host: '::1', logLevel: 'debug' },
    });
  });

  it('treat an empty value as not set', () => {
    const env = { ...minimal, REDIS_URL: '', PORT: '', HOST: '', LOG_LEVEL: '' };
    expect(readConfig(env)).toEqual(readConfig(minimal));
  });

  it('list every fault at once', () => {
    const result = readConfig({ REDIS_URL: 'r', PORT: 'x', HOST: 'a b', LOG_LEVEL: 'loud' });
    expect(result.ok).toBe(false);
    expect(result).toMatchObject({
      faults: [
        expect.stringMatching(/^HEMGANG_MODE /),
        expect.stringMatching(/^DATABASE_URL /),
        expect.stringMatching(/^REDIS_URL /),
        expect.stringMatching(/^PORT /),
        expect.stringMatching(/^HOST /),
        expect.stringMatching(/^LOG_LEVEL /),
      ],
    });
  });

  it.each([
    ['HEMGANG_MODE', ['', 'Demo', 'test', 'development']],
    ['DATABASE_URL', ['', 'localhost', 'mysql://h/x', 'postgres']],
    ['PORT', ['0', '65536', '-1', '3000.5', '0x10', '3000 ']],
  ] as const)('refuse a %s that is wrong, without repeating it', (name, values) => {
    for (const value of values) {
      const result = readConfig({ ...minimal, [name]: value });
      expect(result).toMatchObject({ ok: false, faults: [expect.stringContaining(name)] });
    }
    const secret = readConfig({ ...minimal, DATABASE_URL: 'http://u:hemligt@h' });
    expect(JSON.stringify(secret)).not.toContain('hemligt');
  });
});
