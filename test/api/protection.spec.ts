import type { Reader } from '@hemgang/access';
import { ANNA, HELENA, MARIA, SUSANNE } from '@hemgang/testing';
import * as protection from '../../apps/api/openapi/protection-schemas';
import { ApiServer, type Answer } from './api-server.fixture';

const JOHAN = 'johan-holmgren-nus-geriatrik-1';
const V1 = '/api/v1';

/** Protected identity, spärr and emergency openings as the document describes their answers. */
describe('who hides, who blocks, who opens in an emergency, over HTTP', () => {
  let api: ApiServer;
  let caseId: string;
  let number: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    ({ caseId, number } = await shared());
  });

  afterAll(() => api.stop());

  /** A stay that the ward, Maria's unit and Helena's hälsocentral take part in. */
  const shared = async (): Promise<{ caseId: string; number: string }> => {
    const admission = api.county.admission();
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const admitted = await api.county.admit({ ...admission, needs });
    await api.county.give(admitted.caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
      expectedDischargeAt: '2099-01-01T10:00:00.000Z',
    });
    const { number: ofPatient } = admission['patient'] as { number: string };
    return { caseId: admitted.caseId, number: ofPatient };
  };

  const offered = async (id: string, user: string): Promise<string[]> => {
    const { body } = await api.get(`${V1}/discharges/${id}`, user);
    return (body as { patientOperations: string[] }).patientOperations;
  };

  /** The demo's sign-in counts as a fresh proof of who one is. */
  const send = async (path: string, body: object, user: string): Promise<Answer> => {
    const signedIn = await api.post(`${V1}/demo/sign-in`, { user });
    const { token } = signedIn.body as { token: string };
    return api.post(`${V1}${path}`, body, undefined, { authorization: `Bearer ${token}` });
  };

  it('a fresh proof of who one is is asked for in words', async () => {
    const answer = await api.post(`${V1}/protected-identities`, { caseId, grade: 'marked' }, ANNA);
    expect(answer).toMatchObject({ status: 403, body: { code: 'STEP_UP_NEEDED' } });
  });

  it('an opening is answered with the cases, and its review with the verdict', async () => {
    const wanted = { number, reason: 'treats-now', words: 'Medvetslös.' };
    const opened = await send('/emergency-openings', wanted, JOHAN);
    expect(opened.status).toBe(201);
    const { id, cases } = protection.opened.parse(opened.body);
    expect(cases.map((each) => each.id)).toEqual([caseId]);
    expect(await offered(caseId, JOHAN)).toEqual([]);
    const queue = await api.get(`${V1}/emergency-openings?open=true`, SUSANNE);
    const { items } = queue.body as { items: unknown[] };
    expect(items.map((item) => protection.emergency.parse(item).id)).toEqual([id]);
    const said = { verdict: 'approved', words: 'Rimligt.' };
    const reviewed = await send(`/emergency-openings/${id}/review`, said, SUSANNE);
    expect(protection.emergency.parse(reviewed.body).verdict).toBe('approved');
    expect((await api.get(`${V1}/emergency-openings`, ANNA)).status).toBe(403);
  });

  it('a spärr is set, shown, released and ended', async () => {
    const set = await send('/blocks', { caseId, toldBy: 'patient' }, ANNA);
    protection.block.parse(set.body);
    const shown = await send('/blocks/units', { caseId, reason: 'Akut.' }, HELENA);
    const { items } = shown.body as { items: unknown[] };
    const blocks = items.map((item) => protection.blockedUnit.parse(item).block);
    expect(blocks).toHaveLength(1);
    const wish = { caseId, blocks, kind: 'consent', reason: 'Patienten säger ja.' };
    protection.released.parse((await send('/blocks/releases', wish, HELENA)).body);
    protection.block.parse((await send('/blocks/end', { caseId }, ANNA)).body);
    protection.block.parse((await send('/objections', { caseId, toldBy: 'patient' }, MARIA)).body);
    protection.block.parse((await send('/objections/end', { caseId }, MARIA)).body);
  });

  it('the case says what each of its readers can do about the patient, as the calls are judged', async () => {
    const { caseId: id } = await shared();
    const usual = ['setProtection', 'blockEntries', 'objectToDisclosure'];
    expect(await offered(id, ANNA)).toEqual(usual);
    expect(await offered(id, HELENA)).toEqual(usual);
    expect(await offered(id, MARIA)).toEqual(['setProtection', 'objectToDisclosure']);
    const byMaria = await send('/blocks', { caseId: id, toldBy: 'patient' }, MARIA);
    expect(byMaria.status).toBe(403);

    await send('/blocks', { caseId: id, toldBy: 'patient' }, ANNA);
    await send('/objections', { caseId: id, toldBy: 'patient' }, ANNA);
    expect(await offered(id, ANNA)).toEqual(['setProtection', 'endBlock', 'endObjection']);
    const others = ['setProtection', 'blockEntries', 'listBlockedUnits', 'endObjection'];
    expect(await offered(id, HELENA)).toEqual(others);
    expect((await send('/blocks/end', { caseId: id }, HELENA)).status).toBe(409);

    expect((await send('/outside-cases', { caseId: id }, ANNA)).status).toBe(409);
    await send('/protected-identities', { caseId: id, grade: 'marked' }, ANNA);
    const ofProtected = ['setProtection', 'nameProtectionContacts', 'handleOutside'];
    expect(await offered(id, ANNA)).toEqual([...ofProtected, 'endBlock', 'endObjection']);
    expect(await offered(id, HELENA)).not.toContain('handleOutside');
    expect((await send('/outside-cases', { caseId: id }, HELENA)).status).toBe(403);
    expect((await send('/outside-cases', { caseId: id }, ANNA)).status).toBe(200);
    expect(await offered(id, ANNA)).not.toContain('handleOutside');
  });

  it('a grade is set, contacts are named, and a case is handled outside', async () => {
    const { controller }: Reader = api.county.reader(SUSANNE);
    expect(controller).toBe(api.county.reader(ANNA).controller);
    const set = await send('/protected-identities', { caseId, grade: 'protected' }, ANNA);
    expect(protection.protectedIdentity.parse(set.body).grade).toBe('protected');
    const staff = ['anna-lundgren', 'erik-sandstrom'];
    const wish = { caseId: null, staff, phone: '090-785 00 00' };
    const named = await send('/protection-contacts', wish, SUSANNE);
    protection.protectionContacts.parse(named.body);
    const listed = await api.get(`${V1}/protection-contacts`, ANNA);
    expect((listed.body as { items: unknown[] }).items).toEqual([named.body]);
    const outside = await send('/outside-cases', { caseId }, ANNA);
    expect(protection.protectedIdentity.parse(outside.body).grade).toBe('protected');
  });
});
