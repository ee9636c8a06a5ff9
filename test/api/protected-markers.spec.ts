import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import type { Reader } from '@hemgang/access';
import { readConfig, type Config } from '@hemgang/config';
import { demoPatient } from '@hemgang/demo';
import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { createLogger } from '@hemgang/observability';
import {
  ANNA,
  describeWith,
  HELENA,
  IS_FULL,
  MARIA,
  PETER,
  query,
  recordFinding,
  startRedis,
  SUSANNE,
} from '@hemgang/testing';
import writeExcelFile from 'write-excel-file/node';
import { apiDocument } from '../../apps/api/openapi/document';
import { pdfOf } from '../../apps/api/settlement/pdf';
import { startWorker } from '../../apps/worker/start-worker';
import { hemgang } from '../cli/run';
import { ApiServer } from './api-server.fixture';
import { keepJobs, keptJobs, plantJob, RedisEar } from './jobs-seen.fixture';
import { SAY_WHERE, Scan, tablesAsText, wordsOf, type Markers } from './markers.fixture';
import { StreamReader } from './stream.fixture';
import { textIn, textOf } from './text-in-files.fixture';

const JOHAN = 'johan-holmgren-nus-geriatrik-1';
const ERIK = 'erik-sandstrom-nus-medicin-2';
const SARA = 'sara-wiklund-umea-hemsjukvard-norr';

/** Every role at every party, and who is none. */
const READERS = [ANNA, ERIK, MARIA, HELENA, SARA, SUSANNE, PETER, JOHAN];
/** Who gives each command, in vain or not: of each party one, and in the full run who is none. */
const GIVERS = IS_FULL ? [ANNA, MARIA, HELENA, PETER] : [ANNA, MARIA];
const RECEIVERS = ['umea-bistand-norr', 'ersboda-halsocentral'];
const DAY_MS = 24 * HOUR_MS;

const HIDDEN: Markers = {
  name: 'Gömdis Markörström',
  number: demoPatient(901).number,
  address: 'Markörgränd 41, 621 57 Visby',
  municipality: '0980',
};
/** Ends her stay and is settled: her municipality pays, so that alone is no marker. */
const PAID: Markers = { ...HIDDEN, number: demoPatient(902).number, municipality: '2480' };
/** Was registered by mistake: a draft of an incident tells of it. */
const MISTAKEN: Markers = { ...HIDDEN, number: demoPatient(905).number };
/** Somebody who does not hide: the same walk must find her, or it finds nothing. */
const OPEN: Markers = {
  name: 'Öppnis Kontrollström',
  number: demoPatient(903).number,
  address: 'Kontrollgränd 9, 111 11 Stockholm',
  municipality: '0180',
};

