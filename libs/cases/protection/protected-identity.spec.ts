import { randomUUID } from 'node:crypto';
import type { Reader } from '@hemgang/access';
import { isRefusal, type DischargeView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';

const ADDRESS = 'Gömda gatan 7, 903 26 Umeå';
const PAGE = { cursor: null, limit: 50 };

/** A municipality outside the county: no unit of ours tells its name. */
const GOTLAND = '0980';
/** Telephones begin like it. */
const QUOTED = `"${GOTLAND}"`;

/** Whether something tells these words; a whole view would drown what failed. */
const tells = (value: unknown, words: string): boolean => JSON.stringify(value).includes(words);

describe('a person whose identity is protected', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const fresh = (user: string): Reader => ({
    ...county.reader(user),
    steppedUpUntil: plusMs(county.service.clock.realNow(), HOUR_MS),
  });

  const view = async (caseId: string, reader: Reader): Promise<DischargeView> => {
    const shown = await county.service.views.case('discharges', caseId, reader);
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown;
  };

  const admission = (protection: string | undefined) => {
    const body = county.admission();
    const patient = { ...(body['patient'] as object), address: ADDRESS, municipality: GOTLAND };
    return { ...body, patient: protection === undefined ? patient : { ...patient, protection } };
  };

  const told = async (protection: string) => {
    const body = admission(protection);
    const { caseId } = await county.told(body);
    return { caseId, patient: body.patient as unknown as { number: string; name: string } };
  };

  const nameContacts = (user: string, caseId: string | null, staff: readonly string[]) =>
    county.service.guards.protection.nameContacts(fresh(user), {
      caseId,
      staff,
      phone: '090-785 00 00',
    });

  const staffOf = (user: string): string => county.reader(user).staff;
  const another = (user: string): string => {
    const { controller, staff } = county.reader(user);
    const directory = county.service.directory();
    const found = directory.rows.assignments.find(
      (row) => row.staff !== staff && directory.controllerOf(row.unit)?.id === controller,
    );
    return found?.staff ?? '';
  };

  it('is named in no list, not even to those who are named for her', async () => {
    const { caseId, patient } = await told('protected');
    await nameContacts(MARIA, caseId, [staffOf(MARIA), another(MARIA)]);
    for (const user of [ANNA, MARIA]) {
      const lists = [
        await county.service.views.cases('discharges', fresh(user), { cursor: null, limit: 200 }),
        await county.service.views.worklist(fresh(user), {}, { cursor: null, limit: 200 }),
      ];
      const text = JSON.stringify(lists);
      expect(text).toContain('Skyddade personuppgifter');
      expect(text.includes(patient.name)).toBe(false);
    }
  });

  it.each([
    ['marked', GOTLAND],
    ['protected', null],
    ['fictitious', null],
  ])(
    'is shown to the named as the grade (%s) allows, and never where she lives',
    async (grade, municipality) => {
      const { caseId, patient } = await told(grade);
      await nameContacts(MARIA, caseId, [staffOf(MARIA), another(MARIA)]);
      const seen = await view(caseId, fresh(MARIA));
      expect(seen.patient).toMatchObject({
        name: patient.name,
        municipality,
        address: 'Kontakt via Skatteverkets förmedling',
      });
      expect(seen.protection).toMatchObject({ grade, isNamed: true, isOutside: false });
      expect(tells(seen, 'Gömda gatan')).toBe(false);
      if (municipality === null) expect(tells(seen, QUOTED)).toBe(false);
    },
  );

  it('is a process without a person to everybody else', async () => {
    const { caseId, patient } = await told('protected');
    for (const user of [ANNA, MARIA]) {
      const seen = await view(caseId, fresh(user));
      const events = await county.service.views.events('discharges', caseId, fresh(user), PAGE);
      const text = JSON.stringify([seen, events]);
      const hits = [patient.name, patient.number, 'Gömda gatan', QUOTED].filter((words) =>
        text.includes(words),
      );
      expect(hits).toEqual([]);
      expect(seen.patient?.name).toBe('Skyddade personuppgifter');
      expect(seen.entries).toEqual([]);
      expect(seen.parties).toHaveLength(2);
    }
  });

  it('has no address anywhere in the database', async () => {
    await told('fictitious');
    const [row] = await query<{ n: number }>(
      county.databaseUrl,
      `select ((select count(*) from persons p where p::text like '%Gömda%')
             + (select count(*) from contents k where k::text like '%Gömda%'))::int as n`,
    );
    expect(row?.n).toBe(0);
  });

  it('keeps the grade that was set meanwhile when a command names her again', async () => {
    const body = admission(undefined);
    const { caseId } = await county.told(body);
    const set = await county.service.guards.protection.setGrade(fresh(ANNA), {
      caseId,
      grade: 'marked',
    });
    expect(set).toMatchObject({ grade: 'marked' });
    await county.give(caseId, 'change-folkbokforing', ANNA, {
      municipality: '2460',
      from: '2026-03-04',
      address: ADDRESS,
    });
    const seen = await view(caseId, fresh(MARIA));
    expect(tells(seen, 'Gömda gatan')).toBe(false);
    expect(seen.protection?.grade).toBe('marked');
  });

  it('is shown again when the grade is taken away, without the address that was forgotten', async () => {
    const { caseId, patient } = await told('marked');
    await county.service.guards.protection.setGrade(fresh(ANNA), { caseId, grade: null });
    const seen = await view(caseId, fresh(MARIA));
    expect(seen.protection).toBeNull();
    expect(seen.patient?.name).toBe(patient.name);
    expect(tells(seen, 'Gömda gatan')).toBe(false);
  });

  it('stands on no paper', async () => {
    const { caseId, patient } = await told('marked');
    await nameContacts(ANNA, caseId, [staffOf(ANNA), another(ANNA)]);
    const handover = (await view(caseId, fresh(ANNA))).handovers[0]?.id ?? '';
    const sheet = await county.service.views.noticeSheet(
      'discharges',
      caseId,
      handover,
      fresh(ANNA),
    );
    expect(tells(sheet, patient.name)).toBe(false);
    expect(sheet).toMatchObject({ protection: { contacts: [{ phone: '090-785 00 00' }] } });
  });

  it('may be handled outside: words go and do not come back, clocks and duties stay', async () => {
    const { caseId } = await told('protected');
    await nameContacts(MARIA, caseId, [staffOf(MARIA), another(MARIA)]);
    await county.service.guards.protection.handleOutside(fresh(ANNA), caseId);
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'known', currentMeasures: 'Hemtjänst.' });
    const kept = await query(
      county.databaseUrl,
      `select from contents where case_id = '${caseId}'`,
    );
    expect(kept).toEqual([]);
    const seen = await view(caseId, fresh(MARIA));
    expect(seen).toMatchObject({ entries: [], protection: { isNamed: true, isOutside: true } });
    expect(seen.patient?.name).toBe('Skyddade personuppgifter');
    expect(seen.duties.some(({ outcome }) => outcome === 'fulfilled')).toBe(true);
    expect(seen.duties.some(({ dueAt }) => dueAt !== null)).toBe(true);
  });

  describe('is set, named and handled outside by nobody who may not, and then nothing is written:', () => {
    const protection = () => county.service.guards.protection;
    const refusals: readonly [string, string, (caseId: string) => Promise<unknown>][] = [
      [
        'without a fresh proof of who one is',
        'STEP_UP_NEEDED',
        (caseId) => protection().setGrade(county.reader(ANNA), { caseId, grade: 'marked' }),
      ],
      [
        'in a case of others',
        'NOT_FOUND',
        (caseId) =>
          protection().setGrade(fresh('susanne-agren-region-betalning'), {
            caseId,
            grade: 'marked',
          }),
      ],
      [
        'in no case at all',
        'NOT_FOUND',
        () => protection().setGrade(fresh(ANNA), { caseId: randomUUID(), grade: 'marked' }),
      ],
      [
        'for all persons by somebody who administers nothing',
        'ROLE_NOT_ALLOWED',
        () => nameContacts(ANNA, null, [staffOf(ANNA), another(ANNA)]),
      ],
      [
        "with another controller's staff",
        'PAYLOAD_INVALID',
        (caseId) => nameContacts(ANNA, caseId, [staffOf(ANNA), staffOf(MARIA)]),
      ],
      [
        'by a unit that does not answer for the case',
        'ROLE_NOT_ALLOWED',
        (caseId) => protection().handleOutside(fresh(MARIA), caseId),
      ],
      [
        'for somebody who does not hide',
        'COMMAND_NOT_POSSIBLE',
        (caseId) => protection().handleOutside(fresh(ANNA), caseId),
      ],
    ];

    it.each(refusals)('%s', async (_, code, attempt) => {
      const { caseId } = await county.told();
      const lines = await logged();
      const before = await contentsOf(county.databaseUrl, 'access_log');
      expect(await attempt(caseId)).toMatchObject({ code });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
      expect(await logged()).toBe(lines + 1);
    });

    const logged = async (): Promise<number> => {
      const [row] = await query<{ n: number }>(
        county.databaseUrl,
        'select count(*)::int as n from access_log',
      );
      return row?.n ?? 0;
    };
  });

  it('may be protected when a SIP is opened too', async () => {
    const { patient } = admission('fictitious');
    const helena = 'helena-burman-ersboda-halsocentral';
    const { caseId } = await county.open('sips', { patient, need: 'Stöd.' }, helena);
    const shown = await county.service.views.case('sips', caseId, county.reader(helena));
    expect(shown).toMatchObject({
      patient: { name: 'Skyddade personuppgifter' },
      sip: { need: null },
    });
  });
});
