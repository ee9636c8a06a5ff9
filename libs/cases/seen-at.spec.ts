import { ANNA, County, MARIA } from '@hemgang/testing';
import { isRefusal } from './envelope';

const MUNICIPALITY = 'umea-bistand-norr';

describe('when a unit first saw a case', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  /** As the ward is shown it. */
  async function seenBy(unit: string, caseId: string): Promise<string | null | undefined> {
    const view = await county.service.views.case('discharges', caseId, county.reader(ANNA));
    if (isRefusal(view)) throw new Error(view.code);
    return view.parties.find((party) => party.unit.id === unit)?.seenAt;
  }

  it('is when somebody there opened it', async () => {
    const { caseId } = await county.told();
    expect(await seenBy(MUNICIPALITY, caseId)).toBeNull();
    const before = county.service.clock.now();
    await county.service.views.case('discharges', caseId, county.reader(MARIA));
    const seenAt = await seenBy(MUNICIPALITY, caseId);
    expect(seenAt! >= before).toBe(true);
  });

  it('or gave a command, whose answer shows the case', async () => {
    const { caseId } = await county.told();
    const { view } = await county.give(caseId, 'acknowledge', MARIA);
    const party = view.parties.find(({ unit }) => unit.id === MUNICIPALITY);
    expect(party?.seenAt).toBe(party?.acknowledgedAt);
    expect(party?.seenAt).not.toBeNull();
    await county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(await seenBy(MUNICIPALITY, caseId)).toBe(party?.seenAt);
  });

  it('stands at each duty of the worklist, since it arose and by whom', async () => {
    const { caseId } = await county.told();
    const maria = county.reader(MARIA);
    const kvittens = async () => {
      const page = await county.service.views.worklist(maria, {}, { cursor: null, limit: 200 });
      if (isRefusal(page)) throw new Error(page.code);
      return page.items.find((each) => each.caseId === caseId && each.key === 'kvittens');
    };
    expect(await kvittens()).toMatchObject({ seen: null, openedByYou: false });
    await county.service.views.case('discharges', caseId, county.reader(ANNA));
    expect(await kvittens()).toMatchObject({ seen: null, openedByYou: false });
    await county.service.views.case('discharges', caseId, maria);
    const { seen, openedByYou, caseVersion } = (await kvittens())!;
    expect(seen).toMatchObject({ by: { id: maria.staff } });
    expect(openedByYou).toBe(true);
    const view = await county.service.views.case('discharges', caseId, maria);
    expect(view).toMatchObject({ version: caseVersion });
    await county.give(caseId, 'change-expected-discharge', ANNA, {
      expectedDischargeAt: '2099-03-20T10:00:00.000Z',
    });
    expect(await kvittens()).toMatchObject({ seen, openedByYou: false });
  });

  it('is not when a command was refused', async () => {
    const { caseId } = await county.told();
    expect(await county.try(caseId, 'take-over', MARIA)).toMatchObject({ ok: false });
    expect(await seenBy(MUNICIPALITY, caseId)).toBeNull();
  });
});
