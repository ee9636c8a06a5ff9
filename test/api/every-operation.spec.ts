import { ANNA, HELENA, MARIA, PETER } from '@hemgang/testing';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import type { z } from 'zod';
import * as accounts from '../../apps/api/openapi/account-schemas';
import { avvikelseLine, avvikelsePatterns } from '../../apps/api/openapi/avvikelse-schemas';
import { caseSchemasAt } from '../../apps/api/openapi/case-schemas';
import { apiDocument } from '../../apps/api/openapi/document';
import { event } from '../../apps/api/openapi/event-schemas';
import { planDraft, stayToLink } from '../../apps/api/openapi/sip-schemas';
import { pastDischarge, pastSip } from '../../apps/api/openapi/history-schemas';
import { payment } from '../../apps/api/openapi/payment-schemas';
import { receivers } from '../../apps/api/openapi/receivers-schemas';
import * as views from '../../apps/api/openapi/view-schemas';
import { ApiServer, type Answer } from './api-server.fixture';
import { bodiesOfCases } from './bodies-of-cases.fixture';
import { MORE_BODIES } from './more-bodies.fixture';
import { EMPTY_DRAFT } from './plan-draft.fixture';

/** Streams do not end by themselves, and signing out ends the session of the rest. */
const NOT_TWICE = ['/api/v1/stream', '/api/v1/sign-out'];

/** A provider may send more than we read (RFC 6749 4.1.2). */
const BY_OTHERS = ['/api/v1/sign-in/nobody/callback'];

const ASSIGNMENT = {
  ...{ unit: 'nobody', roles: ['physician'], from: null, until: null },
  ...{ commission: null, standIn: null },
};
const KEY = { kty: 'RSA', kid: 'one' };
const CLOSED = [null, null, null, null, null, null, null];
const HOURS = { from: '2026-03-02', days: CLOSED, red: null };
const CAPACITY = { week: [1, 1, 1, 1, 1, null, null], days: [], start: null };
const WATCH = { name: 'Jour', units: ['nobody'], mayDecide: false, turns: [] };
const LATE = { visa: 'late', ordna: 'uppgifter' };
const SAVED_VIEW = { name: 'Sent', query: LATE, shared: false };
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** What the operations take that are no commands; a command's own fields are judged later. */
const bodies: Readonly<Record<string, object>> = {
  '/api/v1/demo/sign-in': { user: ANNA },
  '/api/v1/demo/clock/advance': { ms: 1 },
  '/api/v1/me/assignment': { assignment: 'nobody' },
  '/api/v1/staff/search': {},
  '/api/v1/staff': { name: 'Ny', employee: null, assignment: ASSIGNMENT },
  '/api/v1/staff/00000000-0000-4000-8000-000000000000/assignments': ASSIGNMENT,
  '/api/v1/assignments/00000000-0000-4000-8000-000000000000/change': {
    roles: ['physician'],
    until: null,
  },
  '/api/v1/confirmations': { assignments: ['nobody'] },
  '/api/v1/own-units/00000000-0000-4000-8000-000000000000/facts': {
    name: 'Ny',
    phone: '090-123 45 67',
  },
  '/api/v1/own-units/00000000-0000-4000-8000-000000000000/snapshot-key': {
    publicKey: 'hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=',
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    iterations: 600_000,
  },
  '/api/v1/own-units/00000000-0000-4000-8000-000000000000/hours': HOURS,
  '/api/v1/own-units/00000000-0000-4000-8000-000000000000/capacity': CAPACITY,
  '/api/v1/watches': WATCH,
  '/api/v1/watches/00000000-0000-4000-8000-000000000000/change': WATCH,
  '/api/v1/watches/00000000-0000-4000-8000-000000000000/hand-over': { to: 'nobody' },
  '/api/v1/absences': {
    ...{ staff: null, from: '2026-03-02T08:00:00Z', until: '2026-03-02T12:00:00Z' },
  },
  '/api/v1/machine-clients': {
    name: 'Journal',
    unit: 'nobody',
    roles: ['ward-staff'],
    scopes: ['read'],
    keys: [KEY],
  },
  '/api/v1/machine-clients/00000000-0000-4000-8000-000000000000/keys': { keys: [KEY] },
  '/api/v1/webhooks': { url: 'https://system.example/hook', kinds: ['case.told'] },
  '/api/v1/webhooks/00000000-0000-4000-8000-000000000000/kinds': { kinds: ['case.told'] },
  '/api/v1/webhooks/00000000-0000-4000-8000-000000000000/redeliver': { ids: null },
  '/api/v1/standing-contacts': {
    staff: 'helena-burman',
    phone: '090-785 20 01',
    from: '2026-03-02',
    until: null,
  },
  '/api/v1/contact-handovers': {
    from: 'helena-burman',
    to: 'karin-nyberg',
    phone: '090-785 20 01',
  },
  '/api/v1/protected-identities': { caseId: NOWHERE, grade: 'marked' },
  '/api/v1/protection-contacts': {
    caseId: NOWHERE,
    staff: ['helena-burman', 'karin-nyberg'],
    phone: '090-785 20 01',
  },
  '/api/v1/outside-cases': { caseId: NOWHERE },
  '/api/v1/emergency-openings': { number: '1', reason: 'treats-now', words: 'Akut.' },
  '/api/v1/emergency-openings/00000000-0000-4000-8000-000000000000/review': {
    verdict: 'approved',
    words: 'Rimligt.',
  },
  '/api/v1/blocks': { caseId: NOWHERE, toldBy: 'patient' },
  '/api/v1/blocks/end': { caseId: NOWHERE },
  '/api/v1/blocks/units': { caseId: NOWHERE, reason: 'Akut.' },
  '/api/v1/blocks/releases': {
    ...{ caseId: NOWHERE, blocks: ['1'], kind: 'emergency', reason: 'Akut.' },
  },
  '/api/v1/objections': { caseId: NOWHERE, toldBy: 'patient' },
  '/api/v1/objections/end': { caseId: NOWHERE },
  '/api/v1/access-log/reviews/00000000-0000-4000-8000-000000000000/lines/{line}/decision': {
    decision: 'justified',
  },
  '/api/v1/access-log/reviews': { from: '2026-03-02', to: '2026-03-02', size: 1 },
  '/api/v1/access-log/extracts': {
    ...{ number: '194201010000', from: '2026-03-02', to: '2026-03-02', names: false },
  },
  ...bodiesOfCases(NOWHERE),
  [`/api/v1/sips/${NOWHERE}/draft`]: EMPTY_DRAFT,
  [`/api/v1/sips/${NOWHERE}/draft/turn`]: { step: 'take' },
  ...MORE_BODIES,
  '/api/v1/saved-views': SAVED_VIEW,
  [`/api/v1/saved-views/${NOWHERE}/change`]: SAVED_VIEW,
  '/api/v1/deliveries/redeliver': { ids: ['1'] },
  '/api/v1/external-units': {
    organisation: 'Luleå kommun',
    code: '2580',
    kind: 'municipal-social',
    name: 'Biståndsenheten Luleå',
    phone: '0920-45 30 00',
    address: 'Box 1, 971 00 Luleå',
  },
};

