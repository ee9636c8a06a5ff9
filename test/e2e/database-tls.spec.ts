import { DatabaseNotTrusted } from '@hemgang/cases';
import { settingsOf, type DatabaseUrls } from '@hemgang/config';
import { describeWith } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import { Authority, type Certificate } from './certificates.fixture';
import { inProduction, OwnServer, rolesAt } from './own-server.fixture';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(240_000);

/** Who comes without TLS is not let in, but for the one who sets the server up. */
const ONLY_TLS = `
host    all postgres 127.0.0.1/32 scram-sha-256
hostssl all all      127.0.0.1/32 scram-sha-256
`;

const RELOAD = 'select pg_reload_conf()';

const IN_THE_CLEAR = `
  select count(*)::int as n from pg_stat_ssl join pg_stat_activity using (pid)
  where usename like 'hemgang%' and not ssl`;

const ENCRYPTED = IN_THE_CLEAR.replace('not ssl', 'ssl');

describeWith('openssl', 'in production the way to the database', () => {
  let server: OwnServer;
  let trusted: Authority;
  let stranger: Authority;

  beforeAll(async () => {
    server = await OwnServer.start();
    trusted = Authority.make();
    stranger = Authority.make();
    await presents(trusted.certify('IP:127.0.0.1'));
    server.keep('data/pg_hba.conf', ONLY_TLS);
    await server.asSuperuser('alter system set ssl = on', RELOAD);
  });

  afterAll(async () => {
    await server.stop();
    trusted.remove();
    stranger.remove();
  });

  /** From its next connection on. */
  async function presents({ certificate, key }: Certificate): Promise<void> {
    server.keep('data/server.crt', certificate);
    server.keep('data/server.key', key);
    await server.asSuperuser(RELOAD);
  }

  /** An address as an operator writes it for a server behind a certificate of that authority. */
  function verified(url: string, { certificateFile }: Authority): string {
    return `${url}?sslmode=verify-full&sslrootcert=${certificateFile}`;
  }

  function rolesVerified(by: Authority): DatabaseUrls {
    const { reads, writes, works } = rolesAt(server.ownerUrl);
    return {
      reads: verified(reads, by),
      writes: verified(writes, by),
      works: verified(works, by),
    };
  }

  const migrate = (by: Authority) =>
    server.migrate(rolesVerified(by), { DATABASE_URL: verified(server.ownerUrl, by) });

  /** Migration, programs and the operator's tool: none says a word to who answers. */
  async function mustRefuse(by: Authority, why: string): Promise<void> {
    const { code, err } = await migrate(by);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`(${why})`) });
    await expect(inProduction(rolesVerified(by))).rejects.toThrow(DatabaseNotTrusted);
    const env = settingsOf(rolesVerified(by));
    const clock = await hemgang(['clock', '--lang', 'en'], server.ownerUrl, {
      mode: 'production',
      env,
    });
    expect(clock.err).toContain(`The database is not trusted (${why})`);
  }

  it('is encrypted on every connection where the right authority vouches for the host', async () => {
    expect(await migrate(trusted)).toMatchObject({ code: 0, err: '' });
    const service = await inProduction(rolesVerified(trusted));
    expect((await service.health()).migrations).toBe('current');
    expect(await server.first<{ n: number }>(IN_THE_CLEAR)).toEqual({ n: 0 });
    // Three pools, and the one that listens to the doorbell.
    expect((await server.first<{ n: number }>(ENCRYPTED)).n).toBeGreaterThanOrEqual(4);
    await service.close();
    const env = settingsOf(rolesVerified(trusted));
    const { out } = await hemgang(['doctor', '--lang', 'en'], server.ownerUrl, {
      mode: 'production',
      env,
    });
    expect(out).toMatch(/^ok +queue/m);
  });

  it('is not gone when another authority vouches for the host', async () => {
    await mustRefuse(stranger, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('is not gone when the right authority vouches for another host', async () => {
    await presents(trusted.certify('DNS:localhost'));
    await mustRefuse(trusted, 'ERR_TLS_CERT_ALTNAME_INVALID');
    await presents(trusted.certify('IP:127.0.0.1'));
    expect((await migrate(trusted)).code).toBe(0);
  });

  it('is not gone in the clear when the server speaks no TLS', async () => {
    await server.asSuperuser('alter system set ssl = off', RELOAD);
    server.keep('data/pg_hba.conf', ONLY_TLS.replace('hostssl', 'host'));
    await server.asSuperuser(RELOAD);
    await mustRefuse(trusted, 'it speaks no TLS');
  });
});
