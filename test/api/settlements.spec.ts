import type { SettlementView } from '@hemgang/cases';
import { HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import { readSheet } from 'read-excel-file/node';
import { caseSchemasAt } from '../../apps/api/openapi/case-schemas';
import { rowIdentity, settlementVersion } from '../../apps/api/openapi/settlement-schemas';
import { ApiServer } from './api-server.fixture';

const DAY_MS = 24 * HOUR_MS;

describe('the settlement of a month that stays were lived in, over HTTP', () => {
  let api: ApiServer;
  let patient: string;
  let stay: string;
  let path: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    const { county } = api;
    const admission = county.admission();
    const ofUmea = { ...(admission['patient'] as object), municipality: '2480' };
    const { caseId, view } = await county.told({ ...admission, patient: ofUmea });
    patient = view.patient?.name ?? '';
    stay = caseId;
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(6 * DAY_MS);
    await county.give(caseId, 'discharge', ANNA);
    const month = localDate(county.service.clock.now()).slice(0, 7);
    await county.service.advanceClock(35 * DAY_MS);
    const body = { municipality: '2480', month };
    const answer = await api.post('/api/v1/settlements', body, SUSANNE);
    expect(answer.status).toBe(201);
    path = answer.headers.get('location') ?? '';
  });
  afterAll(() => api.stop());

  const seenBy = async (user: string): Promise<SettlementView> => {
    const { body } = await api.get(path, user);
    expect(caseSchemasAt('settlements').view.safeParse(body)).toMatchObject({ success: true });
    return body as SettlementView;
  };
  const give = async (name: string, user: string, body = {}) => {
    const answer = await api.post(`${path}/${name}`, body, user);
    expect([name, answer.status, answer.body]).toEqual([name, 200, expect.anything()]);
  };

  it('has a row for each day, no kronor in Västerbotten, and both sides’ duties as evidence', async () => {
    const [region, municipality] = [await seenBy(SUSANNE), await seenBy(PETER)];
    expect(region.settlement).toMatchObject({
      policy: { id: 'vasterbotten-2022', model: 'analysisOnly' },
      totals: { stays: 1, days: 6, averageDays: 6, totalOre: null },
      undisputed: { days: 6, totalOre: null },
    });
    expect(region.settlement.rows.map((row) => [row.case, row.reason])).toEqual(
      Array.from({ length: 6 }, () => [stay, 'ANALYSIS_ONLY']),
    );
    const sides = new Set(municipality.settlement.evidence.map(({ side }) => side));
    expect([...sides].sort()).toEqual(['municipality', 'region']);
    expect(municipality.settlement.evidence).toContainEqual(
      expect.objectContaining({ key: 'inskrivningsmeddelande', side: 'region', late: false }),
    );
    expect(JSON.stringify(municipality)).not.toContain(stay);
    expect(JSON.stringify(municipality)).not.toContain(patient);
    const lists = (await api.get('/api/v1/settlements', PETER)).body as { items: unknown[] };
    for (const item of lists.items) {
      expect(caseSchemasAt('settlements').summary.safeParse(item)).toMatchObject({ success: true });
    }
  });

  it('tells whose a row is to who asks and may, and to nobody else', async () => {
    const [row] = (await seenBy(PETER)).settlement.rows;
    const address = `${path}/rows/${row?.id}/identity`;
    const answer = await api.get(address, PETER);
    expect(rowIdentity.parse(answer.body).patient.name).toBe(patient);
    expect((await api.get(address, ANNA)).status).toBe(404);
    const noted = await query<{ action: string }>(
      api.county.databaseUrl,
      `select action from access_log where action like '%row-identity' order by id`,
    );
    expect(noted.map(({ action }) => action)).toEqual([
      'read:row-identity',
      'refused:read:row-identity',
    ]);
  });

  it('is to be had as files, named after municipality and month', async () => {
    const { month } = (await seenBy(PETER)).settlement;
    const disposition = (ending: string) =>
      `attachment; filename="avrakning-2480-${month}.${ending}"`;
    const csv = await api.get(`${path}/basis.csv`, PETER);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe(disposition('csv'));
    expect(csv.text.split('\r\n')).toHaveLength(1 + 6 + 1);
    const pdf = await api.get(`${path}/basis.pdf`, PETER);
    expect(pdf.headers.get('content-disposition')).toBe(disposition('pdf'));
    expect(pdf.text).toMatch(/^%PDF-1\.7\n/);
    const xlsx = await fetch(`${api.url}${path}/basis.xlsx`, {
      headers: { authorization: `Bearer ${await api.token(PETER)}` },
    });
    const rows = await readSheet(Buffer.from(await xlsx.arrayBuffer()), 'Rader');
    expect(rows).toHaveLength(1 + 6);
    for (const ending of ['csv', 'pdf', 'xlsx']) {
      expect((await api.get(`${path}/basis.${ending}`, ANNA)).status).toBe(404);
    }
  });

  it('stays what was locked when the stay is corrected afterwards; what is computed next has it', async () => {
    await give('review-settlement', PETER);
    await give('sign-for-region', SUSANNE);
    await give('sign-for-municipality', PETER);
    const { locked, rows, inputHash } = (await seenBy(SUSANNE)).settlement;
    const events = await api.get(`/api/v1/discharges/${stay}/events`, ANNA);
    const { items } = events.body as { items: { seq: number; type: string }[] };
    const event = items.find(({ type }) => type === 'discharge')?.seq;
    const struck = { event, reason: 'Fel patient.' };
    const makulera = await api.post(`/api/v1/discharges/${stay}/makulera-event`, struck, ANNA);
    expect(makulera.status).toBe(200);
    expect((await seenBy(SUSANNE)).settlement).toMatchObject({ locked, rows, inputHash });
    await give('ask-to-reopen', SUSANNE, { reason: 'En utskrivning är makulerad.' });
    await give('agree-to-reopen', PETER);
    await give('recompute', SUSANNE);
    const { settlement } = await seenBy(PETER);
    expect(settlement.rows).toEqual([]);
    expect(settlement.difference?.removed).toHaveLength(6);
    expect(settlement.inputHash).not.toBe(inputHash);
    const old = await api.get(`${path}/versions/1`, PETER);
    expect(settlementVersion.parse(old.body).items).toHaveLength(6);
    for (const event of ['2', 'x', '999999999999']) {
      expect((await api.get(`${path}/versions/${event}`, PETER)).status).toBe(404);
    }
    expect((await api.get(`${path}/versions/1`, ANNA)).status).toBe(404);
  });
});