describe('the API', () => {
  let api: ApiServer;
  let operations: { method: string; path: string; isOpen: boolean }[];

  beforeAll(async () => {
    api = await ApiServer.start();
    const document = apiDocument(api.county.service.registry.workflows, 'demo');
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path
          .replace('{id}', '00000000-0000-4000-8000-000000000000')
          .replace('{issuer}', 'nobody')
          .replace('{token}', 'nobody'),
        isOpen: 'security' in operation,
      })),
    );
  });

  afterAll(() => api.stop());

  const send = (method: string, path: string, user?: string): Promise<Answer> =>
    api.call(method, path, bodies[path.replace(/\?.*/, '')] ?? {}, user);

  it('knows who calls before anything else, except where everybody may', async () => {
    for (const { method, path, isOpen } of operations) {
      const { status, body } = await send(method, path);
      if (isOpen) expect([method, path, status]).not.toEqual([method, path, 401]);
      else expect([method, path, body]).toMatchObject([method, path, { code: 'NOT_SIGNED_IN' }]);
    }
  });

  it('takes no other token than one of its own', async () => {
    const tokens = [
      '',
      'x',
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      'Bearer a b',
      `Bearer ${'x'.repeat(43)}`,
    ];
    for (const authorization of tokens) {
      const answer = await api.get('/api/v1/me', undefined, { authorization });
      expect(answer).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('passes over no misspelled filter', async () => {
    for (const { method, path } of operations) {
      if (!path.startsWith('/api/v1') || BY_OTHERS.includes(path)) continue;
      const { body } = await send(method, `${path}?ovredue=true`, ANNA);
      // Beside it stands what the request should have said.
      const errors: unknown = expect.arrayContaining([{ path: '', code: 'unknown_field' }]);
      expect([method, path, body]).toMatchObject([
        method,
        path,
        { code: 'PAYLOAD_INVALID', errors },
      ]);
    }
  });

  it('depends on language and session, and opens itself to no other site', async () => {
    for (const { method, path } of operations) {
      if (!path.startsWith('/api/v1') || NOT_TWICE.includes(path)) continue;
      const { headers } = await send(method, path, ANNA);
      expect(headers.get('vary')).toBe('Accept-Language, Authorization, Cookie');
      expect(headers.get('trace-id')).toMatch(/^[0-9a-f]{32}$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it("goes on with the caller's trace", async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { headers } = await api.get('/api/v1/me', ANNA, {
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(headers.get('trace-id')).toBe(trace);
    expect(api.log.filter((line) => line.includes(trace))).toHaveLength(1);
  });

  describe('answers what it describes:', () => {
    let id: string;

    beforeAll(async () => {
      ({ id } = await api.admit());
      const give = (name: string, user: string, body = {}) => api.county.give(id, name, user, body);
      const expectedDischargeAt = plusMs(api.county.service.clock.now(), 72 * HOUR_MS);
      const receivers = ['umea-bistand-norr', 'ersboda-halsocentral'];
      await give('send-inskrivningsmeddelande', ANNA, { receivers, expectedDischargeAt });
      await give('acknowledge', MARIA);
      await give('answer', MARIA, { answer: 'known', currentMeasures: 'Hemtjänst, larm.' });
      await give('report-ready', HELENA);
      const judgedAt = api.county.service.clock.now();
      await give('mark-utskrivningsklar', ANNA, { physician: 'Erik Sandström', judgedAt });
    });

    /** The schemas are strict: a field that is not described fails as well. */
    function expectOf(schema: z.ZodType, value: unknown): void {
      expect(schema.safeParse(value)).toMatchObject({ success: true });
    }

    async function items(path: string, user: string): Promise<unknown[]> {
      const { body } = await api.get(path, user);
      const list = body as { items: unknown[]; next: unknown };
      expect(Object.keys(list).sort()).toEqual(['items', 'next']);
      expect(list.items.length).toBeGreaterThan(0);
      return list.items;
    }

    it.each([ANNA, MARIA, HELENA])('the case to %s, as it is and as it stood', async (user) => {
      const { body } = await api.get(`/api/v1/discharges/${id}`, user);
      expectOf(caseSchemasAt('discharges').view, body);
      expectOf(pastDischarge, (await api.get(`/api/v1/discharges/${id}/at`, user)).body);
      expect((await api.get(`/api/v1/discharges/${id}/at?instant=now`, user)).status).toBe(422);
    });

    it('the days of the stay, and what has changed in them', async () => {
      for (const query of ['', '?version=1']) {
        const { body } = await api.get(`/api/v1/discharges/${id}/payment${query}`, ANNA);
        expectOf(payment, body);
      }
      const { body } = await api.get(`/api/v1/discharges/${id}/payment?version=0`, ANNA);
      expect(body).toMatchObject({ code: 'PAYLOAD_INVALID' });
    });

    it('whom the ward is proposed to send to', async () => {
      expectOf(receivers, (await api.get(`/api/v1/discharges/${id}/receivers`, ANNA)).body);
    });

    it('a SIP, to who started it and who was called, and its lists', async () => {
      const { caseId } = await api.county.sip();
      const give = (name: string, body = {}) =>
        api.county.giveAt('sips', caseId, name, HELENA, body);
      await give('offer-sip');
      await give('record-consent', { givenBy: 'person', way: 'spoken', scope: 'Allt.' });
      const at = plusMs(api.county.service.clock.now(), 72 * HOUR_MS);
      await give('call', { units: ['umea-bistand-norr'], meeting: { at, way: 'home' } });
      const { commands = [] } = api.county.service.registry.byPath('sips')?.definition ?? {};
      const plan = commands.find(({ name }) => name === 'draft-plan');
      await give('draft-plan', plan?.example as object);
      const admission = api.county.admission();
      await api.county.told(admission);
      const started = { patient: admission['patient'], need: 'Stöd.' };
      const ofMaria = await api.county.open('sips', started, MARIA);
      for (const stay of await items(`/api/v1/sips/${ofMaria.caseId}/stays`, MARIA)) {
        expectOf(stayToLink, stay);
      }
      for (const user of [HELENA, MARIA]) {
        const { view, summary } = caseSchemasAt('sips');
        expectOf(view, (await api.get(`/api/v1/sips/${caseId}`, user)).body);
        for (const item of await items('/api/v1/sips', user)) expectOf(summary, item);
        for (const item of await items(`/api/v1/sips/${caseId}/events`, user))
          expectOf(event, item);
        expectOf(pastSip, (await api.get(`/api/v1/sips/${caseId}/at`, user)).body);
        expectOf(planDraft, (await api.get(`/api/v1/sips/${caseId}/draft`, user)).body);
        const file = await api.get(`/api/v1/sips/${caseId}/meeting.ics`, user);
        expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      }
    });

    it('an avvikelse to both sides, its list, and what is counted of it', async () => {
      const values = { category: 'hjalpmedel', consequence: 'risk', text: 'Rollatorn saknades.' };
      const body = { about: id, to: 'nus-medicin-2', ...values };
      const { caseId } = await api.county.open('avvikelser', body, MARIA);
      const { view, summary } = caseSchemasAt('avvikelser');
      for (const user of [ANNA, MARIA]) {
        expectOf(view, (await api.get(`/api/v1/avvikelser/${caseId}`, user)).body);
        for (const item of await items('/api/v1/avvikelser', user)) expectOf(summary, item);
      }
      const day = localDate(api.county.service.clock.now());
      const patterns = `/api/v1/avvikelser/patterns`;
      const period = `from=${day}&to=${day}`;
      expectOf(avvikelsePatterns, (await api.get(`${patterns}?${period}`, PETER)).body);
      const bar = `${patterns}/list?${period}&by=concerned&value=nus-medicin-2`;
      for (const item of await items(bar, PETER)) expectOf(avvikelseLine, item);
      for (const wrong of [`${period}&by=text&value=x`, `${period}&by=month`, 'by=month&value=x']) {
        const answer = await api.get(`${patterns}/list?${wrong}`, PETER);
        expect(answer).toMatchObject({ status: 422, body: { code: 'PAYLOAD_INVALID' } });
      }
    });

    it('the lists', async () => {
      for (const user of [ANNA, MARIA, HELENA]) {
        for (const item of await items('/api/v1/discharges', user)) {
          expectOf(caseSchemasAt('discharges').summary, item);
        }
        for (const item of await items(`/api/v1/discharges/${id}/events`, user)) {
          expectOf(event, item);
        }
      }
      for (const item of await items('/api/v1/duties', MARIA)) expectOf(views.dutyLine, item);
      for (const list of ['units', 'executors']) {
        for (const item of await items(`/api/v1/${list}`, MARIA))
          expectOf(views.receiverUnit, item);
      }
    });

    it('the account and the demo', async () => {
      expectOf(accounts.me, (await api.get('/api/v1/me', MARIA)).body);
      for (const item of await items('/api/v1/demo/users', MARIA)) {
        expectOf(accounts.demoUser, item);
      }
      expectOf(accounts.demoClock, (await api.get('/api/v1/demo/clock')).body);
      expectOf(accounts.session, (await api.post('/api/v1/demo/sign-in', { user: ANNA })).body);
    });
  });

  describe('gives lists in pages:', () => {
    it.each(['/api/v1/units', '/api/v1/demo/users'])('%s in one', async (path) => {
      expect((await api.get(path, ANNA)).body).toMatchObject({ next: null });
    });

    it('cases and duties complete and once', async () => {
      for (let n = 0; n < 5; n += 1) await api.told();
      for (const list of ['discharges', 'duties']) {
        const whole = await pages(`/api/v1/${list}?limit=200`);
        expect(await pages(`/api/v1/${list}?limit=2`)).toEqual(whole);
        expect(new Set(whole.flat()).size).toBe(whole.flat().length);
      }
    });

    async function pages(path: string): Promise<unknown[]> {
      const ids: unknown[] = [];
      let next = '';
      do {
        const { body } = await api.get(`${path}${next}`, MARIA);
        const page = body as { items: { id: string; caseId?: string }[]; next: string | null };
        ids.push(...page.items.map((item) => `${item.caseId} ${item.id}`));
        next = page.next === null ? '' : `&cursor=${page.next}`;
      } while (next !== '');
      return ids;
    }

    it.each([
      'limit=0',
      'limit=201',
      'limit=x',
      'limit=1.5',
      'limit=1&limit=2',
      'cursor=',
      'cursor=å',
      'cursor=inte-en-av-oss',
      `cursor=${'x'.repeat(501)}`,
    ])('never with ?%s', async (query) => {
      for (const path of ['discharges', 'duties', 'notices']) {
        const answer = await api.get(`/api/v1/${path}?${query}`, MARIA);
        expect(answer).toMatchObject({ status: 422, body: { code: 'PAYLOAD_INVALID' } });
      }
    });

    it('never the timeline from a place that is none', async () => {
      const { id } = await api.told();
      for (const cursor of ['x', '-1', '1e3', '0x1', '9007199254740991', '2147483648']) {
        const answer = await api.get(`/api/v1/discharges/${id}/events?cursor=${cursor}`, MARIA);
        expect([cursor, answer.status < 500]).toEqual([cursor, true]);
      }
    });

    it.each([true, false])('duties by whether they are late: %s', async (overdue) => {
      const { body } = await api.get(`/api/v1/duties?overdue=${overdue}&limit=1`, MARIA);
      expect(body).toMatchObject({ items: overdue ? [] : [expect.anything()] });
    });
  });
});
