import { randomUUID } from 'node:crypto';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { accepted, ANNA, County, HELENA } from '@hemgang/testing';

/** The head of Helena's hälsocentral and one of its other nurses. */
const UNIT = 'ersboda-halsocentral';

describe('fasta vårdkontakter beyond the single case', () => {
  let county: County;
  let head: string;
  let nurse: { readonly id: string; readonly staff: string };

  beforeAll(async () => {
    county = await County.open();
    const assignments = county.service.directory().assignmentsOf(UNIT);
    head = assignments.find(({ roles }) => roles.includes('open-care-manager'))?.id ?? '';
    nurse = assignments.find(({ id, roles }) => id !== HELENA && id !== head && roles.length > 0)!;
  });

  afterAll(() => county.close());

  const contacts = () => county.service.contacts;
  const staffOf = (user: string) => county.reader(user).staff;

  async function toldErsboda() {
    const { caseId } = await county.admit();
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const body = { receivers: ['umea-bistand-norr', UNIT], expectedDischargeAt };
    return county.give(caseId, 'send-inskrivningsmeddelande', ANNA, body);
  }

  const appointment = (staff: string) => ({
    staff,
    phone: '090-785 99 01',
    from: localDate(county.service.clock.now()),
    until: null,
  });

  it('are appointed for all who come by the head of the unit, and work at receipt', async () => {
    const reader = county.reader(head);
    expect(contacts().standing(reader)).toBeNull();
    const answer = await contacts().appointStanding(reader, appointment(staffOf(HELENA)));
    expect(answer).toMatchObject({ staff: { id: staffOf(HELENA) }, until: null });
    expect(contacts().standing(reader)).toEqual(answer);
    const { view } = await toldErsboda();
    const handover = view.handovers.find(({ unit }) => unit.id === UNIT);
    expect(handover?.fastVardkontakt).toEqual({
      person: { id: staffOf(HELENA), name: 'Helena Burman' },
      isCalling: true,
    });
    expect(view.duties).toContainEqual(
      expect.objectContaining({ key: 'fast-vardkontakt', outcome: 'fulfilled' }),
    );
  });

  it('hand all their open patients to a colleague, once per key', async () => {
    const { caseId } = await toldErsboda();
    const key = randomUUID();
    const wanted = { from: staffOf(HELENA), to: nurse.staff, phone: '090-785 99 02' };
    const handed = await contacts().handOverPatients(county.reader(HELENA), wanted, key);
    if ('code' in handed) throw new Error(handed.code);
    expect(handed).toContainEqual({ caseId, refused: null });
    const view = await county.service.views.case('discharges', caseId, county.reader(HELENA));
    if ('code' in view) throw new Error(view.code);
    const contact = view.handovers.find(({ unit }) => unit.id === UNIT)?.fastVardkontakt;
    expect(contact?.person?.id).toBe(nurse.staff);
    const again = await contacts().handOverPatients(county.reader(HELENA), wanted, key);
    expect(again).toEqual([]);
  });

  it.each([
    ['by somebody who is not the head', HELENA, () => staffOf(HELENA), 'ROLE_NOT_ALLOWED'],
    ['of somebody who works elsewhere', null, () => staffOf(ANNA), 'PAYLOAD_INVALID'],
  ])('an appointment %s is refused and changes nothing', async (_what, user, staff, code) => {
    const reader = county.reader(user ?? head);
    const before = contacts().standing(county.reader(head));
    expect(await contacts().appointStanding(reader, appointment(staff()))).toMatchObject({ code });
    expect(contacts().standing(county.reader(head))).toEqual(before);
  });

  it('an appointment that ends before it begins is refused', async () => {
    const wanted = { ...appointment(staffOf(HELENA)), until: '2020-01-01' };
    expect(await contacts().appointStanding(county.reader(head), wanted)).toMatchObject({
      code: 'PAYLOAD_INVALID',
      errors: [{ path: '/until', code: 'out_of_range' }],
    });
  });

  it('no ward hands over patients, and nobody to a stranger', async () => {
    const wanted = { from: staffOf(HELENA), to: staffOf(ANNA), phone: '090-785 99 02' };
    const key = randomUUID();
    expect(await contacts().handOverPatients(county.reader(ANNA), wanted, key)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    expect(await contacts().handOverPatients(county.reader(HELENA), wanted, key)).toMatchObject({
      code: 'PAYLOAD_INVALID',
    });
  });

  it('a duty is handed to a colleague, never to somebody elsewhere', async () => {
    const { caseId, view } = await toldErsboda();
    const duty = view.duties.find(({ key, owner }) => key === 'svar' && owner.unit.id === UNIT)?.id;
    const handed = await county.give(caseId, 'hand-on', HELENA, { duty, to: nurse.staff });
    const person = handed.view.duties.find(({ id }) => id === duty)?.owner.person;
    expect(person?.id).toBe(nurse.staff);
    const refused = await county.try(caseId, 'hand-on', HELENA, { duty, to: staffOf(ANNA) });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'RULE_REFUSED' } });
    const back = accepted(await county.try(caseId, 'release', HELENA, { duty }));
    expect(back.version).toBe(handed.version + 1);
  });
});
