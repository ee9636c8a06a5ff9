import { isRefusal } from '@hemgang/cases';
import { HOUR_MS, instantAt, localDate, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { mailChannel } from '@hemgang/notify';
import type { NoticeWish } from '@hemgang/store';
import { County, HELENA, MARIA, query, startMailCapture, type MailCapture } from '@hemgang/testing';
import { directoryFor } from '../names';
import { byIcalJs, byNodeIcal, type ReadMeeting } from './calendar-readers.fixture';

const ORIGIN = 'https://hemgang.example';
const MARIAS = 'umea-bistand-norr';
const PSYCHIATRY = 'umea-psykiatrisk-oppenvard';
const DAY_MS = 24 * HOUR_MS;
const CONSENT = { givenBy: 'person', way: 'spoken', scope: 'Allt.' };

const PLAN = {
  ...{ responsible: 'ersboda-halsocentral', matters: 'Gå ut.', goals: ['Gå ut.'], contacts: [] },
  needs: ['Stöd.'],
  measures: [
    {
      ...{ id: 'i1', what: 'Träning.', huvudman: 'region-24', unit: 'ersboda-halsocentral' },
      status: 'planned',
    },
  ],
};

const WISH: Omit<NoticeWish, 'staff'> = {
  ...{ mail: 'maria@umea.example', phone: null, mailFor: 'all', smsFor: 'nothing' },
  ...{ language: 'sv', digestHours: [], quietFrom: null, quietUntil: null },
};

describe('a mail about a SIP meeting', () => {
  let county: County;
  let capture: MailCapture;

  beforeAll(async () => {
    [county, capture] = await Promise.all([County.open(), startMailCapture()]);
    const { clock, notify } = county.service;
    await notify.wishes.put([{ ...WISH, staff: county.reader(MARIA).staff }], clock.now());
  });

  afterAll(() => Promise.all([county.close(), capture.stop()]));

  const give = (id: string, name: string, body: object = {}, user = HELENA) =>
    county.giveAt('sips', id, name, user, body);
  const inDays = (days: number): Instant =>
    instantAt(localDate(plusMs(county.service.clock.now(), days * DAY_MS)), '10:00');

  const consented = async (user = HELENA, patient?: object): Promise<string> => {
    const opened =
      patient === undefined
        ? await county.sip(user)
        : await county.open('sips', { patient, need: 'Stöd.' }, user);
    await give(opened.caseId, 'offer-sip', {}, user);
    await give(opened.caseId, 'record-consent', CONSENT, user);
    return opened.caseId;
  };
  const called = async (at: Instant, user = HELENA, patient?: object): Promise<string> => {
    const id = await consented(user, patient);
    const meeting = { at, way: 'home' };
    await give(id, 'call', { units: [MARIAS], meeting, place: 'Hemma hos Elsa' }, user);
    return id;
  };

  /** What the relay does: everything that waits becomes notices. */
  const tell = async (): Promise<void> => {
    const { outbox, notify, clock } = county.service;
    const ids = (await outbox.claim(500, clock.now())).map(({ id }) => id);
    await notify.notifier.tell(ids, clock.now());
  };

  /** Carries out what is due; the mails that have come. */
  const carry = async () => {
    const before = capture.mails.length;
    await county.service.advanceClock(2 * MINUTE_MS);
    const channel = mailChannel({ smtpUrl: capture.url, from: 'hemgang@region.example' });
    const note = () => undefined;
    const settings = { channels: [channel], publicUrl: ORIGIN, note };
    const postman = county.service.notify.postman(settings);
    while (await postman.round());
    channel.close();
    return capture.mails.slice(before);
  };

  const post = async () => {
    await tell();
    return carry();
  };

  const files = (mail: MailCapture['mails'][number] | undefined) =>
    (mail?.parts ?? []).filter(({ contentType }) => /calendar|ics/.test(contentType));
  const withoutFolds = (text: string) => text.replaceAll('\r\n', '\n');
  /** What two calendars make of the only invitation of a mail. */
  const invited = (mail: MailCapture['mails'][number] | undefined): ReadMeeting => {
    const [part, file, ...others] = files(mail);
    expect(others).toEqual([]);
    const read = byIcalJs(file?.text ?? '');
    expect(byNodeIcal(file?.text ?? '')).toEqual(read);
    expect(byIcalJs(part?.text ?? '')).toEqual(read);
    expect(part?.contentType).toBe(`text/calendar; charset=utf-8; method=${String(read.method)}`);
    expect(file).toMatchObject({ contentType: /application\/ics/, fileName: 'sip-mote.ics' });
    return read;
  };

  it('carries what can be downloaded, as a part of its own and as a file', async () => {
    const at = inDays(7);
    const id = await called(at);
    const mails = await post();
    const [mail] = mails;
    expect([mails.length, files(mail).map(({ fileName }) => fileName)]).toEqual([
      1,
      [null, 'sip-mote.ics'],
    ]);
    const download = await county.service.views.meetingFile(id, county.reader(MARIA), ORIGIN);
    if (isRefusal(download)) throw new Error(download.code);
    expect(files(mail).map(({ text }) => withoutFolds(text))).toEqual([
      withoutFolds(download.text),
      withoutFolds(download.text),
    ]);
    expect(byIcalJs(files(mail)[0]?.text ?? '')).toMatchObject({
      ...{ method: 'REQUEST', sequence: 0, start: at },
    });
    expect(mail?.text).toContain('SIP-mötet ligger med som en fil');
  });

  it('follows the meeting: moved and cancelled under its UID, with a rising SEQUENCE', async () => {
    const id = await called(inDays(7));
    const [first] = (await post()).map(invited);
    const later = inDays(9);
    await give(id, 'move-meeting', { at: later, way: 'video' });
    const [moved] = (await post()).map(invited);
    await give(id, 'cancel-meeting', { reason: 'Elsa är sjuk.' });
    const [cancelled] = (await post()).map(invited);
    await give(id, 'book-meeting', { at: later, way: 'video' });
    const [next] = (await post()).map(invited);
    expect(first).toMatchObject({ method: 'REQUEST', sequence: 0 });
    expect(moved).toMatchObject({ method: 'REQUEST', uid: first?.uid, start: later });
    expect(cancelled).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: first?.uid });
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
    expect(next).toMatchObject({ method: 'REQUEST', sequence: 0 });
    expect(next?.uid).not.toBe(first?.uid);
  });

  it('moves the calendar of who was called before when more are called to another time', async () => {
    const id = await called(inDays(7));
    const [first] = (await post()).map(invited);
    const others = { units: ['umea-hemsjukvard-norr'], place: 'Ersboda hälsocentral' };
    await give(id, 'call', { ...others, meeting: { at: inDays(9), way: 'video' } });
    const [moved, ...more] = (await post()).map(invited);
    expect(more).toEqual([]);
    expect(moved).toMatchObject({ method: 'REQUEST', uid: first?.uid, start: inDays(9) });
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    await give(id, 'withdraw-call', { reason: 'Elsa är sjuk.' });
    await give(id, 'call', { ...others, meeting: { at: inDays(20), way: 'home' } });
    const [cancelled] = (await post()).map(invited);
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: first?.uid, start: moved?.start });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  });

  it('carries a meeting once, as it is when the mail leaves', async () => {
    const id = await called(inDays(7));
    const later = inDays(8);
    await give(id, 'move-meeting', { at: later, way: 'home' });
    const mails = await post();
    expect(mails.map(invited)).toMatchObject([{ method: 'REQUEST', start: later }]);
  });

  it('carries several meetings as files, none of them as the mail’s own', async () => {
    const starts = [inDays(7), inDays(8)];
    for (const at of starts) await called(at);
    const mails = await post();
    expect(mails).toHaveLength(1);
    const found = files(mails[0]);
    expect(found.map(({ fileName, contentType }) => [fileName, contentType])).toEqual([
      ['sip-mote-1.ics', expect.stringMatching(/^text\/calendar; .*method=REQUEST/)],
      ['sip-mote-2.ics', expect.stringMatching(/^text\/calendar; .*method=REQUEST/)],
    ]);
    const reads = found.map(({ text }) => byIcalJs(text));
    expect(found.map(({ text }) => byNodeIcal(text))).toEqual(reads);
    expect(reads.map(({ start }) => start).sort()).toEqual(starts);
    expect(mails[0]?.text).toContain('2 SIP-möten');
  });

  it('tells the calendar although the duty has ended meanwhile, without a word of it', async () => {
    const id = await called(inDays(7));
    await tell();
    const view = await county.service.views.case('sips', id, county.reader(MARIA));
    const participant = 'sip' in view ? view.sip.participants[0]?.id : '';
    await give(id, 'answer-call', { participant, answer: 'attends' }, MARIA);
    const [mail] = await carry();
    expect(invited(mail)).toMatchObject({ method: 'REQUEST' });
    expect(mail?.text).toContain('- Nytt att läsa: 1 ärende\n');
  });

  it('takes it back from who takes no part any more, and tells her nothing of what comes', async () => {
    const id = await called(inDays(7));
    const [first] = (await post()).map(invited);
    await give(id, 'withdraw-call', { reason: 'Fel enhet.' });
    await give(id, 'call', {
      ...{ units: ['umea-hemsjukvard-norr'], meeting: { at: inDays(20), way: 'home' } },
    });
    expect((await post()).map(invited)).toMatchObject([
      { method: 'CANCEL', uid: first?.uid, start: first?.start },
    ]);
  });

  it('carries nothing when it is about something else', async () => {
    const id = await called(inDays(7));
    await post();
    await give(id, 'draft-plan', PLAN);
    await county.told();
    const mails = await post();
    expect(mails.map((mail) => [mail.subject, files(mail)])).toEqual([
      ['2 ärenden väntar i Hemgång', []],
    ]);
  });

  it('carries no meeting whose time has passed when the mail leaves', async () => {
    await called(inDays(1));
    await tell();
    await county.service.advanceClock(2 * DAY_MS);
    const [mail] = await carry();
    expect([mail?.subject, files(mail)]).toEqual(['1 ärende väntar i Hemgång', []]);
    expect(mail?.text).not.toContain('kalender');
  });

  it('says nothing of any patient, of one who hides or of a unit whose name tells something', async () => {
    const caller = county.service
      .directory()
      .assignmentsOf(PSYCHIATRY)
      .find(({ roles }) => roles.includes('specialist-nurse'));
    const { patient } = county.admission();
    const hidden = { ...(patient as object), protection: 'protected' };
    await called(inDays(7), caller?.id ?? '');
    await called(inDays(8), HELENA, hidden);
    const mails = await post();
    expect(files(mails[0])).toHaveLength(2);
    const patients = await query<{ number: string; name: string; address: string | null }>(
      county.databaseUrl,
      'select number, name, address from persons',
    );
    const marks = patients.flatMap(({ number, name, address }) => [
      ...[number.slice(2), name, ...(address === null ? [] : [address])],
    ]);
    const left = capture.mails
      .flatMap(({ raw, subject, parts }) => [raw, subject, ...parts.map(({ text }) => text)])
      .join('\n')
      .replaceAll(/\r?\n /g, '');
    const words = [...marks, 'Hemma hos', 'Elsa är sjuk', 'Allt.', 'Fel enhet'];
    expect(words.filter((word) => left.includes(word))).toEqual([]);
    expect(left).not.toMatch(/psykiatri/i);
    expect(left).toContain('Öppenvård, Region Västerbotten');
    // A download is made for who is shown the unit neutrally already: in the same words.
    const nobody = { controller: '', language: 'sv' } as const;
    const once = directoryFor(county.service.directory(), nobody);
    expect(directoryFor(once, nobody).unit(PSYCHIATRY)).toEqual(once.unit(PSYCHIATRY));
  });
});
