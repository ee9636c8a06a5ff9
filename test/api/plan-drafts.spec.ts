import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErasureFolder } from '@hemgang/access';
import { MINUTE_MS } from '@hemgang/kernel';
import type { PlanDraftView, PlanDraftWords } from '@hemgang/cases';
import { contentsOf, HELENA, MARIA, query } from '@hemgang/testing';
import { planDraft } from '../../apps/api/openapi/sip-schemas';
import { PlanDraftExpiry } from '../../apps/worker/plan-draft-expiry';
import { ApiServer, type Answer } from './api-server.fixture';
import { EMPTY_DRAFT } from './plan-draft.fixture';
import { StreamReader, type Sent } from './stream.fixture';

/** Of Maria's huvudman, and no party. */
const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
/** Administers Helena's unit's huvudman, and treats nobody. */
const SUSANNE = 'susanne-agren-region-betalning';
const CLINIC = 'ersboda-halsocentral';
const NORR = 'umea-bistand-norr';
const DAY_MINUTES = 24 * 60;
const PROVEN_UNTIL = '2199-01-01T00:00:00.000Z';
/** A refusal may leave its line, and that the session was used. */
const MAY_CHANGE = ['access_log', 'sessions', 'access_patients'];

const measure = {
  id: 'i1',
  what: '',
  unit: null,
  person: '',
  by: null,
  status: 'planned',
} as const;
/** With a goal, and a measure that serves it. */
const withGoal = (goal: string): PlanDraftWords => ({
  ...EMPTY_DRAFT,
  ...{ goals: ['', goal], measures: [{ ...measure, goal: 2 }] },
});

