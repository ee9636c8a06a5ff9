import { ANNA, County, MARIA } from '@hemgang/testing';

describe('what a unit has not seen', () => {
  let county: County;
  let caseId: string;

  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  /** What the relay does: everything that waits becomes notices. */
  const tell = async (): Promise<void> => {
    const { outbox, notify, clock } = county.service;
    const rows = await outbox.claim(100, clock.now());
    const ids = rows.map(({ id }) => id);
    await notify.notifier.tell(ids, clock.now());
  };
  const unread = (user: string) => county.service.views.unread(county.reader(user));

  it('is counted by case once it was told, at the unit that was told', async () => {
    expect(await unread(MARIA)).toBe(0);
    ({ caseId } = await county.told());
    await tell();
    expect([await unread(MARIA), await unread(ANNA)]).toEqual([1, 0]);
  });

  it('is seen as soon as anybody there opens the case, until something more is told', async () => {
    await county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(await unread(MARIA)).toBe(0);
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, {
      ...{ physician: 'Erik Sandström', judgedAt: county.service.clock.now() },
    });
    await tell();
    expect(await unread(MARIA)).toBe(1);
  });

  it('is seen by commanding, too', async () => {
    await county.give(caseId, 'acknowledge', MARIA, {});
    expect(await unread(MARIA)).toBe(0);
  });
});
