import { isRefusal, type SipView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, County, HELENA, MARIA } from '@hemgang/testing';

const MARIAS = 'umea-bistand-norr';
const OTHERS = 'umea-hemsjukvard-norr';
const HELENAS = 'ersboda-halsocentral';
const DAY_MS = 24 * HOUR_MS;
const ALL = { cursor: null, limit: 50 };

const plan = {
  responsible: HELENAS,
  matters: 'Jag vill kunna gå till brevlådan själv.',
  goals: ['Gå till brevlådan före sommaren.'],
  needs: ['Hjälp att komma i gång på morgonen.'],
  measures: [
    {
      id: 'i1',
      what: 'Rehabilitering i hemmet.',
      goal: 1,
      huvudman: 'region-24',
      unit: HELENAS,
      status: 'planned',
    },
  ] as const,
  contacts: [{ name: 'Maria Öberg', role: 'fast vårdkontakt', phone: '0980-319 217' }],
};

describe('a SIP', () => {
  let county: County;
  let id: string;
  let draft: number;
  beforeAll(async () => {
    county = await County.open();
    ({ caseId: id } = await county.sip());
  });
  afterAll(() => county.close());

  const give = (name: string, user: string, body: object = {}) =>
    county.giveAt('sips', id, name, user, body);
  const view = async (user: string): Promise<SipView> => {
    const shown = await county.service.views.case('sips', id, county.reader(user));
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown;
  };
  const listed = async (path: string, user: string) => {
    const page = await county.service.views.cases(path, county.reader(user), ALL);
    return 'items' in page ? page.items.map((line) => line.id) : page;
  };

  it('says what it waits for, and who answers for it', async () => {
    const { state, why, parties, sip } = await view(HELENA);
    expect(state).toBe('started');
    expect(why).toContain('erbjuder personen en SIP');
    expect(parties).toMatchObject([{ id: 'sip', unit: { id: HELENAS } }]);
    expect(sip).toMatchObject({ unit: { id: HELENAS }, stay: null, calledAt: null, plan: [] });
    expect(sip.need).toBe('Behöver både hemsjukvård och hemtjänst.');
    expect(sip.consent).toMatchObject({ word: 'toOffer', given: [] });
  });

  it('stands in the list of its own type only, and is no case of others', async () => {
    const { caseId: stay } = await county.told();
    expect(await listed('sips', HELENA)).toEqual([id]);
    expect(await listed('discharges', HELENA)).toEqual([]);
    expect(await listed('sips', MARIA)).toEqual([]);
    expect(await listed('discharges', MARIA)).toEqual([stay]);
    for (const path of ['sips', 'discharges']) {
      const other = path === 'sips' ? stay : id;
      const shown = await county.service.views.case(path, other, county.reader(HELENA));
      expect(shown).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('offers what its reader can do next, and to nobody what is particular to children', async () => {
    const { caseId } = await county.sip();
    const offered = await county.giveAt('sips', caseId, 'offer-sip', HELENA);
    const names = offered.view.allowedCommands.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['record-consent', 'decline-sip', 'record-attitude']),
    );
    expect(names).not.toContain('note-custody');
  });

  it('tells a consent: who gave it how, what it covers and what not, and what ended it', async () => {
    const consent = {
      givenBy: 'person',
      way: 'spoken',
      scope: 'Allt.',
      notCovering: 'Psykiatrin.',
    };
    await give('offer-sip', HELENA);
    await give('record-consent', HELENA, { ...consent, scope: 'Bara hemtjänsten.' });
    await give('record-consent', HELENA, consent);
    const { given, word } = (await view(HELENA)).sip.consent;
    expect(word).toBe('consented');
    expect(given).toMatchObject([
      { scope: 'Bara hemtjänsten.', endedAt: expect.any(String) },
      { ...consent, until: null, endedAt: null },
    ]);
  });

  it('shows the units that were called what they were told, and their answers', async () => {
    const at = plusMs(county.service.clock.now(), DAY_MS);
    const meeting = { at, way: 'home' };
    await give('call', HELENA, { units: [MARIAS], meeting, place: 'Hemma hos Elsa' });
    const called = await view(MARIA);
    expect(called.patient).not.toBeNull();
    const open = called.duties.filter(({ closedAt }) => closedAt === null);
    expect(open.map(({ key }) => key)).toEqual(['svara-kallelse', 'hall-mote']);
    expect(called.sip.meetings).toMatchObject([
      { ...meeting, place: 'Hemma hos Elsa', word: 'booked' },
    ]);
    expect(called.sip.consent.given.at(-1)).toMatchObject({ scope: 'Allt.' });
    expect(called.sip.consent.given.at(0)).toMatchObject({ scope: null });
    const participant = called.sip.participants[0]?.id;
    await give('answer-call', MARIA, {
      participant,
      answer: 'new-time',
      proposedAt: at,
      comment: 'Hellre kl. 14.',
    });
    expect((await view(HELENA)).sip.participants).toMatchObject([
      { id: participant, word: 'new-time', proposedAt: at, comment: 'Hellre kl. 14.' },
    ]);
    await give('move-meeting', HELENA, { at: plusMs(at, DAY_MS), way: 'video' });
    await give('hold-meeting', HELENA, { way: 'video', attended: 'Elsa och båda enheterna.' });
    const { meetings, participants } = (await view(HELENA)).sip;
    expect(meetings).toMatchObject([
      { way: 'home', word: 'moved', attended: null },
      { way: 'video', word: 'held', attended: 'Elsa och båda enheterna.' },
    ]);
    expect(participants).toMatchObject([{ answer: null, proposedAt: null, comment: null }]);
  });

  it('tells of each time that is proposed whom it suits, until a meeting is booked', async () => {
    const { caseId } = await county.sip();
    const to = (name: string, user: string, body: object = {}) =>
      county.giveAt('sips', caseId, name, user, body);
    await to('offer-sip', HELENA);
    await to('record-consent', HELENA, { givenBy: 'person', way: 'spoken', scope: 'Allt.' });
    const [first, second] = [1, 2].map((days) =>
      plusMs(county.service.clock.now(), days * DAY_MS),
    ) as [string, string];
    const proposed = { times: [first, second], way: 'video' };
    const { view: called } = await to('call', HELENA, { units: [MARIAS, OTHERS], proposed });
    const [marias, others] = [{ id: MARIAS }, { id: OTHERS }];
    const none = { can: [], cannot: [], unanswered: [marias, others] };
    expect(called.sip.proposed).toMatchObject({
      ...{ way: 'video', times: proposed.times.map((at) => ({ at, ...none })) },
    });
    expect(called.sip.meetings).toEqual([]);
    const { id: participant } = called.sip.participants.find(({ unit }) => unit.id === MARIAS)!;
    const answer = { participant, answer: 'attends', suits: [second] };
    const { view: answered } = await to('answer-call', MARIA, answer);
    expect(answered.sip.proposed?.times).toMatchObject([
      { at: first, can: [], cannot: [marias], unanswered: [others] },
      { at: second, can: [marias], cannot: [], unanswered: [others] },
    ]);
    const { view: booked } = await to('book-meeting', HELENA, { at: second, way: 'video' });
    expect(booked.sip.proposed).toBeNull();
    expect(booked.sip.participants.map(({ word }) => word)).toEqual(['attends', 'called']);
  });

  it('gives the meeting to a calendar without anything of the person, and to a party alone', async () => {
    const origin = 'https://hemgang.example';
    const fileFor = (user: string, sip = id) =>
      county.service.views.meetingFile(sip, county.reader(user), origin);
    const told = await fileFor(MARIA);
    if (isRefusal(told)) throw new Error(told.code);
    const file = told.text.replaceAll('\r\n ', '');
    expect(file).toContain(`${origin}/sip/${id}`);
    expect(file).toContain('METHOD:REQUEST');
    const { patient } = await view(MARIA);
    for (const word of [patient?.name, patient?.number, 'Hemma hos Elsa', 'Elsa']) {
      expect(word).toEqual(expect.any(String));
      expect(file).not.toContain(word);
    }
    expect(await fileFor(ANNA)).toEqual({ code: 'NOT_FOUND' });
    const { caseId: other } = await county.sip();
    expect(await fileFor(HELENA, other)).toEqual({ code: 'NOT_FOUND' });
  });

  it('names no unit in a calendar whose very name tells something, to its own people neither', async () => {
    const unit = 'umea-psykiatrisk-oppenvard';
    const directory = county.service.directory();
    const caller = directory
      .assignmentsOf(unit)
      .find(({ roles }) => roles.includes('specialist-nurse'));
    const user = caller?.id ?? '';
    const { caseId } = await county.sip(user);
    const at = plusMs(county.service.clock.now(), DAY_MS);
    await county.giveAt('sips', caseId, 'offer-sip', user);
    const consent = { givenBy: 'person', way: 'spoken', scope: 'Allt.' };
    await county.giveAt('sips', caseId, 'record-consent', user, consent);
    const call = { units: [MARIAS], meeting: { at, way: 'home' } };
    await county.giveAt('sips', caseId, 'call', user, call);
    for (const each of [user, MARIA]) {
      const told = await county.service.views.meetingFile(caseId, county.reader(each), 'https://h');
      if (isRefusal(told)) throw new Error(told.code);
      expect(told.text).not.toMatch(/psykiatri/i);
      expect(told.text).toContain('Öppenvård');
    }
  });

  it('has every version of the plan, with what differs from the one before', async () => {
    ({ version: draft } = await give('draft-plan', HELENA, plan));
    const [measure] = plan.measures;
    const followUpOn = '2099-06-01';
    const { version } = await give('draft-plan', HELENA, {
      ...plan,
      goals: ['Gå till brevlådan före midsommar.', ...plan.goals],
      measures: [
        { ...measure, goal: 2, status: 'ongoing', person: 'Maria Öberg' },
        { ...measure, id: 'i2', what: 'Rollator.', goal: 1 },
      ],
      ...{ contacts: [], followUpOn, nextMeeting: 'Efter midsommar' },
    });
    await give('establish-plan', HELENA, { version, followUpOn });
    const { sip } = await view(MARIA);
    expect(sip.plan.map((each) => [each.version, each.establishedAt !== null])).toEqual([
      [draft, false],
      [version, true],
    ]);
    expect(sip.plan[0]?.changes).toEqual([]);
    expect(sip.plan[1]?.changes).toEqual([
      { field: 'goals', item: null, before: null, after: 'Gå till brevlådan före midsommar.' },
      { field: 'followUpOn', item: null, before: null, after: followUpOn },
      { field: 'nextMeeting', item: null, before: null, after: 'Efter midsommar' },
      { field: 'measures.person', item: 'i1', before: null, after: 'Maria Öberg' },
      { field: 'measures.status', item: 'i1', before: 'planned', after: 'ongoing' },
      { field: 'measures', item: 'i2', before: null, after: 'Rollator.' },
      {
        field: 'contacts',
        item: 'Maria Öberg, fast vårdkontakt',
        before: 'Maria Öberg, fast vårdkontakt',
        after: null,
      },
    ]);
    expect(sip.patientkontrakt).toEqual({
      agreement: {
        matters: plan.matters,
        goals: ['Gå till brevlådan före midsommar.', ...plan.goals],
      },
      contact: null,
      meetingAt: null,
      followUpOn,
      plan: version,
    });
  });

  it('tells when a measure serves another goal, and not that a goal stands elsewhere', async () => {
    const [{ goal: _, ...measure }] = plan.measures;
    const goals = ['Sova hela natten.', ...plan.goals];
    const { caseId } = await county.sip();
    const write = (serves: object) =>
      county.giveAt('sips', caseId, 'draft-plan', HELENA, {
        ...plan,
        ...{ goals, measures: [{ ...measure, ...serves }] },
      });
    await county.giveAt('sips', caseId, 'offer-sip', HELENA);
    const consent = { givenBy: 'person', way: 'spoken', scope: 'Allt.' };
    await county.giveAt('sips', caseId, 'record-consent', HELENA, consent);
    await county.giveAt('sips', caseId, 'draft-plan', HELENA, plan);
    await write({ goal: 2 });
    await write({ goal: 1 });
    const shown = await write({});
    const field = 'measures.goal';
    const [night, letterbox] = goals;
    expect(shown.view.sip.plan.map(({ changes }) => changes)).toEqual([
      [],
      [{ field: 'goals', item: null, before: null, after: night }],
      [{ field, item: 'i1', before: letterbox, after: night }],
      [{ field, item: 'i1', before: night, after: null }],
    ]);
  });

  it('tells what was reported of measures, and every follow-up', async () => {
    await give('report-measure', MARIA, { measure: 'i1', status: 'done', comment: 'Klart.' });
    await give('follow-up', HELENA, { result: 'still-valid', notes: 'Går bra.' });
    const { reports, followUps, followUpOn } = (await view(HELENA)).sip;
    expect(reports).toMatchObject([
      { unit: { id: MARIAS }, measure: 'i1', status: 'done', comment: 'Klart.' },
    ]);
    expect(followUps).toMatchObject([
      { result: 'still-valid', notes: 'Går bra.', followUpOn: null },
    ]);
    expect(followUpOn).toBeNull();
  });

  it('keeps the named contacts with their history', async () => {
    const named = { kind: 'vardkontakt', name: 'Maria Öberg', from: '2026-03-02' };
    await give('name-contact', HELENA, named);
    await give('name-contact', HELENA, { ...named, name: 'Karin Nyberg', from: '2026-04-01' });
    const { contacts, patientkontrakt } = (await view(HELENA)).sip;
    expect(contacts).toMatchObject([
      { name: 'Maria Öberg', from: '2026-03-02', until: '2026-04-01', unit: { id: HELENAS } },
      { name: 'Karin Nyberg', from: '2026-04-01', until: null },
    ]);
    expect(patientkontrakt.contact).toMatchObject({ name: 'Karin Nyberg' });
  });

  it('stands for what was struck no longer', async () => {
    const event = await give('report-measure', MARIA, { measure: 'i1', status: 'not-done' });
    await give('makulera-event', MARIA, { event: event.version, reason: 'Fel insats.' });
    expect((await view(HELENA)).sip.reports).toHaveLength(1);
  });

  it('is told to an operator without words', async () => {
    const found = await county.service.views.inspect(id, 'sv');
    expect(JSON.stringify(found)).not.toContain('brevlådan');
    expect(found?.events.length).toBeGreaterThan(10);
  });

  it('is nobody else’s', async () => {
    const shown = await county.service.views.case('sips', id, county.reader(ANNA));
    expect(shown).toEqual({ code: 'NOT_FOUND' });
  });
});
