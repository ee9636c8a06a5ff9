import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout } from './source-tree';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly restart: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly deploy?: { readonly replicas: number };
  readonly depends_on: Readonly<Record<string, { readonly condition: string }>>;
}

const dockerfile = readFileSync(join(checkout, 'docker/Dockerfile'), 'utf8');
const composeText = readFileSync(join(checkout, 'docker/compose.yaml'), 'utf8');
const { services } = parse(composeText, { merge: true }) as {
  services: Record<'postgres' | 'redis' | 'migrate' | 'api' | 'worker', Service>;
};

/** Settings that hold a secret in plain text instead of a variable that has to be given. */
function plainSecrets(compose: string): string[] {
  const secret = /(password|secret|token|key): *(?!GIVEN)\S|:\/\/\w+:(?!GIVEN|\d+$)/i;
  return compose
    .split('\n')
    .filter((line) => secret.test(line.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'GIVEN')));
}

/** Images that may change under the same name: without a tag, or with `latest`. */
function floating(images: readonly string[]): string[] {
  return images.filter((image) => !/:(?!latest)[\w$]/.test(image));
}

describe('the image', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  it('is built in stages from Node 24', () => {
    expect(stages).toHaveLength(4);
    expect(stages[0]).toMatch(/^node:24-/);
    expect(floating([stages[0]?.split(' ')[0] ?? ''])).toEqual([]);
  });

  it('runs in production mode and not as root', () => {
    expect(last).toContain('HEMGANG_MODE=production');
    expect(last.match(/^USER (.*)$/gm)).toEqual(['USER node']);
  });

  it('holds no development packages and no embedded database', () => {
    expect(last).toContain('--from=packages /app/node_modules');
    expect(dockerfile).toMatch(/AS packages\nRUN npm ci --omit=dev --omit=optional/);
  });

  it('starts the API and tells whether it is ready', () => {
    expect(last).toContain('/health/ready');
    expect(last.trimEnd().endsWith('CMD ["node", "dist/programs/api.js"]')).toBe(true);
  });
});

describe('the installation', () => {
  it('runs two of each program on one migrated database', () => {
    for (const { deploy, depends_on } of [services.api, services.worker]) {
      expect(deploy?.replicas).toBe(2);
      expect(depends_on['migrate']?.condition).toBe('service_completed_successfully');
    }
    expect(services.worker.command).toEqual(['node', 'dist/programs/worker.js']);
  });

  it('migrates once, as the owner of the tables, before anything else starts', () => {
    const { command, restart, environment, depends_on } = services.migrate;
    expect(command).toEqual(['node', 'dist/programs/cli.js', 'migrate']);
    expect(restart).toBe('no');
    expect(environment['DATABASE_URL']).toMatch(/^postgres:\/\/hemgang_owner:/);
    for (const { environment: programs } of [services.api, services.worker]) {
      expect(programs['DATABASE_URL']).toBeUndefined();
      const names = Object.values(programs).flatMap(
        (text) => /^postgres:\/\/(\w+):/.exec(text)?.[1] ?? [],
      );
      expect(names).toEqual(['hemgang_reads', 'hemgang_writes', 'hemgang_works']);
      expect(environment).toMatchObject(
        Object.fromEntries(
          Object.entries(programs).filter(([name]) => name.startsWith('DATABASE')),
        ),
      );
    }
    expect(Object.keys(depends_on)).toEqual(['postgres']);
  });

  it('uses PostgreSQL 18 and Redis 8, and no image that changes under its name', () => {
    expect(services.postgres.image).toBe('postgres:18');
    expect(services.redis.image).toBe('redis:8');
    expect(floating(Object.values(services).map(({ image }) => image))).toEqual([]);
    expect(floating(['postgres', 'postgres:latest', 'postgres:18'])).toEqual([
      'postgres',
      'postgres:latest',
    ]);
  });

  it('keeps no secret', () => {
    expect(plainSecrets(composeText)).toEqual([]);
    const bad = [
      '  POSTGRES_PASSWORD: hemligt',
      '  API_TOKEN: ${TOKEN:-hemligt}',
      '  DATABASE_URL: postgres://a:hemligt@b/c',
    ];
    expect(plainSecrets(bad.join('\n'))).toEqual(bad);
  });
});
