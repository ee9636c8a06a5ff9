import { randomUUID } from 'node:crypto';
import { demoPatient } from '@hemgang/demo';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { accepted, ANNA, contentsOf, County, MARIA, query, type Accepted } from '@hemgang/testing';

const needs = { socialServices: true, municipalHealthCare: false, openCare: false };

describe('a patient whom nobody can identify', () => {
  let county: County;
  let issued = 0;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const open = async (patient: object): Promise<Accepted> => {
    const incoming = { body: { patient, needs, physician: 'Erik Sandström' }, key: randomUUID() };
    return accepted(
      await county.service.answered.open('discharges', incoming, county.reader(ANNA)),
    );
  };

  /** Admitted with a reserve number, and Maria's unit has been told. */
  const unknownTold = async () => {
    issued += 1;
    const number = `VB2026-${String(issued).padStart(6, '0')}`;
    const patient = { number, name: 'Okänd kvinna', address: 'Okänd adress' };
    const { caseId } = await open(patient);
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const notice = { receivers: ['umea-bistand-norr'], expectedDischargeAt };
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice);
    return { caseId, unknown: patient };
  };

  /** Somebody whose earlier stay has ended: she is on record and in no bed. */
  const onRecord = async (index: number) => {
    const patient = demoPatient(index);
    const { number, name, address, municipality } = patient;
    const { caseId } = await open({ number, name, address, municipality });
    await county.give(caseId, 'register-death', ANNA);
    return { number, name, address, municipality };
  };

  const personOf = async (caseId: string) => {
    const [row] = await query<{ id: string; number: string }>(
      county.databaseUrl,
      `select p.id, p.number from cases c join persons p on p.id = c.person_id
       where c.id = '${caseId}'`,
    );
    return row!;
  };

  const marias = async (caseId: string) => {
    const view = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    if ('code' in view) throw new Error(view.code);
    return view;
  };

  it('gets her number on her own row; receivers get the facts and owe a kvittens', async () => {
    const { caseId } = await unknownTold();
    const before = await personOf(caseId);
    await county.give(caseId, 'acknowledge', MARIA);
    const { number, name, address, municipality } = demoPatient(40);
    const patient = { number, name, address, municipality };
    const { view } = await county.give(caseId, 'identify-patient', ANNA, { patient });
    expect(view.patient).toMatchObject({ name, address, municipality });
    expect(await personOf(caseId)).toEqual({ id: before.id, number: view.patient?.number });
    const seen = await marias(caseId);
    expect(seen.patient).toEqual({ ...view.patient, registration: null });
    expect(seen.entries.map(({ entry, legalBasis }) => [entry, legalBasis])).toEqual([
      ['inskrivningsmeddelande', 'STATUTORY_MIN'],
      ['identitet', 'STATUTORY_MIN'],
    ]);
    expect(seen.duties).toContainEqual(
      expect.objectContaining({ key: 'kvittens', closedAt: null, handover: 'h2-1' }),
    );
  });

  it('is merged onto the person on record, by an event that names nobody', async () => {
    const patient = await onRecord(41);
    const { caseId } = await unknownTold();
    const former = await personOf(caseId);
    const { view, version } = await county.give(caseId, 'identify-patient', ANNA, { patient });
    const now = await personOf(caseId);
    expect(now.id).not.toBe(former.id);
    expect(now.number).toBe(view.patient?.number);
    const log = await query(
      county.databaseUrl,
      `select payload, given, digests from events where case_id = '${caseId}' and seq = ${version}`,
    );
    expect(log).toMatchObject([{ payload: {}, given: { person: { is: 'known' } } }]);
    for (const secret of [patient.name, now.number, now.id, former.id, former.number]) {
      expect(JSON.stringify(log)).not.toContain(secret);
    }
    const lines = await query<{ person: string }>(
      county.databaseUrl,
      `select person from access_log where case_id = '${caseId}'
       and action = 'command:identify-patient' order by id`,
    );
    expect(lines.map(({ person }) => person)).toEqual([former.id, now.id]);
  });

  it('a wrong merge is undone: the case has a person of its own again', async () => {
    const patient = await onRecord(42);
    const { caseId, unknown } = await unknownTold();
    const former = await personOf(caseId);
    await county.give(caseId, 'identify-patient', ANNA, { patient });
    const reason = 'Grannen tog miste.';
    const split = await county.give(caseId, 'split-patient', ANNA, { patient: unknown, reason });
    expect(await personOf(caseId)).toEqual(former);
    expect(split.view.patient).toMatchObject({ number: former.number, name: unknown.name });
    expect((await marias(caseId)).patient).toMatchObject({ number: former.number });
    // Nobody who lies in a bed is kept from being admitted by somebody else's case.
    expect((await open(patient)).view.patient?.name).toBe(patient.name);
  });

  it('cannot be merged onto somebody who lies in another bed; nothing is written', async () => {
    const { number, name } = demoPatient(43);
    const other = await open({ number, name });
    const { caseId } = await unknownTold();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, 'identify-patient', ANNA, {
      patient: { number, name },
    });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'STAY_ALREADY_OPEN', members: { case: other.caseId } },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it.each([
    ['a number that is none', 'identify-patient', '19460529-9818', 'PAYLOAD_INVALID'],
    ['another reserve number', 'identify-patient', 'VB2026-999999', 'RULE_REFUSED'],
    ['a split of what was never merged', 'split-patient', 'VB2026-999999', 'RULE_REFUSED'],
  ])('%s is refused and writes nothing', async (_, command, number, code) => {
    const { caseId } = await unknownTold();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const reason = command === 'split-patient' ? { reason: 'Fel.' } : {};
    const body = { patient: { number, name: 'Elsa Sjöström' }, ...reason };
    const answer = await county.try(caseId, command, ANNA, body);
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
