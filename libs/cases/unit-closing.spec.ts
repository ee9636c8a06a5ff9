import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA } from '@hemgang/testing';

const FROM = 'umea-bistand-norr';
const INTO = 'umea-bistand-soder';

describe('a unit that is closed', () => {
  let county: County;
  let somebodyThere: string;

  beforeEach(async () => {
    county = await County.open();
    somebodyThere = county.service.directory().assignmentsOf(INTO)[0]?.id ?? '';
  });

  afterEach(() => county.close());

  it('hands its open duties to its successor, in one recorded event per case', async () => {
    const cases = [await county.told(), await county.told()];
    const dues = cases[0]?.view.duties.map(({ id, dueAt }) => [id, dueAt]);
    expect(await county.service.unitClosing.close(FROM, INTO)).toEqual({ moved: 2, left: [] });
    const reader = county.reader(somebodyThere);
    const view = await county.service.views.case('discharges', cases[0]?.caseId ?? '', reader);
    if ('code' in view) throw new Error(view.code);
    expect(view.duties.map(({ id, dueAt }) => [id, dueAt])).toEqual(dues);
    const open = view.duties.filter(({ closedAt }) => closedAt === null);
    expect(open.some(({ owner }) => owner.unit.id === FROM)).toBe(false);
    expect(open.some(({ owner }) => owner.unit.id === INTO)).toBe(true);
    const page = { cursor: null, limit: 10 };
    const events = await county.service.views.events('discharges', view.id, reader, page);
    if ('code' in events) throw new Error(events.code);
    expect(events.items.at(-1)).toMatchObject({
      type: 'unit-replaced',
      title: 'En enhet har stängts; efterträdaren tar över',
      facts: { from: FROM, into: INTO },
    });
    await county.give(view.id, 'acknowledge', somebodyThere);
  });

  it('is not offered and cannot be named any more', async () => {
    const { caseId } = await county.admit();
    await county.service.unitClosing.close(FROM, INTO);
    expect(county.service.views.receivers().map(({ id }) => id)).not.toContain(FROM);
    const body = {
      receivers: [FROM],
      expectedDischargeAt: plusMs(county.service.clock.now(), 24 * HOUR_MS),
    };
    expect(await county.try(caseId, 'send-inskrivningsmeddelande', ANNA, body)).toMatchObject({
      ok: false,
      refusal: { code: 'RULE_REFUSED' },
    });
  });

  it('has nothing left to hand over the second time', async () => {
    await county.told();
    await county.service.unitClosing.close(FROM, INTO);
    expect(await county.service.unitClosing.close(FROM, INTO)).toEqual({ moved: 0, left: [] });
  });

  it.each([
    ['nowhere', INTO, 'unknown-unit'],
    [FROM, 'nowhere', 'unknown-successor'],
    [FROM, FROM, 'unknown-successor'],
    [FROM, 'umea-hemsjukvard-norr', 'other-kind'],
    [FROM, 'vannas-bistand', 'other-huvudman'],
  ])('%s into %s is refused as %s, and nothing is written', async (unit, into, why) => {
    await county.told();
    const before = await contentsOf(county.databaseUrl);
    expect(await county.service.unitClosing.close(unit, into)).toBe(why);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('lets the answer of the municipality stand as one, with the unit that coordinates', async () => {
    const { caseId } = await county.told();
    const named = await county.give(caseId, 'name-coordinator', MARIA, { unit: FROM });
    expect(named.view.jointAnswers).toEqual([
      expect.objectContaining({
        coordinator: expect.objectContaining({ id: FROM }) as unknown,
        canReceiveFrom: null,
        text: expect.stringMatching(/^Umeå kommun: väntar på /) as unknown,
      }),
    ]);
    const canReceiveFrom = plusMs(county.service.clock.now(), 24 * HOUR_MS);
    const said = await county.give(caseId, 'state-can-receive-from', MARIA, { canReceiveFrom });
    expect(said.view.jointAnswers[0]).toMatchObject({ canReceiveFrom, waitingFor: [] });
    expect(said.view.jointAnswers[0]?.text).toMatch(/^Umeå kommun kan ta emot från /);
  });
});
