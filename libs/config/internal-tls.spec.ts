import { readConfig, readMigrationConfig } from './config';

/** As for each role of the database. */
const rolesAt = (url: string) => ({
  DATABASE_READS_URL: url,
  DATABASE_WRITES_URL: url,
  DATABASE_WORKS_URL: url,
});

const production = { HEMGANG_MODE: 'production' };
const host = 'postgres://u:hemligt@db.example.se/h';

describe('in production the way to the database', () => {
  it.each([
    'postgres://u:hemligt@127.0.0.1:5432/h',
    'postgres://u:hemligt@localhost/h',
    'postgres://u:hemligt@[::1]:5432/h',
    'postgres:///h?host=/var/run/postgresql',
    `${host}?sslmode=verify-full`,
    `${host}?sslmode=verify-full&sslrootcert=/etc/ca.pem`,
  ])('is %s', (url) => {
    expect(readConfig({ ...production, ...rolesAt(url) })).toMatchObject({ ok: true });
  });

  it.each([
    host,
    `${host}?sslmode=disable`,
    `${host}?sslmode=prefer`,
    `${host}?sslmode=require`,
    `${host}?sslmode=no-verify`,
    `${host}?sslmode=verify-full&sslmode=disable`,
    `${host}?sslmode=verify-full&ssl=0`,
    'postgres://u:hemligt@127.0.0.1.example.se/h',
    'postgres://u:hemligt@localhost.example.se/h',
    'postgres://u:hemligt@127.0.0.1/h?host=db.example.se',
  ])('is not %s, unless the operator says so', (url) => {
    const result = readConfig({ ...production, ...rolesAt(url) });
    expect(result).toMatchObject({
      ok: false,
      faults: [
        expect.stringMatching(/^DATABASE_READS_URL must say sslmode=verify-full/),
        expect.stringMatching(/^DATABASE_WRITES_URL /),
        expect.stringMatching(/^DATABASE_WORKS_URL /),
      ],
    });
    expect(JSON.stringify(result)).not.toMatch(/hemligt|example/);
    const allowed = { ...production, ...rolesAt(url), INTERNAL_TLS: 'off' };
    expect(readConfig(allowed)).toMatchObject({ ok: true });
    const demo = { HEMGANG_MODE: 'demo', ...rolesAt(url) };
    expect(readConfig(demo)).toMatchObject({ ok: true });
    // The owner's way is no other, also when no mode is named.
    const owner = { DATABASE_URL: url };
    expect(readMigrationConfig(owner)).toMatchObject({
      ok: false,
      faults: [expect.stringMatching(/^DATABASE_URL must say sslmode=verify-full/)],
    });
    for (const more of [{ INTERNAL_TLS: 'off' }, { HEMGANG_MODE: 'demo' }]) {
      expect(readMigrationConfig({ ...owner, ...more })).toMatchObject({ ok: true });
    }
  });

  const databases = rolesAt(`${host}?sslmode=verify-full`);

  it('is as private as that to Redis', () => {
    for (const REDIS_URL of ['rediss://r.example.se:6380', 'redis://127.0.0.1:6379']) {
      expect(readConfig({ ...production, ...databases, REDIS_URL })).toMatchObject({ ok: true });
    }
    const REDIS_URL = 'redis://:hemligt@r.example.se:6379';
    expect(readConfig({ ...production, ...databases, REDIS_URL })).toMatchObject({
      ok: false,
      faults: [expect.stringContaining('rediss://')],
    });
  });
});
