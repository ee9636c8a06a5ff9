import { localDate, HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, MARIA, PETER, query, recordFinding, SUSANNE } from '@hemgang/testing';
import { apiDocument } from '../../apps/api/openapi/document';
import { ApiServer, type Answer } from '../api/api-server.fixture';
import { hemgang } from '../cli/run';
import { WITHOUT_PATIENT } from './without-patient';

jest.setTimeout(120_000);

const DAY_MS = 24 * HOUR_MS;

/** Has no account: what it is told is printed. */
const LULEA = 'lulea-bistand';

/** A request that is answered with data about patients, and what the access log says of it. */
interface Asked {
  readonly operation: string;
  readonly path: string;
  readonly user: string;
  readonly body?: object;
  readonly action: string | RegExp;
  /** About so many that none is named: the case alone. */
  readonly isOfMany?: true;
}

/** Files, drafts, the wall of a ward, a forecast, and who hides, blocks, opposes or opens in an emergency: noted, and proven where cases of that kind are. */
const IN_THEIR_OWN_SUITES =
  /^(setProtection|handleOutside|(list|name)ProtectionContacts|(open|review|list)(In)?Emergency\w*|(block|release)\w+|endBlock|listBlockedUnits|getWardBoard|getForecast|listFigureCases|objectToDisclosure|endObjection|(add|get|remove)\w+Attachment|savePlanDraft|passPlanTurn)$/;

/** Before anybody is known, or for operators. */
const OPEN =
  /^(listIssuers|beginSignIn|finishSignIn|logoutByIssuer|listDemoUsers|signIn|getClock|advanceClock|isLive|isReady|getMetrics|getDescription|getSecurityText)$/;

/** Opens a case, or commands one: each answer shows the case. */
const COMMAND = /^(discharge|sip|settlement|avvikelse)[A-Z]/;

/** What the person herself is given. */
function ofSheets(stay: string, sip: string): readonly Asked[] {
  const action = 'read:patient-sheet';
  return [
    { operation: 'printPatientSheet', path: `${stay}/patient-sheet`, user: ANNA, action },
    { operation: 'printSipSheet', path: `${sip}/patient-sheet`, user: MARIA, action },
  ];
}

function ofSip(path: string): readonly Asked[] {
  return [
    {
      operation: 'listSipMessages',
      path: `${path}/messages`,
      user: MARIA,
      action: 'read:messages',
    },
    { operation: 'getPlanDraft', path: `${path}/draft`, user: MARIA, action: 'list:plan-draft' },
    { operation: 'listSipEvents', path: `${path}/events`, user: MARIA, action: 'read:events' },
    { operation: 'getSipAt', path: `${path}/at`, user: MARIA, action: 'read:history' },
  ];
}

function ofPreviews(stay: string, sip: string, settlement: string): readonly Asked[] {
  const shared = { action: 'read:preview', body: {} } as const;
  const of = (path: string, command: string) => `${path}/previews/${command}`;
  return [
    { ...shared, operation: 'previewDischargeCommand', path: of(stay, 'acknowledge'), user: MARIA },
    { ...shared, operation: 'previewSipCommand', path: of(sip, 'offer-sip'), user: MARIA },
    {
      ...{ ...shared, operation: 'previewSettlementCommand', isOfMany: true },
      ...{ path: of(settlement, 'review-settlement'), user: PETER },
    },
  ];
}

/** It names nobody: its words alone may say something of the patient of the case. */
function ofAvvikelse(id: string): readonly Asked[] {
  const shared = { user: ANNA, action: /^read:/, isOfMany: true } as const;
  const path = `/api/v1/avvikelser/${id}`;
  return [
    { ...shared, operation: 'getAvvikelse', path },
    { ...shared, operation: 'listAvvikelseEvents', path: `${path}/events` },
    { ...shared, operation: 'listAvvikelseDisclosures', path: `${path}/disclosures` },
    {
      ...{ ...shared, operation: 'previewAvvikelseCommand', body: {} },
      path: `${path}/previews/receive-avvikelse`,
    },
  ];
}