describe('the draft of a plan', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [HELENA, MARIA, SARA, SUSANNE]) await api.token(user);
  });

  afterAll(() => api.stop());

  const together = () => api.county.sipTogether([NORR]);
  const at = (sip: string) => `/api/v1/sips/${sip}/draft`;
  const read = async (sip: string, user: string) =>
    planDraft.parse((await api.get(at(sip), user)).body) as PlanDraftView;
  const save = (sip: string, words: object, user: string, version?: number) =>
    api.post(at(sip), words, user, version === undefined ? {} : { 'if-match': `"${version}"` });
  const pass = (sip: string, step: string, user: string) =>
    api.post(`${at(sip)}/turn`, { step }, user);
  const saved = async (sip: string, words: object, user: string, version?: number) => {
    const answer = await save(sip, words, user, version);
    expect(answer.status).toBe(200);
    return planDraft.parse(answer.body) as PlanDraftView;
  };
  const minutes = (count: number) => api.county.service.advanceClock(count * MINUTE_MS);
  const actions = (sip: string) =>
    query<{ action: string; staff: string }>(
      api.county.databaseUrl,
      `select action, staff from access_log where case_id = $1 and action like '%plan-%' order by id`,
      [sip],
    );

  /** Sends what must be refused so, with nothing written. */
  async function refuses(status: number, code: string, work: () => Promise<Answer>) {
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const answer = await work();
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
    return answer.body;
  }

  it('is begun by one and read by the other, with whose turn it is', async () => {
    const sip = await together();
    expect(await read(sip, MARIA)).toMatchObject({ version: 0, words: null, mayWrite: true });
    const begun = await saved(sip, withGoal('Gå till brevlådan.'), HELENA);
    expect(begun.turn).toMatchObject({ isMine: true, unit: { id: CLINIC } });
    expect(await read(sip, MARIA)).toMatchObject({
      version: begun.version,
      words: withGoal('Gå till brevlådan.'),
      savedBy: { person: { id: 'helena-burman' }, unit: { id: CLINIC } },
      turn: { person: { id: 'helena-burman' }, isMine: false },
      mayWrite: true,
    });
    const more = await saved(sip, withGoal('Gå själv.'), HELENA, begun.version);
    expect(more.version).toBeGreaterThan(begun.version);
    // One line for the turn, however often she saves in it.
    expect(await actions(sip)).toEqual([{ action: 'save:plan-draft', staff: 'helena-burman' }]);
  });

  it('is written by one at a time: the turn lapses, is taken, taken over and given up', async () => {
    const sip = await together();
    const { version } = await saved(sip, EMPTY_DRAFT, HELENA);
    await refuses(409, 'COMMAND_NOT_POSSIBLE', () => save(sip, withGoal('x'), MARIA, version));
    await refuses(409, 'COMMAND_NOT_POSSIBLE', () => pass(sip, 'take', MARIA));
    await refuses(409, 'COMMAND_NOT_POSSIBLE', () => pass(sip, 'release', MARIA));
    await minutes(4);
    await refuses(409, 'COMMAND_NOT_POSSIBLE', () => pass(sip, 'take', MARIA));
    await minutes(1);
    expect((await read(sip, MARIA)).turn).toBeNull();
    expect(await pass(sip, 'take', MARIA)).toMatchObject({ status: 200 });
    const hers = await read(sip, HELENA);
    expect(hers.turn).toMatchObject({ person: { id: 'maria-forsberg' }, isMine: false });
    // Who had it and goes on writing is told that it is another's now.
    const stale = await refuses(412, 'VERSION_STALE', () =>
      save(sip, EMPTY_DRAFT, HELENA, version),
    );
    expect(stale).toMatchObject({ draft: { version: hers.version, turn: hers.turn } });
    expect(await pass(sip, 'take-over', HELENA)).toMatchObject({
      body: { turn: { isMine: true } },
    });
    expect(await pass(sip, 'release', HELENA)).toMatchObject({ body: { turn: null } });
    const free = await read(sip, MARIA);
    expect((await saved(sip, withGoal('y'), MARIA, free.version)).turn).toMatchObject({
      isMine: true,
    });
  });

  it('is saved on nothing but the version that stands there (412 with who saved it)', async () => {
    const sip = await together();
    const begun = await saved(sip, EMPTY_DRAFT, HELENA);
    const next = await saved(sip, withGoal('a'), HELENA, begun.version);
    for (const version of [undefined, begun.version, next.version + 1]) {
      const body = await refuses(412, 'VERSION_STALE', () =>
        save(sip, EMPTY_DRAFT, HELENA, version),
      );
      expect(body).toMatchObject({
        draft: { version: next.version, savedBy: { person: { id: 'helena-burman' } } },
      });
    }
    const both = await Promise.all([
      save(sip, withGoal('b'), HELENA, next.version),
      save(sip, withGoal('c'), HELENA, next.version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const other = await together();
    const begins = [HELENA, MARIA].map((user) => save(other, EMPTY_DRAFT, user));
    expect((await Promise.all(begins)).map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is there for the units that take part alone: to others no such case is (404)', async () => {
    const sip = await together();
    const { version } = await saved(sip, withGoal('Hemligt.'), HELENA);
    for (const user of [SARA, SUSANNE]) {
      await refuses(404, 'NOT_FOUND', () => api.get(at(sip), user));
      await refuses(404, 'NOT_FOUND', () => save(sip, EMPTY_DRAFT, user, version));
      await refuses(404, 'NOT_FOUND', () => pass(sip, 'take-over', user));
    }
    const stay = (await api.told()).id;
    await refuses(404, 'NOT_FOUND', () => api.get(at(stay), MARIA));
  });

  it('takes no word without a consent, and none that a plan could not hold', async () => {
    const { caseId: asked } = await api.county.sip();
    await refuses(422, 'RULE_REFUSED', () => save(asked, EMPTY_DRAFT, HELENA));
    await refuses(422, 'RULE_REFUSED', () => pass(asked, 'take', HELENA));
    expect(await read(asked, HELENA)).toMatchObject({ version: 0, mayWrite: false });
    const sip = await together();
    await refuses(412, 'VERSION_STALE', () => pass(sip, 'take', HELENA));
    const long = { ...EMPTY_DRAFT, goals: ['x'.repeat(4_001)] };
    for (const wrong of [
      long,
      { ...EMPTY_DRAFT, extra: 1 },
      { ...EMPTY_DRAFT, goals: ['\0'] },
      { ...EMPTY_DRAFT, measures: [{ ...measure, goal: 0 }] },
      {},
    ]) {
      await refuses(422, 'PAYLOAD_INVALID', () => save(sip, wrong, HELENA));
    }
    await refuses(422, 'PAYLOAD_INVALID', () => pass(sip, 'steal', HELENA));
    await refuses(400, 'MALFORMED_REQUEST', () =>
      api.post(at(sip), EMPTY_DRAFT, HELENA, { 'if-match': '*' }),
    );
  });

  it.each([
    ['draft-plan', true],
    ['withdraw-consent', false],
    ['close-sip', false],
  ] as const)('ends with %s, and is forgotten by the worker', async (name, mayWrite) => {
    const sip = await together();
    const old = await saved(sip, withGoal('Hemligt utkast.'), HELENA);
    const commands = api.county.service.registry.byPath('sips')?.definition.commands ?? [];
    const command = commands.find((each) => each.name === name);
    await api.county.giveAt('sips', sip, name, HELENA, command?.example as object);
    expect(await read(sip, MARIA)).toMatchObject({ version: 0, words: null, mayWrite });
    if (mayWrite) {
      await refuses(412, 'VERSION_STALE', () => save(sip, EMPTY_DRAFT, HELENA, old.version));
      // The next draft has a number of its own.
      const next = await saved(sip, EMPTY_DRAFT, MARIA);
      expect(next.version).toBeGreaterThan(old.version + 100);
      await api.county.giveAt('sips', sip, name, HELENA, command?.example as object);
    }
    await new PlanDraftExpiry(api.county.service.planDrafts).round();
    const left = await query(api.county.databaseUrl, 'select from plan_drafts where case_id = $1', [
      sip,
    ]);
    expect(left).toEqual([]);
  });

  it('stays while somebody goes on with it, and goes a month after the last save', async () => {
    const sip = await together();
    const { version } = await saved(sip, EMPTY_DRAFT, HELENA);
    const expiry = new PlanDraftExpiry(api.county.service.planDrafts);
    await minutes(30 * DAY_MINUTES - 1);
    await expiry.round();
    expect((await read(sip, MARIA)).version).toBe(version);
    await minutes(2);
    await expiry.round();
    expect((await read(sip, MARIA)).version).toBe(0);
  });

  it('is shown to nobody who may not see the words, and goes when the case is handled outside', async () => {
    const { databaseUrl, service } = api.county;
    const sip = await together();
    const { version } = await saved(sip, withGoal('Skyddat.'), HELENA);
    const protect = (grade: string | null) =>
      query(
        databaseUrl,
        `update persons
         set protection = $2::text, address = null,
             protected_since = case when $2::text is null then null else now() end
         where id = (select person_id from cases where id = $1)`,
        [sip, grade],
      );
    await protect('protected');
    expect(await read(sip, MARIA)).toMatchObject({ version: 0, words: null, mayWrite: false });
    await refuses(403, 'ROLE_NOT_ALLOWED', () => save(sip, EMPTY_DRAFT, HELENA, version));
    const helena = { ...api.county.reader(HELENA), steppedUpUntil: PROVEN_UNTIL };
    await service.guards.protection.handleOutside(helena, sip);
    expect(await query(databaseUrl, 'select from plan_drafts where case_id = $1', [sip])).toEqual(
      [],
    );
    await protect(null);
    await refuses(409, 'COMMAND_NOT_POSSIBLE', () => save(sip, EMPTY_DRAFT, HELENA));
  });

  it('goes with the last copy of what was written in the case', async () => {
    const sip = await together();
    await saved(sip, EMPTY_DRAFT, HELENA);
    const top = mkdtempSync(join(tmpdir(), 'hemgang-erasures-'));
    for (const user of [HELENA, MARIA]) {
      const { controller } = api.county.reader(user);
      const wanted = { controller, caseId: sip, decision: '3.2.1-1/2026' };
      await api.county.service.auditing.gallring.destroy(wanted, new ErasureFolder(top));
    }
    rmSync(top, { recursive: true });
    const left = await query(api.county.databaseUrl, 'select from plan_drafts where case_id = $1', [
      sip,
    ]);
    expect(left).toEqual([]);
  });

  it('is no part of the plan, nor of what the person is given', async () => {
    const sip = await together();
    await saved(sip, withGoal('Bara ett utkast.'), HELENA);
    for (const path of [`/api/v1/sips/${sip}`, `/api/v1/sips/${sip}/patient-sheet`]) {
      const { status, text } = await api.get(path, HELENA);
      expect(status).toBe(200);
      expect(text).not.toContain('Bara ett utkast.');
    }
  });

  it('rings at those who take part, with numbers alone, and at nobody else', async () => {
    const sip = await together();
    const streams = await Promise.all(
      [MARIA, SARA].map(async (user) =>
        StreamReader.open(`${api.url}/api/v1/stream`, {
          authorization: `Bearer ${await api.token(user)}`,
        }),
      ),
    );
    const { version } = await saved(sip, withGoal('Ring.'), HELENA);
    const [maria, sara] = streams;
    const isDraft = ({ event, data }: Sent) => event === 'draft' && data?.includes(sip) === true;
    const sent = await maria?.until((all) => all.some(isDraft));
    expect(sent?.filter(isDraft).map(({ data }) => JSON.parse(data ?? '') as unknown)).toEqual([
      { caseId: sip, version },
    ]);
    expect(sara?.sent.filter(({ event }) => event === 'draft')).toEqual([]);
    for (const stream of streams) stream.close();
  });
});
