import { readConfig, readMigrationConfig } from './config';
import { derivedUrls } from './database-urls';

/** What an operator sets in production: the programs never see the owner's password. */
const ROLES = {
  DATABASE_READS_URL: 'postgres://hemgang_reads:a@localhost/x',
  DATABASE_WRITES_URL: 'postgres://hemgang_writes:b@localhost/x',
  DATABASE_WORKS_URL: 'postgres://hemgang_works:c@localhost/x',
};

const minimal = { HEMGANG_MODE: 'demo', DATABASE_URL: 'postgres://u:hemligt@localhost:5432/h' };

describe('the settings of a process', () => {
  it('need only a mode and a database', () => {
    expect(readConfig(minimal)).toEqual({
      ok: true,
      config: {
        mode: 'demo',
        databases: derivedUrls(minimal.DATABASE_URL),
        redisUrl: undefined,
        port: 3000,
        host: '127.0.0.1',
        logLevel: 'info',
        publicUrl: undefined,
        issuersFile: undefined,
        sessionIdleMinutes: 30,
        sessionMinutesMax: 600,
        terms: {},
        trustedProxies: ['loopback'],
        rates: { perPerson: 0, perUnit: 0, perAddress: 0 },
      },
    });
  });

  it('listen on every address in production, where the mode is not open to everybody', () => {
    expect(readConfig({ HEMGANG_MODE: 'production', ...ROLES })).toMatchObject({
      config: { mode: 'production', host: '0.0.0.0' },
    });
  });

  it('limit in production how often somebody may call, unless that is switched off', () => {
    const production = { HEMGANG_MODE: 'production', ...ROLES };
    expect(readConfig(production)).toMatchObject({
      config: { rates: { perPerson: 600, perUnit: 6_000, perAddress: 1_200 } },
    });
    expect(readConfig({ ...production, RATE_PER_UNIT: '0' })).toMatchObject({
      config: { rates: { perPerson: 600, perUnit: 0 } },
    });
    expect(readConfig({ ...minimal, RATE_PER_PERSON: '5' })).toMatchObject({
      config: { rates: { perPerson: 5, perUnit: 0 } },
    });
  });

  it('say whose word about a caller is believed, and where holes are told', () => {
    const SECURITY_CONTACT = 'mailto:sakerhet@example.se';
    expect(
      readConfig({ ...minimal, TRUSTED_PROXIES: '10.0.0.0/8, ::1', SECURITY_CONTACT }),
    ).toMatchObject({
      config: { trustedProxies: ['10.0.0.0/8', '::1'], securityContact: SECURITY_CONTACT },
    });
  });

  it('take what is set', () => {
    expect(
      readConfig({
        ...minimal,
        DATABASE_URL: 'postgresql://u:p@localhost/x',
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

  it('refuse access across controllers, which is not built, and say so', () => {
    for (const value of ['on', 'true', '1', 'OFF']) {
      expect(readConfig({ ...minimal, HEMGANG_2022_913: value })).toMatchObject({
        ok: false,
        faults: [expect.stringMatching(/^HEMGANG_2022_913 .*is not built\.$/)],
      });
    }
    for (const value of ['off', '']) {
      expect(readConfig({ ...minimal, HEMGANG_2022_913: value }).ok).toBe(true);
    }
  });

  it.each([
    ['HEMGANG_MODE', ['', 'Demo', 'test', 'development']],
    ['DATABASE_URL', ['', 'localhost', 'mysql://u:p@localhost/x', 'postgres', 'postgres://u@h/x']],
    ['PORT', ['0', '65536', '-1', '3000.5', '0x10', '3000 ']],
    ['SECURITY_CONTACT', ['sakerhet@example.se', 'http://example.se', 'javascript:1']],
    ['TRUSTED_PROXIES', ['*', 'all', '10.0.0.0/8,', 'proxy.example.se']],
    ['RATE_PER_PERSON', ['-1', '1.5', 'many', '10000000']],
    ['INTERNAL_TLS', ['on', 'false']],
  ] as const)('refuse a %s that is wrong, without repeating it', (name, values) => {
    for (const value of values) {
      const result = readConfig({ ...minimal, [name]: value });
      expect(result).toMatchObject({ ok: false, faults: [expect.stringContaining(name)] });
    }
    const secret = readConfig({ ...minimal, DATABASE_URL: 'http://u:hemligt@h' });
    expect(JSON.stringify(secret)).not.toContain('hemligt');
  });

  it("name three roles of the database, in demo mode with passwords that follow from the owner's", () => {
    const urls = derivedUrls(minimal.DATABASE_URL);
    const parts = Object.values(urls).map((url) => new URL(url));
    expect(parts.map(({ username }) => username)).toEqual([
      'hemgang_reads',
      'hemgang_writes',
      'hemgang_works',
    ]);
    expect(new Set(parts.map(({ password }) => password)).size).toBe(3);
    for (const { password, host, pathname } of parts) {
      expect(password).toMatch(/^[\w-]{43}$/);
      expect([host, pathname]).toEqual(['localhost:5432', '/h']);
    }
    expect(derivedUrls(minimal.DATABASE_URL)).toEqual(urls);
    expect(readConfig({ ...minimal, ...ROLES })).toMatchObject({
      config: { databases: { reads: ROLES.DATABASE_READS_URL } },
    });
  });

  it('derive nothing in production', () => {
    expect(readConfig({ ...minimal, HEMGANG_MODE: 'production' })).toEqual({
      ok: false,
      faults: [
        expect.stringMatching(/^DATABASE_READS_URL /),
        expect.stringMatching(/^DATABASE_WRITES_URL /),
        expect.stringMatching(/^DATABASE_WORKS_URL /),
      ],
    });
    const { DATABASE_WORKS_URL: _, ...two } = ROLES;
    expect(readConfig({ ...two, HEMGANG_MODE: 'production' })).toMatchObject({
      faults: [expect.stringMatching(/^DATABASE_WORKS_URL /)],
    });
  });
});

describe('the settings of a migration', () => {
  it('need only the owner, and know the roles when they are set or can be derived', () => {
    const ownerUrl = minimal.DATABASE_URL;
    const known = readMigrationConfig(minimal);
    expect(known).toEqual({ ok: true, config: { ownerUrl, databases: derivedUrls(ownerUrl) } });
    expect(readMigrationConfig({ DATABASE_URL: ownerUrl })).toEqual({
      ok: true,
      config: { ownerUrl, databases: null },
    });
    expect(readMigrationConfig({ DATABASE_URL: ownerUrl, ...ROLES })).toMatchObject({
      config: { databases: { works: ROLES.DATABASE_WORKS_URL } },
    });
  });

  it.each([{}, { DATABASE_URL: 'mysql://u:hemligt@h' }])('refuse %j', (env) => {
    const refused = readMigrationConfig(env);
    expect(refused).toMatchObject({ ok: false, faults: [expect.stringMatching(/^DATABASE_URL /)] });
    expect(JSON.stringify(refused)).not.toContain('hemligt');
  });
});
