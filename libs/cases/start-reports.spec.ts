import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA } from '@hemgang/testing';
import type { DischargeView } from './discharge/discharge-view';
import { StartLinkSigner } from './start-link';

describe('a one-time link', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const at = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);
  const reports = () => county.service.startReports;

  /** A patient on the ward for whom Maria has planned a first visit. */
  const planned = async () => {
    const { caseId } = await county.told();
    const judgement = { physician: 'E. S.', judgedAt: at(0) };
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
    await county.give(caseId, 'plan-start', MARIA, { startAt: at(2) });
    return caseId;
  };
  const withLink = async () => {
    const caseId = await planned();
    const { view } = await county.give(caseId, 'create-start-link', MARIA);
    return { caseId, token: tokenIn(view) };
  };
  const left = async () => {
    const linked = await withLink();
    await county.give(linked.caseId, 'discharge', ANNA);
    return linked;
  };

  it('is seen by the unit that made it, and by nobody else', async () => {
    const { caseId } = await withLink();
    const ward = await county.service.views.case('discharges', caseId, county.reader(ANNA));
    expect(ward).toMatchObject({ handovers: [{ startLink: null }] });
  });

  it('reports the start once: the event says that it came by a link', async () => {
    const { caseId, token } = await left();
    expect(await reports().look(token)).toMatchObject({ expiresAt: expect.any(String) });
    expect(await reports().report(token, { outcome: 'started' })).toMatchObject({
      at: expect.any(String),
    });
    const view = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(view).toMatchObject({
      handovers: [
        {
          word: 'taken-over',
          startLink: null,
          report: { outcome: 'started', reporter: 'executor', source: 'link' },
        },
      ],
    });
    const events = await county.service.views.events('discharges', caseId, county.reader(MARIA), {
      cursor: '6',
      limit: 10,
    });
    expect(events).toMatchObject({
      items: [{ type: 'take-over', actor: { system: 'start-link', person: null } }],
    });
  });

  it('tells that nobody was at home, or that a new time is agreed', async () => {
    const first = await left();
    await reports().report(first.token, { outcome: 'not-home' });
    const second = await left();
    const startAt = at(5);
    await reports().report(second.token, { outcome: 'later', startAt });
    const view = (caseId: string) =>
      county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(await view(first.caseId)).toMatchObject({
      handovers: [{ plannedStart: null, report: { outcome: 'not-home', source: 'link' } }],
    });
    expect(await view(second.caseId)).toMatchObject({
      handovers: [{ plannedStart: startAt, report: { outcome: 'postponed-agreed' } }],
    });
  });

  it('reports once also when it is used many times at the same moment', async () => {
    const { caseId, token } = await left();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reports().report(token, { outcome: 'started' })),
    );
    expect(answers.filter((answer) => !('code' in answer))).toHaveLength(1);
    const view = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(view).toMatchObject({ version: 7 });
  });

  describe('is refused, and nothing is written,', () => {
    const refused = async (token: string, code: string) => {
      const before = await contentsOf(county.databaseUrl);
      expect(await reports().look(token)).toMatchObject({ code });
      expect(await reports().report(token, { outcome: 'started' })).toMatchObject({ code });
      expect(await contentsOf(county.databaseUrl)).toEqual(before);
    };

    it('when it has been used', async () => {
      const { token } = await left();
      await reports().report(token, { outcome: 'not-home' });
      await refused(token, 'LINK_SPENT');
    });

    it('when a new one has been made', async () => {
      const { caseId, token } = await left();
      const { view } = await county.give(caseId, 'create-start-link', MARIA);
      await refused(token, 'LINK_SPENT');
      expect(await reports().look(tokenIn(view))).not.toHaveProperty('code');
    });

    it('when it is too old', async () => {
      const caseId = await planned();
      const { view } = await county.give(caseId, 'create-start-link', MARIA, { validUntil: at(1) });
      await county.give(caseId, 'discharge', ANNA);
      await county.service.advanceClock(2 * HOUR_MS);
      await refused(tokenIn(view), 'LINK_SPENT');
    });

    it('when it is not of our making', async () => {
      const { token } = await left();
      const [text = ''] = /^.*\./.exec(token) ?? [];
      const forger = new StartLinkSigner(() => Promise.resolve(Buffer.alloc(32, 1)));
      const parts = text.split('.');
      const forged = await forger.sign({
        caseId: parts[0] ?? '',
        handover: parts[1] ?? '',
        link: parts[2] ?? '',
      });
      for (const wrong of ['', 'x', `${token}x`, token.slice(0, -1), text, forged]) {
        await refused(wrong, 'LINK_NOT_FOUND');
      }
    });

    it('while the patient is still on the ward; the link holds on', async () => {
      const { caseId, token } = await withLink();
      const before = await contentsOf(county.databaseUrl);
      expect(await reports().report(token, { outcome: 'started' })).toMatchObject({
        code: 'COMMAND_NOT_POSSIBLE',
      });
      expect(await contentsOf(county.databaseUrl)).toEqual(before);
      await county.give(caseId, 'discharge', ANNA);
      expect(await reports().report(token, { outcome: 'started' })).toHaveProperty('at');
    });

    it('with a new time that has passed', async () => {
      const { token } = await left();
      const answer = await reports().report(token, { outcome: 'later', startAt: at(-1) });
      expect(answer).toMatchObject({ code: 'COMMAND_NOT_POSSIBLE' });
    });
  });
});

function tokenIn({ handovers }: DischargeView): string {
  const path = handovers.find(({ startLink }) => startLink !== null)?.startLink?.path ?? '';
  expect(path).toMatch(/^\/start\/[\w.-]+$/);
  return path.slice('/start/'.length);
}