describe('people with a protected identity, planted in a living county', () => {
  let api: ApiServer;
  let stop: () => Promise<void>;
  let folder: string;
  const workerLog: string[] = [];
  const ids: Record<string, string> = {};
  const hidden = new Scan(
    [...new Set([HIDDEN, PAID, MISTAKEN].flatMap(wordsOf))].filter((w) => w !== '"2480"'),
  );
  const open = new Scan(wordsOf(OPEN));
  const byNamed: string[] = [];

  const fresh = (user: string): Reader => ({
    ...api.county.reader(user),
    steppedUpUntil: plusMs(api.county.service.clock.realNow(), 9_000 * HOUR_MS),
  });

  const stay = async (who: Markers, more: object = {}): Promise<string> => {
    const { county } = api;
    const { caseId } = await county.admit({
      ...county.admission(),
      patient: { ...who, ...more },
      needs: { socialServices: true, municipalHealthCare: false, openCare: true },
    });
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const notice = { receivers: RECEIVERS, expectedDischargeAt, folkbokforingsadress: who.address };
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice);
    await county.give(caseId, 'acknowledge', MARIA);
    const answer = { answer: 'known', currentMeasures: `Hemtjänst hos ${who.name}.` };
    await county.give(caseId, 'answer', MARIA, answer);
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    return caseId;
  };

  /** The ward finds out that it chose the wrong person, and says whom. */
  const mistake = async (who: Markers): Promise<string> => {
    const { county } = api;
    const patient = { ...who, protection: 'protected' };
    const { caseId } = await county.told({ ...county.admission(), patient });
    const reason = `Det var inte ${who.name}.`;
    await county.give(caseId, 'strike-wrong-person', ANNA, { reason });
    return caseId;
  };

  const plant = async (): Promise<void> => {
    const { county } = api;
    ids['paid'] = await stay(PAID, { protection: 'marked' });
    await county.service.advanceClock(6 * DAY_MS);
    await county.give(ids['paid'], 'discharge', ANNA);
    const month = localDate(county.service.clock.now()).slice(0, 7);
    await county.service.advanceClock(35 * DAY_MS);
    const settlement = await county.open('settlements', { municipality: '2480', month }, SUSANNE);
    ids['settlements'] = settlement.caseId;
    ids['discharges'] = await stay(HIDDEN, { protection: 'protected' });
    ids['open'] = await stay(OPEN);
    const values = { category: 'annat', consequence: 'ingen', to: 'nus-medicin-2' };
    const report = { ...values, about: ids['discharges'] };
    ids['avvikelser'] = (await county.open('avvikelser', report, MARIA)).caseId;
    const wanted = { patient: { ...HIDDEN, protection: 'protected' }, need: 'Stöd.' };
    ids['sips'] = (await county.open('sips', wanted, HELENA)).caseId;
    const { protection, blocks, emergencies } = county.service.guards;
    const staff = ['maria-forsberg', 'peter-holmlund'];
    await protection.nameContacts(fresh(MARIA), {
      caseId: ids['discharges'],
      staff,
      phone: '090-1',
    });
    await blocks.block(fresh(HELENA), ids['discharges'], 'patient');
    await blocks.object(fresh(MARIA), ids['discharges'], 'patient');
    const reason = { reason: 'treats-now', words: 'Akut.' } as const;
    await emergencies.open(fresh(JOHAN), { number: HIDDEN.number, ...reason });
    ids['mistaken'] = await mistake(MISTAKEN);
  };

  const untilCarried = async (): Promise<void> => {
    const isCarried = async () => (await api.county.service.outbox.backlog()).waiting === 0;
    expect(await waitUntil(isCarried, 20_000)).toBe(true);
  };

  beforeAll(async () => {
    api = await ApiServer.start();
    folder = mkdtempSync(join(tmpdir(), 'hemgang-markers-'));
    await keepJobs(api.county.databaseUrl);
    stop = await startWorker(configOf(api.county.databaseUrl), workersLog());
    await plant();
    await untilCarried();
    const [draft] = await query<{ id: string }>(
      api.county.databaseUrl,
      `select id::text from incidents where case_id = '${ids['mistaken'] ?? ''}'`,
    );
    ids['incidents'] = draft?.id ?? '';
  }, 120_000);

  const workersLog = () =>
    createLogger('worker', 'debug', { write: (line) => void workerLog.push(line) });

  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true });
    await api.stop();
  });

  const both = (kind: string, where: string, text: string): void => {
    hidden.look(kind, where, text);
    open.look(kind, where, text);
  };

  /** What one reader is answered; what the named may see is noted and no hit. */
  const ask = async (method: string, path: string, user: string): Promise<void> => {
    const headers = { authorization: `Bearer ${await api.token(user)}`, 'idempotency-key': path };
    const json = { 'content-type': 'application/json' };
    const body = method === 'POST' ? { body: '{}', headers: { ...headers, ...json } } : { headers };
    const answer = await textOf(await fetch(`${api.url}${path}`, { method, ...body }));
    const where = `${method} ${path} as ${user}`;
    open.look('answers', where, answer);
    const before = hidden.hits.length;
    const found = hidden.look('answers', where, answer);
    const mayKnow = user === MARIA && path.includes(ids['discharges'] ?? '');
    const isAllowed = ({ marker }: { marker: string }) =>
      !HIDDEN.address.startsWith(marker) && marker !== `"${HIDDEN.municipality}"`;
    if (mayKnow && found.length > 0 && found.every(isAllowed)) {
      hidden.hits.splice(before);
      byNamed.push(where);
    }
  };

  /** Every address of the document, with real cases in it. */
  const addresses = (): { method: string; path: string }[] => {
    const { paths } = apiDocument(api.county.service.registry.workflows, 'demo');
    return Object.entries(paths).flatMap(([path, methods]) => {
      const type = path.split('/')[3] ?? '';
      const cases = [
        ids[type] ?? '1',
        ...(type === 'discharges' ? [ids['paid'], ids['open']] : []),
      ];
      return Object.keys(methods).flatMap((method) =>
        cases.slice(0, path.includes('{id}') ? cases.length : 1).map((id) => ({
          method: method.toUpperCase(),
          path: path
            .replace('{id}', String(id))
            .replace('{handover}', 'h2-1')
            .replace('{event}', '1')
            .replace(/\{\w+\}/, 'nobody'),
        })),
      );
    });
  };

  it('are told of in no stream', async () => {
    const token = await api.token(MARIA);
    const stream = await StreamReader.open(`${api.url}/api/v1/stream`, {
      authorization: `Bearer ${token}`,
    });
    await api.county.give(ids['discharges'] ?? '', 'tick-readiness', ANNA, {
      item: 'key',
      status: 'done',
    });
    await stream.until((sent) => sent.length > 0);
    stream.close();
    both('streams', 'case changes', JSON.stringify(stream.sent));
    expect(hidden.hits).toEqual([]);
  }, 60_000);

  it('are told of in no answer to anybody, but to the two named', async () => {
    const row = await api.get(`/api/v1/settlements/${ids['settlements'] ?? ''}`, SUSANNE);
    const [first] = (row.body as { settlement: { rows: { id: string }[] } }).settlement.rows;
    const identity = `/api/v1/settlements/${ids['settlements'] ?? ''}/rows/${first?.id ?? ''}/identity`;
    for (const user of [SUSANNE, PETER]) await ask('GET', identity, user);
    const left = ['/stream', '/sign-out', '/clock/advance', '/makulera-case', '/sign-in'];
    const all = addresses().filter(({ path }) => !left.some((end) => path.includes(end)));
    const reads = all.filter(({ method }) => method === 'GET');
    for (const user of READERS) for (const { path } of reads) await ask('GET', path, user);
    const given = all.filter(({ method }) => method === 'POST');
    for (const user of GIVERS) for (const { path } of given) await ask('POST', path, user);
    for (const user of READERS) for (const { path } of reads) await ask('GET', path, user);
    expect(hidden.hits.slice(0, 10)).toEqual([]);
    // Neither is empty because nothing was asked.
    expect(byNamed.length).toBeGreaterThan(0);
    expect(open.hits.length).toBeGreaterThan(20);
  }, 240_000);

  it('are told of in no log, figure or job', async () => {
    // Whoever types her into an address reads nothing of it afterwards in a log.
    const typed = HIDDEN.number.replace('-', '');
    for (const path of [typed, `discharges/${typed}`, `units?cursor=${typed}`]) {
      await api.get(`/api/v1/${path}`, ANNA);
    }
    for (const line of api.log) both('log lines of the API', '', line);
    for (const line of workerLog) both('log lines of the worker', '', line);
    const jobs = await keptJobs(api.county.databaseUrl);
    for (const row of jobs) both('rows of the queue', '', row);
    expect(ids['incidents']).not.toBe('');
    expect(jobs.some((row) => row.includes('draft-incident'))).toBe(true);
    expect(jobs.some((row) => row.includes('outboxIds'))).toBe(true);
    both('figures', '/metrics', (await api.get('/metrics')).text);
    for (const { name, text } of await tablesAsText(api.county.databaseUrl)) {
      const shown = SAY_WHERE.includes(name)
        ? text.replaceAll(`"${HIDDEN.municipality}"`, '')
        : text;
      hidden.look('tables', name, shown);
    }
    expect(hidden.hits.slice(0, 10)).toEqual([]);
    expect(workerLog.length).toBeGreaterThan(0);
  }, 60_000);

  it('are told of in nothing that the command line prints or writes', async () => {
    const export_ = join(folder, 'log.jsonl');
    const stayId = ids['discharges'] ?? '';
    const runs: readonly (readonly string[])[] = [
      ['case', 'show', stayId],
      ['case', 'show', stayId, '--json'],
      ['payment', 'case', stayId],
      ['payment', 'case', ids['paid'] ?? '', '--json'],
      ['payment', 'explain', stayId],
      ['sip', 'counts'],
      ['notices', 'parked', '--json'],
      ['doctor', '--json'],
      ['verify'],
      ['audit', 'verify'],
      ['audit', 'export', '--controller', api.county.reader(MARIA).controller, '--to', export_],
      ['import', importFile()],
      ['import', importFile()],
    ];
    for (const args of runs) {
      const { out, err } = await hemgang(args, api.county.databaseUrl);
      both('outputs of the command line', args.join(' '), `${out}\n${err}`);
    }
    expect(hidden.hits.slice(0, 10)).toEqual([]);
  }, 120_000);

  it('would be found in each of these, if they stood there', async () => {
    const { databaseUrl } = api.county;
    const found = (text: string) => new Scan([OPEN.name]).look('', '', text).length === 1;
    const page = `<< /Filter /FlateDecode >>\nstream\n`;
    const drawn = deflateSync(Buffer.from(`(${OPEN.name}) Tj`, 'latin1')).toString('latin1');
    const packed = Buffer.from(`%PDF-1.7\n${page}${drawn}\nendstream`, 'latin1');
    const sheet = { data: [[{ value: OPEN.name, type: String }]], sheet: 'Blad' };
    const lines: string[] = [];
    const log = createLogger('api', 'debug', { write: (line: string) => void lines.push(line) });
    log.info({ name: OPEN.name }, 'told');
    await query(
      databaseUrl,
      `create table told as select jsonb_build_object('name', '${OPEN.name}') as body;
       create table told_bytes as select convert_to('${OPEN.name}', 'UTF8') as body`,
    );
    const tables = await tablesAsText(databaseUrl);
    const told = (name: string) => tables.find((each) => each.name === name)?.text ?? '';
    await query(databaseUrl, 'drop table told, told_bytes');
    await plantJob({ databaseUrl }, OPEN.name);
    expect({
      'a page of ours': found(textIn(pdfOf('Blad', [{ text: OPEN.name }]))),
      'the title of a page': found(textIn(pdfOf(OPEN.name, []))),
      'a packed page': found(textIn(packed)),
      'a spreadsheet': found(textIn(await writeExcelFile([sheet]).toBuffer())),
      'a packed file': found(textIn(gzipSync(OPEN.name))),
      'a log line': found(lines.join('')),
      'a table': found(told('told')),
      'bytes of a table': found(told('told_bytes')),
      'a row of the queue': found((await keptJobs(databaseUrl)).join('\n')),
      'nothing at all': found(textIn(pdfOf('Blad', []))),
    }).toEqual({
      'a page of ours': true,
      'the title of a page': true,
      'a packed page': true,
      'a spreadsheet': true,
      'a packed file': true,
      'a log line': true,
      'a table': true,
      'bytes of a table': true,
      'a row of the queue': true,
      'nothing at all': false,
    });
  }, 60_000);

  describeWith('redis-server', 'through a queue on Redis', () => {
    it('are told of in no command that the server gets', async () => {
      const { databaseUrl } = api.county;
      const redis = await startRedis();
      const ear = await RedisEar.on(redis.url);
      await stop();
      stop = await startWorker(configOf(databaseUrl, redis.url), workersLog());
      const { patient: again } = api.county.admission();
      await mistake({ ...HIDDEN, number: (again as Markers).number });
      await untilCarried();
      await plantJob({ databaseUrl, redisUrl: redis.url }, OPEN.name);
      const isHeard = () => ear.heard.some((each) => each.includes(OPEN.name));
      expect(await waitUntil(isHeard, 20_000)).toBe(true);
      for (const each of ear.heard) hidden.look('commands to Redis', '', each);
      for (const job of ['deliver-notices', 'draft-incident', 'outboxIds']) {
        expect([job, ear.heard.some((each) => each.includes(job))]).toEqual([job, true]);
      }
      expect(hidden.hits.slice(0, 10)).toEqual([]);
      await stop();
      stop = () => Promise.resolve();
      ear.stop();
      await redis.stop();
    }, 120_000);
  });

  it('and this is what was looked through', () => {
    recordFinding('protected-markers', {
      promise: 'People with a protected identity, planted',
      figures: {
        ...hidden.looked,
        hits: hidden.hits.length,
        'answers to the named': byNamed.length,
        'hits of the control': open.hits.length,
      },
    });
    expect(hidden.hits).toEqual([]);
  });

  /** A case of an older system, about a protected person. */
  function importFile(): string {
    const example = readFileSync(join(__dirname, '../../docs/examples/import.jsonl'), 'utf8');
    const [line = '{}'] = example.split('\n');
    const one = JSON.parse(line) as Record<string, unknown>;
    const patient = { ...HIDDEN, number: demoPatient(904).number, protection: 'fictitious' };
    const file = join(folder, 'import.jsonl');
    writeFileSync(file, JSON.stringify({ ...one, id: 'markör-1', patient }));
    return file;
  }
});

function configOf(databaseUrl: string, redisUrl?: string): Config {
  const read = readConfig({
    ...{ HEMGANG_MODE: 'demo', DATABASE_URL: databaseUrl },
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  });
  if (!read.ok) throw new Error(read.faults.join(' '));
  return read.config;
}
