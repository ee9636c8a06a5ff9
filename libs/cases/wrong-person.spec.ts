import { randomUUID } from 'node:crypto';
import { demoPatient } from '@hemgang/demo';
import { canonicalJson, instant } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { sha256 } from './contents';

const reason = 'Fel rad valdes i listan.';

describe('a case about the wrong person', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const rows = <Row>(sql: string) => query<Row & object>(county.databaseUrl, sql);

  const seenBy = async (caseId: string, user: string) => {
    const view = await county.service.views.case('discharges', caseId, county.reader(user));
    if ('code' in view) throw new Error(view.code);
    return view;
  };

  const eventsFor = async (caseId: string, user: string) => {
    const all = { cursor: null, limit: 200 };
    const page = await county.service.views.events('discharges', caseId, county.reader(user), all);
    if ('code' in page) throw new Error(page.code);
    return page.items;
  };

  const listedFor = async (caseId: string, user: string) => {
    const all = { cursor: null, limit: 200 };
    const page = await county.service.views.cases('discharges', county.reader(user), all);
    if ('code' in page) throw new Error(page.code);
    return page.items.find(({ id }) => id === caseId);
  };

  /** Maria's unit was told, has answered, and has been told more. */
  const told = async () => {
    const { caseId, view } = await county.told();
    await seenBy(caseId, MARIA);
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'known', currentMeasures: 'Larm.' });
    return { caseId, wrong: view.patient! };
  };

  const right = (index: number) => {
    const { number, name, address, municipality } = demoPatient(index);
    return { number, name, address, municipality };
  };

  const moved = async (index: number) => {
    const { caseId, wrong } = await told();
    const patient = right(index);
    const answer = await county.give(caseId, 'move-wrong-person', ANNA, { patient, reason });
    return { caseId, wrong, patient, answer };
  };

  /** What the worker does with the outbox rows of a case. */
  const work = async (caseId: string) => {
    const ids = await rows<{ id: number }>(
      `select id from outbox where case_id = '${caseId}' and job = 'draft-incident'`,
    );
    const now = county.service.clock.now();
    await county.service.incidentDrafts.draft(
      ids.map(({ id }) => id),
      now,
    );
    return ids.length;
  };

  describe('moved to the right patient', () => {
    it('is about her, and the ward owes the notice of admission again', async () => {
      const { caseId, patient, answer } = await moved(70);
      expect(answer.view.patient).toMatchObject({ name: patient.name, address: patient.address });
      expect(answer.view.state).toBe('admitted');
      expect(answer.view.duties).toContainEqual(
        expect.objectContaining({ key: 'inskrivningsmeddelande', closedAt: null }),
      );
      expect((await listedFor(caseId, ANNA))?.patient).toEqual({ name: patient.name });
      const persons = await rows<{ name: string }>(
        `select p.name from cases c join persons p on p.id = c.person_id where c.id = '${caseId}'`,
      );
      expect(persons).toEqual([{ name: patient.name }]);
    });

    it('leaves the receiver a stub: why, its own part, and nothing of either patient', async () => {
      const { caseId, wrong, patient } = await moved(71);
      const stub = await seenBy(caseId, MARIA);
      expect(stub).toMatchObject({ patient: null, entries: [], state: 'makulerad' });
      expect(stub.why).toContain('fel person');
      expect(stub.handovers.map(({ id, word }) => [id, word])).toEqual([['h2-1', 'struck']]);
      expect([stub.allowedCommands, stub.otherCommands]).toEqual([[], []]);
      expect(stub.duties.every(({ closedAt }) => closedAt !== null)).toBe(true);
      const listed = await listedFor(caseId, MARIA);
      expect(listed).toMatchObject({ patient: null, state: 'makulerad' });
      const events = await eventsFor(caseId, MARIA);
      expect(events.at(-1)?.type).toBe('move-wrong-person');
      const all = JSON.stringify([stub, listed, events]);
      for (const secret of [wrong.name, wrong.number, patient.name, wrong.address ?? '-']) {
        expect(all).not.toContain(secret);
      }
    });

    it('stays a stub whatever happens to the right patient', async () => {
      const { caseId } = await moved(72);
      await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
        receivers: ['vannas-bistand'],
        expectedDischargeAt: '2099-03-06T11:00:00.000Z',
      });
      const stub = await seenBy(caseId, MARIA);
      expect(stub.parties.map(({ unit }) => unit.id)).toEqual(['umea-bistand-norr']);
      expect(JSON.stringify(stub)).not.toContain('vannas');
      expect((await eventsFor(caseId, MARIA)).at(-1)?.type).toBe('move-wrong-person');
    });

    it('ends the stub when the unit is the right receiver of the right patient too', async () => {
      const { caseId, wrong, patient } = await moved(73);
      await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
        receivers: ['umea-bistand-norr'],
        expectedDischargeAt: '2099-03-06T11:00:00.000Z',
      });
      const view = await seenBy(caseId, MARIA);
      expect(view.patient?.name).toBe(patient.name);
      expect(view.handovers.map(({ word }) => word)).toEqual(['struck', 'notified']);
      expect(JSON.stringify(view)).not.toContain(wrong.name);
    });

    it('removes content and salt there, and every event still verifies', async () => {
      const { caseId, wrong } = await moved(74);
      const contents = await rows<{ seq: number; controller: string; salt: string; body: object }>(
        `select seq, controller, encode(salt, 'hex') as salt, body from contents where case_id = '${caseId}'`,
      );
      const ward = county.reader(ANNA).controller;
      expect(new Set(contents.map(({ controller }) => controller))).toEqual(new Set([ward]));
      // The ward keeps what it wrote: it is the evidence of the incident.
      expect(JSON.stringify(contents)).toContain(wrong.name);
      interface Line {
        readonly seq: number;
        readonly hash: string;
        readonly digests: Record<string, string>;
        readonly occurredAt: Date;
        readonly recordedAt: Date;
      }
      const log = await rows<Line>(
        `select seq, type, machine, occurred_at as "occurredAt", recorded_at as "recordedAt",
                actor, payload, given, digests, results, encode(hash, 'hex') as hash
         from events where case_id = '${caseId}' order by seq`,
      );
      for (const { hash, ...line } of log) {
        const occurredAt = instant(line.occurredAt);
        const recordedAt = instant(line.recordedAt);
        const whole = { caseId, ...line, occurredAt, recordedAt };
        expect(sha256(canonicalJson(whole))).toBe(hash);
      }
      const digests = log.map((line) => line.digests);
      for (const { seq, controller, salt, body } of contents) {
        expect(digests[seq - 1]?.[controller]).toBe(sha256(salt + canonicalJson(body)));
      }
      const marias = county.reader(MARIA).controller;
      expect(digests.filter((each) => marias in each).length).toBeGreaterThan(0);
    });

    it('tells both persons in the access log, and names neither in the event', async () => {
      const { caseId, wrong, patient } = await moved(75);
      const lines = await rows<{ name: string }>(
        `select p.name from access_log a join persons p on p.id = a.person
         where a.case_id = '${caseId}' and a.action = 'command:move-wrong-person' order by a.id`,
      );
      expect(lines.map(({ name }) => name)).toEqual([wrong.name, patient.name]);
      const log = await rows(
        `select payload, given from events where case_id = '${caseId}' and type = 'move-wrong-person'`,
      );
      expect(log).toMatchObject([{ payload: {} }]);
      expect(JSON.stringify(log)).not.toContain(patient.name);
    });

    it.each([
      ['to the person it is about already', (number: string) => number, 'RULE_REFUSED'],
      ['to a number that is none', () => '19460529-9818', 'PAYLOAD_INVALID'],
    ])('is refused %s; nothing is written', async (_, numberOf, code) => {
      const { caseId, wrong } = await told();
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const patient = { number: numberOf(wrong.number), name: 'Elsa Sjöström' };
      const answer = await county.try(caseId, 'move-wrong-person', ANNA, { patient, reason });
      expect(answer).toMatchObject({ refusal: { code } });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    });

    it('is refused to somebody who lies in another bed; nothing is written', async () => {
      const other = await county.admit();
      const { caseId } = await told();
      const { number, name } = other.view.patient!;
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const body = { patient: { number, name }, reason };
      const answer = await county.try(caseId, 'move-wrong-person', ANNA, body);
      expect(answer).toMatchObject({ refusal: { code: 'STAY_ALREADY_OPEN' } });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    });
  });

  describe('struck', () => {
    it('is makulerad, the bed is free and the receiver keeps a stub', async () => {
      const { caseId, wrong } = await told();
      const { view } = await county.give(caseId, 'strike-wrong-person', ANNA, { reason });
      expect(view.state).toBe('makulerad');
      expect(view.duties.every(({ closedAt }) => closedAt !== null)).toBe(true);
      const stub = await seenBy(caseId, MARIA);
      expect(stub).toMatchObject({ patient: null, entries: [], state: 'makulerad' });
      expect(JSON.stringify(stub)).not.toContain(wrong.name);
      const { number, name } = wrong;
      const incoming = { body: { patient: { number, name } }, key: randomUUID() };
      const reader = county.reader(ANNA);
      expect(await county.service.answered.open('discharges', incoming, reader)).toMatchObject({
        ok: true,
      });
    });

    it('cannot be struck twice, nor moved', async () => {
      const { caseId } = await told();
      await county.give(caseId, 'strike-wrong-person', ANNA, { reason });
      const before = await contentsOf(county.databaseUrl, 'access_log');
      for (const [name, body] of [
        ['strike-wrong-person', { reason }],
        ['move-wrong-person', { reason, patient: right(79) }],
      ] as const) {
        const answer = await county.try(caseId, name, ANNA, body);
        expect(answer).toMatchObject({ refusal: { code: 'COMMAND_NOT_POSSIBLE' } });
      }
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    });

    it('also reaches a receiver that had sent the notice back, and one of the same authority', async () => {
      const { caseId } = await county.told();
      await county.give(caseId, 'add-receiver', ANNA, { unit: 'ersboda-halsocentral' });
      await county.give(caseId, 'reject', MARIA, { reason: 'Bor i Vännäs.' });
      await seenBy(caseId, HELENA);
      await county.give(caseId, 'strike-wrong-person', ANNA, { reason });
      for (const user of [MARIA, HELENA]) {
        expect(await seenBy(caseId, user)).toMatchObject({ patient: null, entries: [] });
      }
    });
  });

  describe('leaves the draft of an incident at the ward', () => {
    it('with who had opened what, once however often the job runs', async () => {
      const { caseId } = await told();
      await county.give(caseId, 'strike-wrong-person', ANNA, { reason });
      expect(await Promise.all([work(caseId), work(caseId)])).toContain(1);
      expect(await work(caseId)).toBe(0);
      const page = await county.service.incidents.list(county.reader(ANNA), {
        cursor: null,
        limit: 50,
      });
      if ('code' in page) throw new Error(page.code);
      const mine = page.items.filter((draft) => draft.caseId === caseId);
      expect(mine).toMatchObject([{ kind: 'wrong-person', text: 'Uppgifter om fel person' }]);
      const draft = await county.service.incidents.one(mine[0]!.id, county.reader(ANNA));
      if ('code' in draft) throw new Error(draft.code);
      const opened = draft.openings.map(({ unit, action }) => `${unit.id} ${action}`);
      expect(opened).toEqual([
        'nus-medicin-2 command:admit',
        'nus-medicin-2 command:send-inskrivningsmeddelande',
        'umea-bistand-norr read:case',
        'umea-bistand-norr command:acknowledge',
        'umea-bistand-norr command:answer',
        'nus-medicin-2 command:strike-wrong-person',
      ]);
      expect(draft.openings.map(({ staff }) => staff.name)).toContain('Maria Forsberg');
    });

    it('that nobody else can read', async () => {
      const { caseId } = await told();
      await county.give(caseId, 'strike-wrong-person', ANNA, { reason });
      await work(caseId);
      const [row] = await rows<{ id: string }>(
        `select id::text from incidents where case_id = '${caseId}'`,
      );
      const all = { cursor: null, limit: 50 };
      for (const user of [MARIA, HELENA]) {
        const reader = county.reader(user);
        expect(await county.service.incidents.one(row!.id, reader)).toEqual({ code: 'NOT_FOUND' });
        expect(await county.service.incidents.list(reader, all)).toMatchObject({ items: [] });
      }
      for (const id of ['0', '-1', 'x', '9'.repeat(30)]) {
        const answer = await county.service.incidents.one(id, county.reader(ANNA));
        expect(answer).toEqual({ code: 'NOT_FOUND' });
      }
    });
  });
});
