import { isRefusal, type DischargeView } from '@hemgang/cases';
import { ANNA, County, MARIA } from '@hemgang/testing';

const NO = 'Patienten har sagt nej.';

describe('a judgement that secrecy keeps from the receivers (2017:612 3:1)', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const view = async (caseId: string, user: string): Promise<DischargeView> => {
    const shown = await county.service.views.case('discharges', caseId, county.reader(user));
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown;
  };

  const timeline = async (caseId: string, user: string) => {
    const page = { cursor: null, limit: 50 };
    const shown = await county.service.views.events(
      'discharges',
      caseId,
      county.reader(user),
      page,
    );
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown.items;
  };

  const hindered = async () => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    const judged = { physician: 'E. S.', judgedAt, secrecyHinders: true };
    const { view: ward } = await county.give(caseId, 'mark-utskrivningsklar', ANNA, judged);
    const duty = ward.duties.find(({ key }) => key === 'underrattelse')?.id;
    await county.give(caseId, 'take', ANNA, { duty });
    return { caseId, ward };
  };

  it('is seen by the ward with what it owes', async () => {
    const { ward } = await hindered();
    expect(ward).toMatchObject({ utskrivningsklar: { sentAt: null } });
    expect(ward.duties.map(({ key }) => key)).toContain('underrattelse');
  });

  it('is seen by no other authority, neither in the case nor in what has happened', async () => {
    const { caseId } = await hindered();
    const seen = await view(caseId, MARIA);
    expect(seen.utskrivningsklar).toBeNull();
    expect(JSON.stringify([seen.why, seen.duties])).not.toMatch(/utskrivningsklar/i);
    const events = await timeline(caseId, MARIA);
    // The judgement, and that somebody has taken what it opened.
    expect(events.slice(-2)).toMatchObject([
      { type: 'internal', facts: {}, opened: [], closed: [] },
      { type: 'internal', facts: {}, opened: [], closed: [] },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/utskrivningsklar|underrattelse/);
  });

  it('is seen by the ward alone also when the patient has left without the receivers being told', async () => {
    const { caseId } = await hindered();
    const { view: ward } = await county.give(caseId, 'discharge', ANNA);
    expect(ward.duties).toContainEqual(
      expect.objectContaining({ key: 'underrattelse', outcome: 'hindered' }),
    );
    const seen = await view(caseId, MARIA);
    expect(seen.utskrivningsklar).toBeNull();
    expect(JSON.stringify(seen.duties)).not.toContain('underrattelse');
    expect(JSON.stringify(await timeline(caseId, MARIA))).not.toMatch(/underrattelse/);
  });

  it('ends as hindered by a command with its reason, which stays with the ward', async () => {
    const { caseId } = await hindered();
    const reason = 'Hon vill inte att kommunen får veta.';
    const { view: ward } = await county.give(caseId, 'hold-back-notice', ANNA, { reason });
    expect(ward.duties).toContainEqual(
      expect.objectContaining({ key: 'underrattelse', outcome: 'hindered' }),
    );
    expect(JSON.stringify(ward.entries)).toContain(reason);
    const { why, duties, entries } = await view(caseId, MARIA);
    const seen = JSON.stringify([why, duties, entries, await timeline(caseId, MARIA)]);
    expect(seen).not.toMatch(/underrattelse|vill inte|hold-back/);
  });

  it('is told whole when nothing hinders any more', async () => {
    const { caseId } = await hindered();
    await county.give(caseId, 'notify-utskrivningsklar', ANNA);
    expect((await view(caseId, MARIA)).utskrivningsklar).not.toBeNull();
    expect((await timeline(caseId, MARIA)).map(({ type }) => type)).toContain(
      'mark-utskrivningsklar',
    );
  });

  it('may hinder the discharge information too: the receivers see that, and not why', async () => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.give(caseId, 'hold-back-information', ANNA, { reason: NO });
    const seen = await view(caseId, MARIA);
    expect(seen.duties).toContainEqual(
      expect.objectContaining({ key: 'utskrivningsinformation', outcome: 'hindered' }),
    );
    expect(JSON.stringify([seen, await timeline(caseId, MARIA)])).not.toContain(NO);
    const text = { way: 'here', text: 'Höftfraktur.', disclosure: { ground: 'CONSENT' } };
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, text);
    expect(JSON.stringify((await view(caseId, MARIA)).entries)).toContain('Höftfraktur.');
  });
});
