import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErasureFolder } from '@hemgang/access';
import { derivedUrls } from '@hemgang/config';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { CaseStore, openDatabases, type Databases, type ErasureRow } from '@hemgang/store';
import { ANNA, contentsOf, HELENA, MARIA, query } from '@hemgang/testing';
import { AttachmentExpiry } from '../../apps/worker/attachment-expiry';
import { ApiServer, type Answer } from './api-server.fixture';
import { FILE_PATHS, keptFile, sentFile, WRITERS, type FilePath } from './files.fixture';
import { TEXT } from './sample-files.fixture';

/** A physician on another ward of Anna's controller. */
const JOHAN = 'johan-holmgren-nus-geriatrik-1';
/** Health care of Maria's municipality, and an authority of its own. */
const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
const NORR = 'umea-bistand-norr';
const CLINIC = 'ersboda-halsocentral';
const HEALTH = 'umea-hemsjukvard-norr';
const DAY_MS = 24 * HOUR_MS;
const PROVEN_UNTIL = '2199-01-01T00:00:00.000Z';
const MAY_CHANGE = ['access_log', 'sessions'];

/** What may differ between two answers. */
const seen = ({ status, text, headers }: Answer) => ({
  ...{ status, text, type: headers.get('content-type') },
});

describe('a file of a message', () => {
  let api: ApiServer;
  let databases: Databases;

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [ANNA, MARIA, HELENA, SARA, JOHAN]) await api.token(user);
    databases = await openDatabases({
      ...{ databases: derivedUrls(api.county.databaseUrl), poolSize: 4 },
      applicationName: 'hemgang-test',
    });
  });

  afterAll(async () => {
    await databases.close();
    await api.stop();
  });

  const controllerOf = (user: string) => api.county.reader(user).controller;
  const at = (caseId: string, id: string, path: FilePath = 'discharges') =>
    `/api/v1/${path}/${caseId}/attachments/${id}`;
  const get = (caseId: string, id: string, user: string, path?: FilePath) =>
    api.get(at(caseId, id, path), user);
  const remove = (caseId: string, id: string, user: string) =>
    api.call('DELETE', at(caseId, id), undefined, user);
  const fresh = (user: string) => ({ ...api.county.reader(user), steppedUpUntil: PROVEN_UNTIL });

  /** Somebody else of the same controller. */
  function colleagueOf(user: string): string {
    const { staff, controller } = api.county.reader(user);
    const directory = api.county.service.directory();
    const found = directory.rows.assignments.find(
      (row) => row.staff !== staff && directory.controllerOf(row.unit)?.id === controller,
    );
    return found?.staff ?? '';
  }

  /** A stay of the ward, Umeå and a hälsocentral of the ward's own controller. */
  async function shared(more: object = {}): Promise<string> {
    const body = api.county.admission();
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const patient = { ...(body['patient'] as object), ...more };
    const { caseId } = await api.county.admit({ ...body, patient, needs });
    const expectedDischargeAt = plusMs(api.county.service.clock.now(), 72 * HOUR_MS);
    const notice = { receivers: [NORR, CLINIC], expectedDischargeAt };
    await api.county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice);
    return caseId;
  }

  /** A case of each type that Maria's unit takes part in beside the writer's. */
  const sharedIn = (path: FilePath): Promise<string> =>
    path === 'sips' ? api.county.sipTogether([NORR]) : shared();

  /** A file of a message of Anna's to these units. */
  const sent = async (caseId: string, ...to: readonly string[]): Promise<string> =>
    (await sentFile(api, caseId, to)).id;

  /** Looks like a file that is not there, and the try is logged. */
  async function isNotThere(
    caseId: string,
    id: string,
    user: string,
    path?: FilePath,
  ): Promise<void> {
    const nothing = await get(caseId, randomUUID(), user, path);
    expect(nothing.status).toBe(404);
    expect(seen(await get(caseId, id, user, path))).toEqual(seen(nothing));
    const lines = await actions(caseId, user);
    expect(lines.slice(-2)).toEqual(['refused:read:attachment', 'refused:read:attachment']);
  }

  const actions = async (caseId: string, user: string) =>
    (
      await query<{ action: string }>(
        api.county.databaseUrl,
        'select action from access_log where case_id = $1 and assignment = $2 order by id',
        [caseId, user],
      )
    ).map(({ action }) => action);

  it.each(FILE_PATHS)('is before it is sent its unit’s own, in %s', async (path) => {
    const caseId = await sharedIn(path);
    const writer = WRITERS[path];
    const id = await keptFile(api, caseId, writer, path);
    expect(await get(caseId, id, writer, path)).toMatchObject({ status: 200 });
    for (const user of [ANNA, MARIA, HELENA, JOHAN]) {
      if (user !== writer) await isNotThere(caseId, id, user, path);
    }
  });

  it('is of the type of case that its address names', async () => {
    const caseId = await sharedIn('sips');
    const { id } = await sentFile(api, caseId, [NORR], 'sips');
    await isNotThere(caseId, id, HELENA, 'discharges');
    const removed = await api.call('DELETE', at(caseId, id), undefined, HELENA);
    expect(removed).toMatchObject({ status: 404 });
  });

  it('goes to those whose controller the message was told to, and to nobody else', async () => {
    const caseId = await shared();
    const id = await sent(caseId, NORR);
    for (const user of [ANNA, MARIA, HELENA]) {
      // The hälsocentral is of the ward's own controller, which holds the words.
      expect(await get(caseId, id, user)).toMatchObject({ status: 200 });
      expect((await actions(caseId, user)).at(-1)).toBe('read:attachment');
    }
    await isNotThere(caseId, await sent(caseId, CLINIC), MARIA);
    await isNotThere(await shared(), id, ANNA);
  });

  it('is told with its message: kind and size with the event, its name with the words', async () => {
    const caseId = await shared();
    const { id, seq } = await sentFile(api, caseId, [CLINIC]);
    const about = { id, kind: 'text', size: TEXT.bytes.length };
    const told = async (user: string) => {
      const { body } = await api.get(`/api/v1/discharges/${caseId}/messages`, user);
      return (body as { items: readonly object[] }).items;
    };
    expect(await told(HELENA)).toMatchObject([{ attachments: [{ ...about, name: TEXT.name }] }]);
    const [event] = await query<{ payload: object; given: object; text: string }>(
      api.county.databaseUrl,
      'select payload, given, e::text as text from events e where case_id = $1 and seq = $2',
      [caseId, seq],
    );
    expect(event).toMatchObject({
      payload: { attachments: [id] },
      given: { attachments: [about] },
    });
    expect(event?.text).not.toContain('kemedel.txt');
    const [copy] = await query<{ files: object }>(
      api.county.databaseUrl,
      `select body -> 'files' as files from contents where case_id = $1 and seq = $2`,
      [caseId, seq],
    );
    const sha256 = createHash('sha256').update(TEXT.bytes).digest('hex');
    expect(copy?.files).toEqual([{ id, name: TEXT.name, sha256 }]);
  });

  it('is named once, by its unit, in its case', async () => {
    const caseId = await shared();
    const words = { category: 'ovrigt', priority: 'ordinary', text: 'Se bilagan.' };
    const named = await sent(caseId, NORR);
    const others = await keptFile(api, caseId, MARIA);
    const elsewhere = await keptFile(api, await shared(), ANNA);
    const kept = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    for (const attachment of [named, others, elsewhere, randomUUID()]) {
      const message = { ...words, to: [NORR], attachments: [attachment] };
      expect(await api.county.try(caseId, 'send-message', ANNA, message)).toMatchObject({
        ok: false,
        refusal: {
          code: 'PAYLOAD_INVALID',
          errors: [{ path: '/attachments', code: 'unknown' }],
        },
      });
    }
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(kept);
  });

  it.each(FILE_PATHS)('goes to whoever the message is forwarded to, in %s', async (path) => {
    const caseId = await sharedIn(path);
    const { id, seq } = await sentFile(api, caseId, [NORR], path);
    expect(await get(caseId, id, MARIA, path)).toMatchObject({ status: 200 });
    await isNotThere(caseId, id, SARA, path);
    const forwarded = { message: `m${seq}-1`, unit: HEALTH };
    await api.county.giveAt(path, caseId, 'forward-message', MARIA, forwarded);
    expect(await get(caseId, id, SARA, path)).toMatchObject({ status: 200 });
  });

  it('is handed out no more without the consent to the SIP, and stays where it is', async () => {
    const caseId = await sharedIn('sips');
    const { id, seq } = await sentFile(api, caseId, [NORR], 'sips');
    const unsent = await keptFile(api, caseId, HELENA, 'sips');
    await api.county.giveAt('sips', caseId, 'withdraw-consent', HELENA);
    const kept = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const words = { category: 'ovrigt', priority: 'ordinary', text: 'Se bilagan.' };
    for (const [name, user, body] of [
      ['send-message', HELENA, { ...words, to: [NORR], attachments: [unsent] }],
      ['forward-message', MARIA, { message: `m${seq}-1`, unit: HEALTH }],
    ] as const) {
      const answer = await api.county.tryAt('sips', caseId, name, user, body);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'RULE_REFUSED' } });
    }
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(kept);
    expect(await get(caseId, id, MARIA, 'sips')).toMatchObject({ status: 200 });
    await isNotThere(caseId, unsent, MARIA, 'sips');
  });

  it('is kept by a spärr from the other units of its care provider', async () => {
    const caseId = await shared();
    const id = await sent(caseId, NORR);
    const { blocks } = api.county.service.guards;
    await blocks.block(fresh(ANNA), caseId, 'patient');
    await isNotThere(caseId, id, HELENA);
    expect(await get(caseId, id, ANNA)).toMatchObject({ status: 200 });
    expect(await get(caseId, id, MARIA)).toMatchObject({ status: 200 });
  });

  it('is for named staff alone where the identity is protected', async () => {
    const caseId = await shared({ protection: 'protected' });
    const id = await sent(caseId, NORR);
    const unsent = await keptFile(api, caseId, ANNA);
    for (const each of [id, unsent]) await isNotThere(caseId, each, ANNA);
    await api.county.service.guards.protection.nameContacts(fresh(ANNA), {
      ...{ caseId, staff: [api.county.reader(ANNA).staff, colleagueOf(ANNA)] },
      phone: '090-785 20 01',
    });
    for (const each of [id, unsent]) {
      expect(await get(caseId, each, ANNA)).toMatchObject({ status: 200 });
    }
    await isNotThere(caseId, id, MARIA);
  });

  it('can be read in an emergency, and the log marks it; nothing can be added or removed', async () => {
    const caseId = await shared();
    const id = await sent(caseId, CLINIC);
    const unsent = await keptFile(api, caseId, ANNA);
    await isNotThere(caseId, id, JOHAN);
    const [patient] = await query<{ number: string }>(
      api.county.databaseUrl,
      'select number from persons p join cases c on c.person_id = p.id where c.id = $1',
      [caseId],
    );
    await api.county.service.guards.emergencies.open(fresh(JOHAN), {
      ...{ number: patient?.number ?? '', reason: 'treats-now', words: 'Medvetslös.' },
    });
    expect(await get(caseId, id, JOHAN)).toMatchObject({ status: 200 });
    expect((await actions(caseId, JOHAN)).at(-1)).toBe('emergency:read:attachment');
    await isNotThere(caseId, unsent, JOHAN);
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const all = `/api/v1/discharges/${caseId}/attachments`;
    expect(await api.sendFile(all, TEXT, JOHAN)).toMatchObject({ status: 404 });
    expect(await remove(caseId, unsent, JOHAN)).toMatchObject({ status: 404 });
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
  });

  it('goes when the case is handled outside the tool, and none is kept any more', async () => {
    const caseId = await shared({ protection: 'protected' });
    const id = await sent(caseId, CLINIC);
    await api.county.service.guards.protection.handleOutside(fresh(ANNA), caseId);
    const rows = await query(api.county.databaseUrl, 'select from attachments where id = $1', [id]);
    expect(rows).toEqual([]);
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const answer = await api.sendFile(`/api/v1/discharges/${caseId}/attachments`, TEXT, ANNA);
    expect(answer).toMatchObject({ status: 409, body: { code: 'COMMAND_NOT_POSSIBLE' } });
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
  });

  it('goes with the last copy of the words that it belongs to', async () => {
    const caseId = await shared();
    const id = await sent(caseId, NORR);
    const unsent = await keptFile(api, caseId, MARIA);
    const top = mkdtempSync(join(tmpdir(), 'hemgang-erasures-'));
    const erase = async (user: string) => {
      const wanted = { controller: controllerOf(user), caseId, decision: '3.2.1-1/2026' };
      const { gallring } = api.county.service.auditing;
      const [erased] = await gallring.destroy(wanted, new ErasureFolder(top));
      return (erased as ErasureRow).counts;
    };
    expect(await erase(ANNA)).toMatchObject({ files: 0 });
    await isNotThere(caseId, id, ANNA);
    expect(await get(caseId, id, MARIA)).toMatchObject({ status: 200 });
    expect(await erase(MARIA)).toMatchObject({ files: 1 });
    const rows = await query<{ id: string }>(
      api.county.databaseUrl,
      'select id from attachments where case_id = $1',
      [caseId],
    );
    expect(rows).toEqual([{ id: unsent }]);
    rmSync(top, { recursive: true });
  });

  it('is taken back by its unit until it is sent', async () => {
    const caseId = await shared();
    const kept = await keptFile(api, caseId, ANNA);
    const named = await sent(caseId, NORR);
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    for (const [id, user] of [
      [kept, MARIA],
      [named, ANNA],
      [named, MARIA],
      [randomUUID(), ANNA],
      [kept, JOHAN],
    ] as const) {
      expect(await remove(caseId, id, user)).toMatchObject({ status: 404 });
      expect((await actions(caseId, user)).at(-1)).toBe('refused:remove-attachment:NOT_FOUND');
    }
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
    expect(await remove(caseId, kept, ANNA)).toMatchObject({ status: 204 });
    expect((await actions(caseId, ANNA)).at(-1)).toBe('remove-attachment');
    await isNotThere(caseId, kept, ANNA);
  });

  it('can be named by its unit for a day, once, and is then forgotten', async () => {
    const caseId = await shared();
    const kept = await keptFile(api, caseId, ANNA);
    const named = await sent(caseId, CLINIC);
    const now = api.county.service.clock.now();
    const { unit } = api.county.reader(ANNA);
    const cases = new CaseStore(databases.writes);
    const unsent = async (ids: readonly string[], by = unit, id = caseId, since = -DAY_MS) =>
      (await cases.unsentAttachments(id, by, ids, plusMs(now, since))).map((each) => each.id);
    const [row] = await cases.unsentAttachments(caseId, unit, [kept], plusMs(now, -DAY_MS));
    expect(row).toMatchObject({ id: kept, name: TEXT.name, kind: 'text', size: TEXT.bytes.length });
    const second = await keptFile(api, caseId, ANNA);
    expect(await unsent([second, named, kept, randomUUID()])).toEqual([second, kept]);
    expect(await unsent([kept], api.county.reader(MARIA).unit)).toEqual([]);
    expect(await unsent([kept], unit, await shared())).toEqual([]);
    expect(await unsent([kept], unit, caseId, HOUR_MS)).toEqual([]);
    const sweptIn = async (ms: number) => {
      await api.county.service.advanceClock(ms);
      await new AttachmentExpiry(api.county.service.attachments).round();
    };
    const left = async () =>
      (
        await query<{ id: string; isSeen: boolean }>(
          api.county.databaseUrl,
          'select id, seq is not null as "isSeen" from attachments where case_id = $1 order by id',
          [caseId],
        )
      ).map(({ id, isSeen }) => [id, isSeen]);
    await sweptIn(DAY_MS + HOUR_MS / 2);
    expect(new Set((await left()).map(([id]) => id))).toEqual(new Set([kept, named, second]));
    await sweptIn(HOUR_MS);
    expect(await left()).toEqual([[named, true]]);
    expect(await get(caseId, named, ANNA)).toMatchObject({ status: 200 });
  });

  it('is behind the second wall where the first is away', async () => {
    const caseId = await shared();
    const unsent = await keptFile(api, caseId, ANNA);
    const named = await sent(caseId, CLINIC);
    const line = (user: string) => ({
      ...{ at: api.county.service.clock.now(), staff: api.county.reader(user).staff },
      ...{ assignment: user, unit: api.county.reader(user).unit, person: null, caseId },
      action: 'read:attachment',
    });
    const [{ seq } = { seq: 0 }] = await query<{ seq: number }>(
      api.county.databaseUrl,
      `select seq from events where payload -> 'attachments' ? $1`,
      [named],
    );
    const asks = (user: string, id: string) => {
      const { unit, controller, staff } = api.county.reader(user);
      return databases.reads.read({ unit, controller, staff }, (asked) => {
        const lines = { taken: line(user), refused: line(user) };
        const wanted = { caseId, id, unit: api.county.reader(ANNA).unit, events: [seq] };
        return asked.takeAttachment(wanted, lines);
      });
    };
    for (const id of [unsent, named]) {
      expect(await asks(ANNA, id)).toMatchObject({ name: TEXT.name });
      expect(await asks(MARIA, id)).toBeNull();
      expect(await asks(JOHAN, id)).toBeNull();
    }
    expect(await asks(HELENA, named)).not.toBeNull();
    expect(await asks(HELENA, unsent)).toBeNull();
  });
});
