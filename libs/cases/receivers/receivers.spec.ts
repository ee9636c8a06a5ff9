import { randomUUID } from 'node:crypto';
import type { Reader } from '@hemgang/access';
import { isRefusal, type ReceiversView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import type { StoredContent } from '@hemgang/store';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { listedAt } from './listing';

const UMEA = '2480';
const VANNAS = '2460';
const NORR = 'umea-bistand-norr';
const LISTED = 'teg-halsocentral';
const EVERY_NEED = { socialServices: true, municipalHealthCare: true, openCare: true };
const HOME_HELP = { socialServices: true, municipalHealthCare: false, openCare: false };

describe('the receivers that a ward is proposed', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const body = (municipality: string, more: object = {}, ofPatient: object = {}) => {
    const admission = county.admission();
    const patient = { ...(admission['patient'] as object), municipality, ...ofPatient };
    return { ...admission, patient, ...more };
  };
  const admitted = async (...given: Parameters<typeof body>): Promise<string> =>
    (await county.admit(body(...given))).caseId;
  const tell = (caseId: string, receivers: readonly string[]) =>
    county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      ...{ receivers, expectedDischargeAt: plusMs(county.service.clock.now(), 72 * HOUR_MS) },
    });
  const read = (caseId: string, reader: Reader = county.reader(ANNA)) =>
    county.service.views.receiversFor(caseId, reader);
  const shown = async (caseId: string, reader?: Reader): Promise<ReceiversView> => {
    const found = await read(caseId, reader);
    if (isRefusal(found)) throw new Error(found.code);
    return found;
  };
  const reasons = ({ proposals }: ReceiversView) =>
    Object.fromEntries(
      proposals.map(({ unit, because }) => [unit.id, because.map(({ key }) => key)]),
    );
  const warned = ({ candidates }: ReceiversView, unit: string) =>
    candidates.find((each) => each.unit === unit)?.warnings ?? [];
  const freshly = (user: string): Reader => ({
    ...county.reader(user),
    steppedUpUntil: plusMs(county.service.clock.realNow(), HOUR_MS),
  });

  /** Names Anna as one of the two of her controller who see what the grade allows. */
  const nameAnna = async (caseId: string): Promise<void> => {
    const { staff, controller } = county.reader(ANNA);
    const directory = county.service.directory();
    const other = directory.rows.assignments.find(
      (each) => each.staff !== staff && directory.controllerOf(each.unit)?.id === controller,
    );
    await county.service.guards.protection.nameContacts(freshly(ANNA), {
      ...{ caseId, staff: [staff, other?.staff ?? ''], phone: '090-785 00 00' },
    });
  };

  it('stand with the facts that speak for them, and others with what speaks against them', async () => {
    const caseId = await admitted(VANNAS, { needs: EVERY_NEED, listedAt: LISTED });
    const found = await shown(caseId);
    const [social, nursing] = (['municipal-social', 'municipal-health'] as const).map(
      (kind) => county.service.directory().unitsOfKind(kind, VANNAS)[0]?.id ?? '',
    );
    expect(reasons(found)).toEqual({
      [social ?? '']: ['folkbokford', 'only-one'],
      [nursing ?? '']: ['folkbokford', 'only-one'],
      [LISTED]: ['listed', 'open-care-too'],
    });
    expect(found.unknown).toEqual([]);
    expect(found.proposals[0]?.because[0]).toEqual({
      ...{ key: 'folkbokford', rule: 'SoL 29:1' },
      text: 'Patienten är folkbokförd i Vännäs kommun, som beslutar om insatser.',
    });
    expect(warned(found, NORR)).toContainEqual({
      key: 'other-municipality',
      text: 'Enheten hör till Umeå kommun, men det är Vännäs kommun som beslutar om insatser.',
      then: 'Enheten får uppgifter om patienten och kan skicka tillbaka dem som felsända. Vännäs kommun får inte veta något.',
    });
    expect(warned(found, 'ersboda-halsocentral').map(({ key }) => key)).toContain(
      'not-listed-here',
    );
    expect(warned(found, 'lulea-bistand').map(({ key }) => key)).toContain('outside');
    const english = await shown(caseId, { ...county.reader(ANNA), language: 'en' });
    expect(english.proposals[0]?.because[0]?.text).toContain('registered in');
    // The ward decides: what was warned of is taken.
    expect((await tell(caseId, [NORR, LISTED])).view.handovers).toHaveLength(2);
  });

  it('have had her before: by the stay that the ward may see', async () => {
    const again = body(UMEA, { needs: HOME_HELP });
    const { caseId } = await county.told(again);
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'answer', MARIA, { answer: 'known', currentMeasures: 'Larm.' });
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.give(caseId, 'discharge', ANNA);
    const found = await shown((await county.admit(again)).caseId);
    expect(reasons(found)).toEqual({ [NORR]: ['folkbokford', 'had-measures'] });
    expect(JSON.stringify(found)).not.toContain('Larm');
    const first = await shown(await admitted(UMEA, { needs: HOME_HELP }));
    expect([first.proposals, first.unknown.map(({ key }) => key)]).toEqual([[], ['several-units']]);
  });

  it('are not those that have sent it back', async () => {
    const caseId = await admitted(VANNAS, { needs: HOME_HELP });
    await tell(caseId, [NORR]);
    await county.give(caseId, 'reject', MARIA, { reason: 'Bor i Vännäs.' });
    const found = await shown(caseId);
    expect(Object.keys(reasons(found))).toEqual(['vannas-bistand']);
    expect(warned(found, NORR).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['other-municipality', 'sent-back']),
    );
    const replaces = (await county.service.views.case(
      'discharges',
      caseId,
      county.reader(ANNA),
    )) as {
      readonly handovers: readonly { readonly id: string }[];
    };
    const [{ id } = { id: '' }] = replaces.handovers;
    await county.give(caseId, 'readdress', ANNA, { replaces: id, unit: 'vannas-bistand' });
    expect((await shown(caseId)).proposals).toEqual([]);
  });

  it('are for the ward alone, and for whoever may send', async () => {
    const { caseId } = await county.told(body(UMEA));
    expect(await read(caseId, county.reader(MARIA))).toEqual({ code: 'ROLE_NOT_ALLOWED' });
    const administrator = { ...county.reader(ANNA), purpose: 'administration' as const };
    expect(await read(caseId, administrator)).toEqual({ code: 'ROLE_NOT_ALLOWED' });
    for (const [id, user] of [
      [caseId, HELENA],
      [randomUUID(), ANNA],
    ] as const) {
      expect(await read(id, county.reader(user))).toEqual({ code: 'NOT_FOUND' });
    }
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where action like '%receivers' order by id desc limit 4`,
    );
    expect(new Set(lines.map(({ action }) => action))).toEqual(
      new Set(['read:receivers', 'refused:read:receivers']),
    );
  });

  it('tell where she is listed to her own region alone, and no event of it', async () => {
    const caseId = await admitted(UMEA, { needs: HOME_HELP, listedAt: LISTED });
    await tell(caseId, [NORR]);
    await county.give(caseId, 'change-folkbokforing', ANNA, {
      ...{ municipality: UMEA, from: '2026-03-02', listedAt: LISTED },
    });
    const seen = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(JSON.stringify(seen)).not.toContain(LISTED);
    const [row] = await query<{ n: number; own: number }>(
      county.databaseUrl,
      `select (select count(*)::int from events e
               where case_id = '${caseId}' and e::text like '%${LISTED}%') as n,
              (select count(distinct controller)::int from contents k
               where case_id = '${caseId}' and k::text like '%${LISTED}%') as own`,
    );
    expect(row).toEqual({ n: 0, own: 1 });
  });

  it('take no listing at what is no hälsocentral: it is refused, and nothing is written', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    for (const listed of [NORR, 'ingen-sadan']) {
      const incoming = { body: body(UMEA, { listedAt: listed }), key: randomUUID() };
      const reader = county.reader(ANNA);
      expect(await county.service.answered.open('discharges', incoming, reader)).toMatchObject({
        refusal: { code: 'PAYLOAD_INVALID', errors: [{ path: '/listedAt', code: 'unknown' }] },
      });
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('give nothing away of a protected identity', async () => {
    const hidden = { protection: 'protected', address: 'Gömda gatan 7' };
    const caseId = await admitted(VANNAS, { needs: EVERY_NEED, listedAt: LISTED }, hidden);
    await nameAnna(caseId);
    const found = await shown(caseId, freshly(ANNA));
    expect(found).toMatchObject({ proposals: [], unknown: [{ key: 'protected' }] });
    const keys = new Set(
      found.candidates.flatMap(({ warnings }) => warnings.map(({ key }) => key)),
    );
    const OF_THE_UNIT = ['outside', 'nobody-there', 'closed-now', 'closes-soon', 'not-needed'];
    expect([...keys].filter((key) => !OF_THE_UNIT.includes(key))).toEqual([]);
    const [row] = await query<{ n: number }>(
      county.databaseUrl,
      `select count(*)::int as n from contents k
       where case_id = '${caseId}' and k::text like '%${LISTED}%'`,
    );
    expect(row?.n).toBe(0);
  });

  it('hide where she is listed when her identity is protected later', async () => {
    const caseId = await admitted(UMEA, { needs: EVERY_NEED, listedAt: LISTED });
    await county.service.guards.protection.setGrade(freshly(ANNA), { caseId, grade: 'protected' });
    await nameAnna(caseId);
    const found = await shown(caseId, freshly(ANNA));
    expect(found.proposals).toEqual([]);
    expect(found.candidates.flatMap(({ warnings }) => warnings)).not.toContainEqual(
      expect.objectContaining({ key: 'not-listed-here' }),
    );
    const seen = await county.service.views.case('discharges', caseId, freshly(ANNA));
    expect(JSON.stringify(seen)).toContain('"own":');
    expect(JSON.stringify(seen)).not.toContain(LISTED);
  });
});

describe('where a patient is listed', () => {
  const content = (entry: string, own: object | undefined): StoredContent =>
    ({ entry, body: own === undefined ? {} : { own } }) as unknown as StoredContent;
  const named = (entry: string, listed?: string) =>
    content(entry, { registration: 'folkbokford', ...(listed && { listedAt: listed }) });

  it('is what was entered last, and nothing once another patient was named', () => {
    expect(listedAt([])).toBeNull();
    const first = named('admit', 'a');
    expect(listedAt([first, content('svar', undefined)])).toBe('a');
    expect(listedAt([first, named('change-folkbokforing')])).toBe('a');
    expect(listedAt([first, named('change-folkbokforing', 'b')])).toBe('b');
    expect(listedAt([first, named('move-wrong-person')])).toBeNull();
    expect(listedAt([first, named('identify-patient', 'c')])).toBe('c');
  });
});
