import { HOUR_MS, instant, plusMs } from '@hemgang/kernel';
import { times } from '@hemgang/testing';
import fc from 'fast-check';
import { byIcalJs, byNodeIcal, type ReadMeeting } from './calendar-readers.fixture';
import { meetingCourses, type MeetingEvent } from './meeting-courses';
import { meetingInvitation, type MeetingInvitation } from './meeting-invitation';

const CASE = '0198c0de-0000-7000-8000-000000000001';
const LINK = `https://hemgang.example/sip/${CASE}`;
const BOOKED_AT = instant('2026-03-02T08:00:00.000Z');
const NAMES = ['Åsele hälsocentral; norr, "Öst"', 'Björksele \\ Ån', 'ÅÄÖ '.repeat(30).trim()];

type Event = readonly [type: string, payload?: object, struck?: MeetingEvent['struck']];

/** Events of a SIP from number 5 on, an hour apart. */
function events(...given: readonly Event[]): MeetingEvent[] {
  return given.map(([type, payload = {}, struck = null], index) => ({
    ...{ seq: 5 + index, type, at: plusMs(BOOKED_AT, index * HOUR_MS), struck },
    payload: payload as MeetingEvent['payload'],
  }));
}

function fileOf(
  given: readonly MeetingEvent[],
  more: Partial<MeetingInvitation> = {},
): { readonly text: string; readonly ical: ReadMeeting; readonly nodeIcal: ReadMeeting } {
  const meeting = meetingCourses(given).at(-1);
  if (meeting === undefined) throw new Error('no meeting');
  const text = meetingInvitation({
    ...{ meeting, caseId: CASE, link: LINK, language: 'sv' },
    organizer: { name: 'Ersboda hälsocentral', mail: null },
    attendee: { name: 'Umeå biståndsenhet', mail: 'bistand@umea.example' },
    ...more,
  });
  return { text, ical: byIcalJs(text), nodeIcal: byNodeIcal(text) };
}

const at = instant('2026-03-12T12:00:00.000Z');
const later = instant('2026-04-02T07:30:00.000Z');
const booked: Event = ['call', { meeting: { at, way: 'home' } }];

describe('the invitation to a SIP meeting', () => {
  it('is read alike by two calendars, and says nothing of a person', () => {
    const { text, ical, nodeIcal } = fileOf(events(booked));
    expect(ical).toEqual({
      ...{ method: 'REQUEST', uid: `sip-${CASE}-5@hemgang`, sequence: 0, status: 'CONFIRMED' },
      ...{ summary: 'SIP-möte', start: at, end: plusMs(at, HOUR_MS), stamp: BOOKED_AT },
      organizer: 'Ersboda hälsocentral',
    });
    expect(nodeIcal).toEqual(ical);
    expect(text).toContain('DTSTART;TZID=Europe/Stockholm:20260312T130000');
    expect(text).toContain('ATTENDEE');
    expect(text).not.toContain('LOCATION');
  });

  it('keeps its UID when moved and cancelled, with a rising sequence; the next meeting is another', () => {
    const story = events(
      booked,
      ['move-meeting', { at: later }],
      ['cancel-meeting'],
      ['book-meeting', { at }],
    );
    const reads = story.map((_, index) => fileOf(story.slice(0, index + 1)));
    reads.forEach(({ ical, nodeIcal }) => expect(nodeIcal).toEqual(ical));
    const [first, moved, cancelled, next] = reads.map(({ ical }) => ical);
    expect(moved).toMatchObject({ method: 'REQUEST', uid: first?.uid, sequence: 1, start: later });
    expect(cancelled).toMatchObject({
      ...{ method: 'CANCEL', status: 'CANCELLED', uid: first?.uid, sequence: 2, start: later },
    });
    expect(next).toMatchObject({ method: 'REQUEST', sequence: 0, start: at });
    expect(next?.uid).not.toBe(first?.uid);
  });

  it.each(['withdraw-call', 'withdraw-consent', 'decline-sip'])('is off after %s', (type) => {
    expect(fileOf(events(booked, [type])).ical.method).toBe('CANCEL');
  });

  it('is as before when a moving or a cancelling was a mistake, and off when the booking was', () => {
    const struck = { seq: 9, at: plusMs(BOOKED_AT, 4 * HOUR_MS) };
    const [meeting] = meetingCourses(events(booked, ['move-meeting', { at: later }, struck]));
    expect(meeting).toMatchObject({
      ...{ status: 'booked', startsAt: at, sequence: 4, changedAt: struck.at },
    });
    expect(meetingCourses(events(booked, ['cancel-meeting', {}, struck]))).toMatchObject([
      { status: 'booked', sequence: 4 },
    ]);
    expect(meetingCourses(events(['book-meeting', { at }, struck]))).toMatchObject([
      { status: 'cancelled', sequence: 4, changedAt: struck.at },
    ]);
  });

  it('is none before a meeting is booked', () => {
    expect(meetingCourses(events(['offer-sip'], ['call'], ['cancel-meeting']))).toEqual([]);
  });

  it.each([
    ['before spring', '2026-03-29T00:30:00.000Z'],
    ['after spring', '2026-03-29T01:00:00.000Z'],
    ['the first of the hour that comes twice', '2026-10-25T00:30:00.000Z'],
    ['the second', '2026-10-25T01:30:00.000Z'],
    ['after autumn', '2026-10-25T02:00:00.000Z'],
  ])('is at the same instant everywhere: %s', (_name, time) => {
    const { ical, nodeIcal } = fileOf(events(['book-meeting', { at: time }]));
    expect([ical.start, nodeIcal.start]).toEqual([time, time]);
  });

  it('is at its instant, an hour long, whatever minute is booked', () => {
    const minutes = fc.integer({
      min: Date.parse('2025-01-01T00:00:00Z') / 60_000,
      max: Date.parse('2049-12-31T00:00:00Z') / 60_000,
    });
    fc.assert(
      fc.property(minutes, (minute) => {
        const start = instant(minute * 60_000);
        const { ical, nodeIcal } = fileOf(events(['book-meeting', { at: start }]));
        expect(ical).toMatchObject({ start, end: plusMs(start, HOUR_MS) });
        expect(nodeIcal).toEqual(ical);
      }),
      { numRuns: times({ quick: 150, full: 600 }) },
    );
  });

  it.each(NAMES)('keeps the name of a unit, without what cuts it, in folded lines: %s', (name) => {
    const { text, ical, nodeIcal } = fileOf(events(booked), { organizer: { name, mail: null } });
    const plain = name.replaceAll('"', "'").replaceAll(';', ',');
    const unquoted = String(nodeIcal.organizer).replace(/^"(.*)"$/, '$1');
    expect([ical.organizer, unquoted]).toEqual([plain, plain]);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.join('')).not.toContain('\n');
  });
});
