import { ANNA, County, HELENA, MARIA, query } from '@hemgang/testing';

const reason = 'Fel rad valdes i listan.';

describe('the stays that a SIP can be linked to', () => {
  let county: County;
  /** The person's stays: told to Maria's unit and ended, never told to it, told to it and going on. */
  let ended: string;
  let foreign: string;
  let open: string;
  /** Somebody else's, told to Maria's unit. */
  let another: string;
  let sip: string;

  beforeAll(async () => {
    county = await County.open();
    const body = county.admission();
    const { patient } = body;
    ({ caseId: ended } = await county.left(body));
    ({ caseId: foreign } = await county.admit({ patient }));
    await county.give(foreign, 'discharge', ANNA);
    ({ caseId: open } = await county.told(body));
    ({ caseId: another } = await county.told());
    ({ caseId: sip } = await county.open('sips', { patient, need: 'Behöver stöd.' }, MARIA));
  });
  afterAll(() => county.close());

  const offered = (to: string, at = sip) => county.service.views.staysToLink(at, county.reader(to));
  const offeredIds = async (to: string) => {
    const page = await offered(to);
    return 'items' in page ? page.items.map((stay) => stay.case) : page;
  };

  it("are the person's own that the unit takes part in, the open one first, with ward and dates", async () => {
    expect(await offered(MARIA)).toEqual({
      items: [
        {
          case: open,
          ward: expect.objectContaining({ id: county.reader(ANNA).unit }),
          openedAt: expect.any(String),
          endedAt: null,
        },
        expect.objectContaining({ case: ended, endedAt: expect.any(String) }),
      ],
      next: null,
    });
  });

  it('are noted as read, with the person', async () => {
    const noted = () =>
      query<{ unit: string; person: string }>(
        county.databaseUrl,
        `select unit, person from access_log
         where case_id = $1 and action = 'list:stays-of-sip'`,
        [sip],
      );
    const before = await noted();
    await offered(MARIA);
    const [line, ...rest] = (await noted()).slice(before.length);
    expect(line).toEqual({ unit: county.reader(MARIA).unit, person: expect.any(String) });
    expect(rest).toEqual([]);
  });

  it('are for its parties: to others there is no such SIP, nor is a stay one', async () => {
    expect(await offered(HELENA)).toEqual({ code: 'NOT_FOUND' });
    expect(await offered(MARIA, open)).toEqual({ code: 'NOT_FOUND' });
  });

  it('are what the command takes', async () => {
    for (const stay of [ended, open]) {
      const { view } = await county.giveAt('sips', sip, 'link-stay', MARIA, { stay });
      expect(view.sip.stay?.case).toBe(stay);
    }
    for (const stay of [foreign, another]) {
      const incoming = { body: { stay }, key: stay };
      const reader = county.reader(MARIA);
      expect(
        await county.service.answered.give('sips', sip, 'link-stay', incoming, reader),
      ).toMatchObject({ ok: false });
    }
  });

  it('are none where the unit should never have known of the stay', async () => {
    await county.give(open, 'strike-wrong-person', ANNA, { reason });
    expect(await offeredIds(MARIA)).toEqual([ended]);
  });

  it('may be none at all', async () => {
    const { caseId } = await county.sip(MARIA);
    expect(await offered(MARIA, caseId)).toEqual({ items: [], next: null });
  });
});
