import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, County, MARIA, query } from '@hemgang/testing';
import { isRefusal } from './envelope';

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

  it('is listed for the unit that was told, in words without a patient, with what became of it', async () => {
    const first = { cursor: null, limit: 1 };
    const inbox = async (user: string, page: { cursor: string | null; limit: number }) => {
      const found = await county.service.views.inbox(county.reader(user), page);
      if (isRefusal(found)) throw new Error(found.code);
      return found;
    };
    const latest = await inbox(MARIA, first);
    const told = await inbox(MARIA, { cursor: latest.next, limit: 50 });
    expect(told.items).toMatchObject([
      {
        ...{ caseId, caseType: 'discharge', entry: 'inskrivningsmeddelande', audience: null },
        ...{ title: null, trail: [{ kind: 'seen', reason: null }] },
      },
    ]);
    expect(latest.items).toMatchObject([{ caseId, trail: [{ kind: 'seen' }] }]);
    expect((await inbox(ANNA, first)).items).toEqual([]);
    const { caseId: unread } = await county.told();
    const reminded = async () => {
      const { items } = await inbox(ANNA, { cursor: null, limit: 50 });
      return items.find((each) => each.caseId === unread && each.duty?.includes('.kvittens.'));
    };
    await county.service.advanceClock(120 * HOUR_MS);
    const { timers, clock, reminders } = county.service;
    for (const each of await timers.due(clock.now(), 100)) await reminders.fireAll([each]);
    await tell();
    const title = 'Avsändaren får veta: inte gjort: Kvittera det som avdelningen har skickat';
    expect(await reminded()).toMatchObject({ title, audience: 'sender', trail: [] });
    await county.give(unread, 'acknowledge', MARIA, {});
    expect((await reminded())?.trail.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['acted', 'fulfilled'],
    ]);
    const people = await query<{ name: string; number: string }>(
      county.databaseUrl,
      'select name, number from persons',
    );
    expect(people).not.toEqual([]);
    const words = JSON.stringify([latest, told, await reminded()]);
    expect(
      people.filter((each) => words.includes(each.name) || words.includes(each.number)),
    ).toEqual([]);
  });
});
