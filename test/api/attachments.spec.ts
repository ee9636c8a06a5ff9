import { randomUUID } from 'node:crypto';
import { request, type ClientRequest } from 'node:http';
import type { AttachmentView } from '@hemgang/cases';
import { waitUntil } from '@hemgang/dev-services';
import { contentsOf, ANNA, HELENA, MARIA, query } from '@hemgang/testing';
import { attachment } from '../../apps/api/openapi/attachment-paths';
import { ApiServer, type Answer } from './api-server.fixture';
import { keptFile, WRITERS } from './files.fixture';
import { bytesOf, JPEG, PDF, PNG, TEXT, textOf, type TestFile } from './sample-files.fixture';

/** Administers Anna's ward, and treats nobody. */
const ADMINISTRATOR = 'susanne-agren-region-betalning';
const SIZE_MAX = 10 * 1024 * 1024;
/** For a busy machine. */
const WITHIN_MS = 20_000;
/** A refusal may leave its line, and that the session was used. */
const MAY_CHANGE = ['access_log', 'sessions'];

describe('a file for a message', () => {
  let api: ApiServer;
  let stay: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [ANNA, MARIA, HELENA, ADMINISTRATOR]) await api.token(user);
    ({ id: stay } = await api.told());
  });

  afterAll(() => api.stop());

  const all = (id = stay) => `/api/v1/discharges/${id}/attachments`;
  const send = (file: TestFile, user = ANNA, headers = {}, id = stay) =>
    api.sendFile(all(id), file, user, headers);

  const fetched = async (path: string, user: string) => {
    const authorization = `Bearer ${await api.token(user)}`;
    const answer = await fetch(api.url + path, { headers: { authorization } });
    return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };

  const actions = (id = stay) =>
    query<{ action: string; staff: string; person: string | null }>(
      api.county.databaseUrl,
      `select action, staff, person from access_log
       where case_id = $1 and action like '%attachment%' order by id`,
      [id],
    );

  /** Sends what must be refused so, with nothing written. */
  async function refuses(status: number, code: string, work: () => Promise<Answer>) {
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const answer = await work();
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
    return answer;
  }

  const kinds = [PDF, JPEG, PNG, TEXT, textOf(SIZE_MAX)].map((file) => ({
    ...{ path: 'discharges' as const, type: file.type, file },
  }));

  it.each([...kinds, { path: 'sips' as const, type: PDF.type, file: PDF }])(
    'is kept and given back as it was: $type in $path',
    async ({ path, file }) => {
      const writer = WRITERS[path];
      const own = path === 'sips' ? (await api.county.sip()).caseId : (await api.told()).id;
      const files = `/api/v1/${path}/${own}/attachments`;
      const kept = await api.sendFile(files, file, writer);
      expect(kept.status).toBe(201);
      const view = attachment.parse(kept.body);
      expect(view).toMatchObject({ name: file.name, size: file.bytes.length });
      const address = `${files}/${view.id}`;
      expect(kept.headers.get('location')).toBe(address);
      const { answer, bytes } = await fetched(address, writer);
      expect(answer.status).toBe(200);
      expect(Buffer.compare(bytes, file.bytes)).toBe(0);
      const charset = file.type === 'text/plain' ? '; charset=utf-8' : '';
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': `${file.type}${charset}`,
        'content-disposition': expect.stringMatching(
          `^attachment; .*filename\\*=UTF-8''${encodeURIComponent(file.name)}$`,
        ) as string,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringMatching(/default-src 'none';.*sandbox$/) as string,
      });
      const { staff } = api.county.reader(writer);
      const who = { staff, person: expect.any(String) as string };
      expect(await actions(own)).toEqual([
        { ...who, action: 'add-attachment' },
        { ...who, action: 'read:attachment' },
      ]);
    },
  );

  it('is kept once, however often it is sent with the same key', async () => {
    const { id: own } = await api.told();
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send(TEXT, ANNA, key, own)));
    answers.push(await send(TEXT, ANNA, key, own));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => (body as AttachmentView).id)).size).toBe(1);
    const replayed = answers.filter(({ headers }) => headers.has('idempotent-replayed'));
    expect(replayed).toHaveLength(3);
    const rows = await query(api.county.databaseUrl, 'select from attachments where case_id = $1', [
      own,
    ]);
    expect(rows).toHaveLength(1);
    for (const other of [PDF, { ...TEXT, name: 'annat.txt' }, { ...TEXT, name: 'x/y.txt' }]) {
      await refuses(422, 'IDEMPOTENCY_KEY_REUSED', () => send(other, ANNA, key, own));
    }
    // A command's key is no file's, and the other way about.
    const taken = { 'idempotency-key': randomUUID() };
    const command = await api.post(`/api/v1/discharges/${own}/acknowledge`, {}, MARIA, taken);
    expect(command.status).toBe(200);
    await refuses(422, 'IDEMPOTENCY_KEY_REUSED', () => send(TEXT, MARIA, taken, own));
  });

  it('is refused when it is too large, told beforehand or not (413)', async () => {
    await refuses(413, 'BODY_TOO_LARGE', () => send(textOf(SIZE_MAX + 1)));
    const token = await api.token(ANNA);
    await refuses(413, 'BODY_TOO_LARGE', () => inPieces(`${api.url}${all()}`, token));
    // Nobody else takes more than before.
    const large = { reason: 'x'.repeat(300_000) };
    const path = `/api/v1/discharges/${stay}/strike-wrong-person`;
    await refuses(413, 'BODY_TOO_LARGE', () => api.post(path, large, ANNA));
  });

  it.each([
    ['a kind that we do not take', { ...TEXT, type: 'image/svg+xml' }],
    ['a page', { ...TEXT, type: 'text/html' }],
    ['JSON', { ...TEXT, type: 'application/json' }],
    ['a form', { ...TEXT, type: 'multipart/form-data; boundary=x' }],
    ['another encoding', { ...TEXT, type: 'text/plain; charset=iso-8859-1' }],
    ['nothing said', { ...TEXT, type: '' }],
    ['a picture that is said to be a PDF', { ...PDF, bytes: PNG.bytes }],
    ['a PDF that is said to be a picture', { ...PNG, bytes: PDF.bytes }],
    ['a PDF that is said to be text', { ...TEXT, bytes: PDF.bytes }],
    ['a drawing that is said to be text', { ...TEXT, bytes: bytesOf('<svg onload="x"/>') }],
    ['a program that is said to be text', { ...TEXT, bytes: bytesOf('MZ\x90\0') }],
    ['a picture that is a PDF as well', { ...JPEG, bytes: bytesOf('\xff\xd8\xff%PDF-1.7') }],
    ['nothing at all', { ...TEXT, bytes: new Uint8Array(0) }],
  ])('is refused when it is %s (415)', async (_, file) => {
    await refuses(415, 'MEDIA_TYPE_UNSUPPORTED', () => send(file));
  });

  it('is refused when it is packed (415)', async () => {
    const packed = { 'content-encoding': 'gzip' };
    await refuses(415, 'MEDIA_TYPE_UNSUPPORTED', () => send(TEXT, ANNA, packed));
  });

  it.each([
    ['unsafe', '../x.txt'],
    ['unsafe', 'nul.txt'],
    ['unsafe', 'txt.\u202efdp.txt'],
    ['too_long', `${'x'.repeat(200)}.txt`],
    ['wrong_ending', 'x.html'],
  ])('is refused by its name: %s (422)', async (code, name) => {
    const answer = await refuses(422, 'PAYLOAD_INVALID', () => send({ ...TEXT, name }));
    expect(answer.body).toMatchObject({ errors: [{ path: '/name', code }] });
    expect(answer.text).not.toContain(name);
  });

  it.each([
    ['no name', { 'x-file-name': '' }],
    ['a name that is not encoded', { 'x-file-name': 'a b.txt' }],
    ['a name of no characters', { 'x-file-name': '%E5.txt' }],
    ['a key that is none', { 'idempotency-key': 'x'.repeat(201) }],
  ])('is refused with %s (400)', async (_, headers) => {
    await refuses(400, 'MALFORMED_REQUEST', () => send(TEXT, ANNA, headers));
  });

  it('is refused without a key (400)', async () => {
    const headers = { 'idempotency-key': '' };
    await refuses(400, 'IDEMPOTENCY_KEY_MISSING', () => send(TEXT, ANNA, headers));
  });

  it('is one of twenty that a unit has not sent in a case (409)', async () => {
    const { id: own } = await api.told();
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push(await keptFile(api, own, ANNA));
    await refuses(409, 'COMMAND_NOT_POSSIBLE', () => send(TEXT, ANNA, {}, own));
    await keptFile(api, own, MARIA);
    const removed = await api.call('DELETE', `${all(own)}/${ids[0]}`, undefined, ANNA);
    expect([removed.status, removed.text]).toEqual([204, '']);
    await keptFile(api, own, ANNA);
  });

  it('waits when sixteen others are under way, and comes through when one has ended (503)', async () => {
    const token = await api.token(ANNA);
    const held: ClientRequest[] = [];
    // One that a busy server refuses before it looks at the file gives its place to another.
    const hold = () => held.push(begun(`${api.url}${all()}`, token).once('response', hold));
    for (let n = 0; n < 16; n += 1) hold();
    // Refused whenever it comes, so that asking again and again keeps nothing.
    const isFull = async () => (await send({ ...TEXT, bytes: PDF.bytes })).status === 503;
    expect(await waitUntil(isFull, WITHIN_MS)).toBe(true);
    await refuses(503, 'UNAVAILABLE', () => send(TEXT));
    for (const each of held) each.destroy();
    expect(await waitUntil(async () => !(await isFull()), WITHIN_MS)).toBe(true);
    expect(await send(TEXT)).toMatchObject({ status: 201 });
  });

  it('keeps no place for those who went away before we knew who they were', async () => {
    const token = await api.token(ANNA);
    for (let n = 0; n < 100; n += 1) {
      const gone = begun(`${api.url}${all()}`, token);
      await new Promise((resolve) => gone.write('x', resolve));
      gone.destroy();
    }
    const isTaken = async () => (await send(TEXT)).status === 201;
    expect(await waitUntil(isTaken, WITHIN_MS)).toBe(true);
  });

  it('is kept for parties who work with the patient alone', async () => {
    const { caseId: foreign } = await api.county.admit();
    const missing = await refuses(404, 'NOT_FOUND', () => send(TEXT, MARIA, {}, randomUUID()));
    const theirs = await refuses(404, 'NOT_FOUND', () => send(TEXT, MARIA, {}, foreign));
    expect(theirs.text).toBe(missing.text);
    await refuses(401, 'NOT_SIGNED_IN', () => api.sendFile(all(), TEXT));
    const { caseId: sip } = await api.county.sip();
    await refuses(404, 'NOT_FOUND', () => send(TEXT, HELENA, {}, sip));
    const [line] = (await actions(foreign)).slice(-1);
    expect(line).toMatchObject({ action: 'refused:add-attachment:NOT_FOUND', person: null });
  });
});

/** A file of which the second half does not come. */
function begun(url: string, token: string): ClientRequest {
  const headers = {
    ...{ authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    ...{ 'content-type': 'text/plain', 'content-length': '1000', 'x-file-name': 'x.txt' },
  };
  const sent = request(url, { method: 'POST', headers });
  sent.on('error', () => undefined);
  sent.write('x'.repeat(500));
  return sent;
}

/** A body of which nobody knows the length, a little more than is taken. */
function inPieces(url: string, token: string): Promise<Answer> {
  const headers = {
    ...{ authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    ...{ 'content-type': 'text/plain', 'x-file-name': 'x.txt' },
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        const told = new Headers(answer.headers as Record<string, string>);
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: told, text, body: JSON.parse(text) as unknown });
      });
    });
    sent.on('error', reject);
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let n = 0; n <= SIZE_MAX / piece.length; n += 1) sent.write(piece);
    sent.end();
  });
}
