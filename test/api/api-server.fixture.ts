import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessSettings } from '@hemgang/access';
import { openService, type CaseView, type Service, type ServiceOptions } from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { createLogger } from '@hemgang/observability';
import { openDatabase, SessionStore } from '@hemgang/store';
import { ANNA, County, registryInUse } from '@hemgang/testing';
import { createApi } from '../../apps/api/application';
import type { EdgeSettings } from '../../apps/api/edge/edge-settings';
import { noteIn } from '../../apps/api/sign-in/note-sign-in';
import type { WebFiles } from '../../apps/api/web/web-files';
import { TEXT, type TestFile } from './sample-files.fixture';

/** Longer than any spec, also one that moves the demo's clock. */
const SESSION_MS = 1_000 * HOUR_MS;

/** A first start translates the packages of Nest and migrates a database, on busy cores. */
jest.setTimeout(60_000);

/** As the process has. */
const POOL_SIZE = 12;

/** An answer as the tests look at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is no JSON. */
  readonly body: unknown;
}

interface Sending {
  readonly user?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API over real HTTP, on the demo county and a database of its own. No worker runs. */
export class ApiServer {
  private readonly tokens = new Map<string, string>();

  private constructor(
    /** The same database without HTTP. */
    readonly county: County,
    readonly url: string,
    /** Everything the process has logged, one JSON object per line. */
    readonly log: readonly string[],
    readonly stop: () => Promise<void>,
  ) {}

  /**
   * @param web the web app to serve; none when left out
   * @param reachedBy gives the API a way of its own to the database
   * @param access who vouches for people; nobody when left out
   * @param edge how it meets the outside; as a demo does when left out
   */
  static async start(
    mode: 'demo' | 'production' = 'demo',
    web?: WebFiles,
    reachedBy?: (databaseUrl: string) => Promise<string>,
    access?: AccessSettings,
    edge?: EdgeSettings,
  ): Promise<ApiServer> {
    const county = await County.open(mode);
    const log: string[] = [];
    const nowhere = mkdtempSync(join(tmpdir(), 'hemgang-no-web-'));
    const logger = createLogger('api', 'debug', { write: (line: string) => void log.push(line) });
    const databaseUrl = (await reachedBy?.(county.databaseUrl)) ?? county.databaseUrl;
    const isOwn = reachedBy !== undefined || access !== undefined;
    const service = isOwn
      ? await serviceOn({
          databases: derivedUrls(databaseUrl),
          mode,
          ...(access && { access }),
          noteSignIn: noteIn(logger),
        })
      : county.service;
    const api = await createApi({
      service,
      mode,
      logger,
      web: web ?? { folder: nowhere, paths: new Set() },
      ...(edge && { edge }),
    });
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const stop = async (): Promise<void> => {
      await api.stop();
      if (service !== county.service) await service.close();
      await county.close();
      rmSync(nowhere, { recursive: true });
    };
    return new ApiServer(county, `http://127.0.0.1:${port}`, log, stop);
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** A session of a demo user, made without HTTP so that it works in every mode. */
  async token(user: string): Promise<string> {
    const known = this.tokens.get(user);
    if (known !== undefined) return known;
    const token = await sessionOf(this.county, user);
    this.tokens.set(user, token);
    return token;
  }

  /** A new case of Anna's ward. */
  async admit(): Promise<CaseView> {
    return caseOf(await this.post('/api/v1/discharges', this.county.admission(), ANNA));
  }

  /** A case that Maria's unit has been told of. */
  async told(): Promise<CaseView> {
    return (await this.county.told()).view;
  }

  get(path: string, user?: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, { ...(user === undefined ? {} : { user }), headers });
  }

  /** Sends a body as JSON, with an Idempotency-Key of its own unless one is named. */
  post(path: string, body: unknown, user?: string, headers: Record<string, string> = {}) {
    return this.send('POST', path, JSON.stringify(body), {
      ...(user === undefined ? {} : { user }),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
    });
  }

  /** Sends a file as it is, with an Idempotency-Key of its own unless one is named. */
  sendFile(
    path: string,
    { name, type, bytes }: TestFile,
    user?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.send('POST', path, bytes, {
      ...(user === undefined ? {} : { user }),
      headers: {
        'content-type': type,
        'x-file-name': encodeURIComponent(name),
        'idempotency-key': randomUUID(),
        ...headers,
      },
    });
  }

  /** Calls an operation by its own method; one that takes files gets a short text. */
  call(
    method: string,
    path: string,
    body: unknown,
    user?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    if (method === 'POST') {
      return /\/attachments(?:\?|$)/.test(path)
        ? this.sendFile(path, TEXT, user, headers)
        : this.post(path, body, user, headers);
    }
    return this.send(method, path, undefined, {
      ...(user === undefined ? {} : { user }),
      headers,
    });
  }

  /** Sends a request exactly as given. */
  async send(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    { user, headers = {} }: Sending = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(user === undefined ? {} : { authorization: `Bearer ${await this.token(user)}` }),
        ...headers,
      },
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }
}

type Own = Pick<ServiceOptions, 'databases' | 'mode' | 'access' | 'noteSignIn'>;

function serviceOn(own: Own): Promise<Service> {
  const options = {
    ...own,
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-test',
    warn: () => undefined,
  };
  return openService(options, registryInUse());
}

async function sessionOf(county: County, user: string): Promise<string> {
  const { service, databaseUrl } = county;
  const { staff, purpose } = county.reader(user);
  const options = { databaseUrl, poolSize: 1, applicationName: 'hemgang-test' };
  const database = await openDatabase(options);
  const createdAt = service.clock.now();
  const expiresAt = plusMs(createdAt, SESSION_MS);
  const token = await new SessionStore(database).create({
    ...{ staff, assignment: user, purpose, createdAt, expiresAt, idleMs: SESSION_MS },
    mayActAs: [{ id: user, purpose }],
    by: null,
    steppedUpUntil: null,
  });
  await database.close();
  return token;
}

/** The case of an answer that must be one. */
export function caseOf({ status, body, text }: Answer): CaseView {
  if (status !== 200 && status !== 201) throw new Error(`answered ${status}: ${text}`);
  return body as CaseView;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