describe('every answer with data about a patient (HSLF-FS 2016:40 4:9)', () => {
  let api: ApiServer;
  let stay: string;
  let patient: { readonly number: string; readonly name: string; readonly address: string };
  let asked: readonly Asked[];

  beforeAll(async () => {
    api = await ApiServer.start();
    const { county } = api;
    const { clock } = county.service;
    const admission = county.admission();
    patient = { ...(admission['patient'] as typeof patient) };
    const ofUmea = { ...admission, patient: { ...patient, municipality: '2480' } };
    ({ caseId: stay } = await county.admit(ofUmea));
    await county.give(stay, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', LULEA],
      expectedDischargeAt: plusMs(clock.now(), 72 * HOUR_MS),
    });
    await county.give(stay, 'acknowledge', MARIA);
    const judgedAt = clock.now();
    await county.give(stay, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    const sip = (await county.open('sips', { patient: ofUmea.patient, need: 'Stöd.' }, MARIA))
      .caseId;
    const struck = await county.told();
    await county.give(struck.caseId, 'strike-wrong-person', ANNA, { reason: 'Fel patient.' });
    await work(struck.caseId);
    await county.service.advanceClock(6 * DAY_MS);
    await county.give(stay, 'discharge', ANNA);
    const month = localDate(clock.now()).slice(0, 7);
    await county.service.advanceClock(35 * DAY_MS);
    const body = { municipality: '2480', month };
    const settlement = await county.open('settlements', body, SUSANNE);
    const about = { about: stay, to: 'nus-medicin-2', category: 'annat', consequence: 'ingen' };
    const reported = await county.open('avvikelser', about, MARIA);
    await query(
      county.databaseUrl,
      `insert into notices (key, unit, case_id, seq, entry, created_at)
       values ('r13', 'umea-bistand-norr', $1, 2, 'inskrivningsmeddelande', now())`,
      [stay],
    );
    const today = localDate(clock.now());
    asked = asking({
      ...{ stay, sip, today, settlement: settlement.caseId },
      row: settlement.view.settlement.rows[0]?.id ?? '',
      avvikelse: reported.caseId,
      incident: await incidentOf(struck.caseId),
      review: await reviewOf(today),
    });
    await stepUp();
  });
  afterAll(() => api.stop());

  /** What the worker does with the draft of an incident. */
  async function work(caseId: string): Promise<void> {
    const ids = await query<{ id: number }>(
      api.county.databaseUrl,
      `select id::int from outbox where case_id = $1 and job = 'draft-incident'`,
      [caseId],
    );
    const { incidentDrafts, clock } = api.county.service;
    await incidentDrafts.draft(
      ids.map(({ id }) => id),
      clock.now(),
    );
  }

  async function incidentOf(caseId: string): Promise<string> {
    const [row] = await query<{ id: string }>(
      api.county.databaseUrl,
      'select id::text from incidents where case_id = $1',
      [caseId],
    );
    return row?.id ?? '';
  }

  async function reviewOf(today: string): Promise<string> {
    const from = localDate(plusMs(`${today}T12:00:00.000Z`, -60 * DAY_MS));
    const path = '/api/v1/access-log/reviews';
    const { body } = await api.post(path, { from, to: today, size: 5 }, SUSANNE);
    return (body as { id: string }).id;
  }

  function asking(ids: Readonly<Record<string, string>>): readonly Asked[] {
    const { sip, settlement, row, incident, review, today, avvikelse } = ids;
    const [one, month] = [`/api/v1/discharges/${stay}`, `/api/v1/settlements/${settlement}`];
    const log = '/api/v1/access-log';
    const get = (
      operation: string,
      path: string,
      user: string,
      action: Asked['action'],
    ): Asked => ({
      ...{ operation, path, user, action },
    });
    const ofMany = (operation: string, path: string, action: string | RegExp): Asked => ({
      ...{ operation, path: `${month}${path}`, user: SUSANNE, action, isOfMany: true },
    });
    const command = (operation: string, path: string, user: string, body = {}): Asked => ({
      ...{ operation, path, user, body },
      action: `command:${path.split('/').at(-1)}`,
    });
    return [
      get('listDischarges', '/api/v1/discharges', ANNA, 'list:cases'),
      get('getDischarge', one, MARIA, 'read:case'),
      get('listDischargeEvents', `${one}/events`, ANNA, 'read:events'),
      get('printDischargeNotice', `${one}/handovers/h2-2/notice`, ANNA, 'read:notice'),
      get('listDischargeMessages', `${one}/messages`, ANNA, 'read:messages'),
      get('listDischargeDisclosures', `${one}/disclosures`, ANNA, /^read:/),
      get('listSipDisclosures', `/api/v1/sips/${sip}/disclosures`, MARIA, /^read:/),
      ofMany('listSettlementDisclosures', '/disclosures', /^read:/),
      get('getDischargePayment', `${one}/payment`, ANNA, 'read:payment'),
      get('getDischargeAt', `${one}/at`, MARIA, 'read:history'),
      get('getDischargeReceivers', `${one}/receivers`, ANNA, 'read:receivers'),
      get('listDuties', '/api/v1/duties', MARIA, 'list:duties'),
      get('listNotices', '/api/v1/notices', MARIA, 'list:notices'),
      get('listSips', '/api/v1/sips', MARIA, 'list:cases'),
      get('getSip', `/api/v1/sips/${sip}`, MARIA, 'read:case'),
      get('listStaysToLink', `/api/v1/sips/${sip}/stays`, MARIA, 'list:stays-of-sip'),
      get('listIncidents', '/api/v1/incidents', ANNA, 'list:incidents'),
      get('getIncident', `/api/v1/incidents/${incident}`, ANNA, 'read:incident'),
      get('getRowIdentity', `${month}/rows/${row}/identity`, SUSANNE, 'read:row-identity'),
      ...ofAvvikelse(avvikelse ?? ''),
      ...ofSip(`/api/v1/sips/${sip}`),
      ...ofSheets(one, `/api/v1/sips/${sip}`),
      ofMany('getSettlement', '', 'read:case'),
      ofMany('listSettlementEvents', '/events', 'read:events'),
      ofMany('getSettlementVersion', '/versions/1', 'read:settlement-version'),
      ofMany('getSettlementBasisExcel', '/basis.xlsx', 'read:case'),
      ofMany('getSettlementBasisCsv', '/basis.csv', 'read:case'),
      ofMany('getSettlementBasisPdf', '/basis.pdf', 'read:case'),
      get('listLogReviewLines', `${log}/reviews/${review}/lines`, SUSANNE, 'read:log-review'),
      {
        ...get('extractPatientLog', `${log}/extracts`, SUSANNE, 'extract:access-log'),
        body: { number: patient.number, from: today, to: today, names: false },
      },
      {
        ...get('exportAccessLog', `${log}/export.xml?from=${today}&to=${today}`, SUSANNE, ''),
        ...{ action: 'export:access-log', isOfMany: true },
      },
      {
        ...command('dischargeRegisterStay', '/api/v1/discharges', ANNA, api.county.admission()),
        action: /^command:/,
      },
      ...ofPreviews(one, `/api/v1/sips/${sip}`, month),
      command('dischargeAcknowledge', `${one}/acknowledge`, MARIA),
      command('sipOfferSip', `/api/v1/sips/${sip}/offer-sip`, MARIA),
      {
        ...command('settlementReviewSettlement', `${month}/review-settlement`, PETER),
        isOfMany: true,
      },
    ];
  }

  const stepUp = () =>
    query(api.county.databaseUrl, `update sessions set stepped_up_until = '2999-01-01T00:00:00Z'`);

  const send = async ({ path, user, body }: Asked): Promise<Answer> => {
    await api.token(user);
    await stepUp();
    return body === undefined ? api.get(path, user) : api.post(path, body, user);
  };

  interface Noted {
    readonly action: string;
    readonly staff: string | null;
    readonly unit: string | null;
    readonly purpose: string | null;
    readonly at: Date | null;
    readonly patients: number;
  }

  const notedAfter = (last: number) =>
    query<Noted>(
      api.county.databaseUrl,
      `select action, staff, unit, purpose, at, (person is not null)::int +
              (select count(*)::int from access_patients p where p.line = a.id) as patients
       from access_log a where id > $1`,
      [last],
    );

  async function lastLine(): Promise<number> {
    const [row] = await query<{ id: number }>(
      api.county.databaseUrl,
      'select coalesce(max(id), 0)::int as id from access_log',
    );
    return row?.id ?? 0;
  }

  it('is known: each described operation is here, is a command, or says why it needs no line', () => {
    const { paths } = apiDocument(api.county.service.registry.workflows, 'demo');
    const all = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((operation) => String(operation['operationId'])),
    );
    const known = [...asked.map(({ operation }) => operation), ...Object.keys(WITHOUT_PATIENT)];
    const others = all.filter(
      (id) =>
        !known.includes(id) && !COMMAND.test(id) && !OPEN.test(id) && !IN_THEIR_OWN_SUITES.test(id),
    );
    // The handover of a contact's patients is commands, one for each patient.
    expect(others).toEqual(['handOverPatients']);
  });

  it('has its line with what the rules ask: what, when, who, unit, purpose and patient', async () => {
    let matched = 0;
    for (const each of asked) {
      const before = await lastLine();
      const answer = await send(each);
      const { operation, action } = each;
      expect([operation, answer.status, answer.status < 300 || answer.text]).toEqual([
        ...[operation, expect.any(Number), true],
      ]);
      const lines = await notedAfter(before);
      const line = lines.find((found) =>
        typeof action === 'string' ? found.action === action : action.test(found.action),
      );
      expect([operation, line]).toMatchObject([
        operation,
        { staff: expect.any(String) as string, unit: expect.any(String) as string },
      ]);
      expect(line?.purpose).not.toBeNull();
      expect(line?.at).not.toBeNull();
      if (each.isOfMany !== true) expect([operation, line?.patients]).not.toEqual([operation, 0]);
      matched += 1;
    }
    recordFinding('every-answer', {
      promise: 'R13: every answer with patient data has its line in the access log',
      figures: {
        'answers matched': `${matched} of ${asked.length}`,
        'operations that say why they need none': Object.keys(WITHOUT_PATIENT).length,
      },
    });
  });

  it('also of an operator’s commands', async () => {
    for (const args of [
      ['case', 'show', stay],
      ['payment', 'case', stay],
    ]) {
      const before = await lastLine();
      expect((await hemgang(args, api.county.databaseUrl)).code).toBe(0);
      const lines = await notedAfter(before);
      expect(lines).toMatchObject([{ staff: 'operator', patients: 1 }]);
    }
  });

  it('of every event that a person has made, whatever the command', async () => {
    const [sums] = await query<{ events: number; matched: number }>(
      api.county.databaseUrl,
      `select count(*)::int as events,
              (count(*) filter (where exists (
                 select from access_log a
                 where a.case_id = e.case_id and a.action = 'command:' || e.type
                   and a.at = e.recorded_at and a.staff = e.actor ->> 'person'
                   and a.unit = e.actor ->> 'unit')))::int as matched
       from events e where actor ? 'person'`,
    );
    expect(sums?.events).toBeGreaterThan(8);
    expect(sums?.matched).toBe(sums?.events);
  });

  it('is no answer when the line cannot be written', async () => {
    await query(
      api.county.databaseUrl,
      `create function refuse_noting() returns trigger language plpgsql as $$
         begin raise exception 'no room'; end $$;
       create trigger no_room before insert on access_log
         for each statement execute function refuse_noting();
       create trigger no_room before insert on access_patients
         for each statement execute function refuse_noting()`,
    );
    const before = await contentsOf(api.county.databaseUrl, 'sessions');
    let without = 0;
    for (const each of asked) {
      const { status, text } = await send(each);
      expect([each.operation, status]).toEqual([each.operation, 500]);
      for (const secret of [...Object.values(patient), stay]) expect(text).not.toContain(secret);
      without += 1;
    }
    for (const args of [
      ['case', 'show', stay],
      ['payment', 'case', stay],
    ]) {
      const { code, out } = await hemgang(args, api.county.databaseUrl);
      expect([code, out]).toEqual([2, '']);
    }
    expect(await contentsOf(api.county.databaseUrl, 'sessions')).toEqual(before);
    recordFinding('no-line-no-answer', {
      promise: 'R13: where the access line cannot be written no data leave',
      figures: { 'answers without data': `${without + 2} of ${asked.length + 2}` },
    });
  });
});
