import { instant, type Instant } from '@hemgang/kernel';
import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';

/** What a calendar makes of a file. */
export interface ReadMeeting {
  readonly method: unknown;
  readonly uid: unknown;
  readonly sequence: number;
  readonly status: unknown;
  readonly summary: unknown;
  readonly start: Instant;
  readonly end: Instant;
  readonly organizer: unknown;
  readonly stamp: Instant;
}

/** By ical.js, as Thunderbird reads it. */
export function byIcalJs(text: string): ReadMeeting {
  const calendar = new ICAL.Component(ICAL.parse(text) as never[]);
  calendar
    .getAllSubcomponents('vtimezone')
    .forEach((zone) => ICAL.TimezoneService.register(new ICAL.Timezone(zone)));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  const event = new ICAL.Event(component);
  const instantOf = (time: ICAL.Time) => instant(time.toJSDate().getTime());
  return {
    method: calendar.getFirstPropertyValue('method'),
    ...{ uid: event.uid, sequence: event.sequence, summary: event.summary },
    status: component.getFirstPropertyValue('status'),
    ...{ start: instantOf(event.startDate), end: instantOf(event.endDate) },
    organizer: component.getFirstProperty('organizer')?.getParameter('cn'),
    stamp: instantOf(component.getFirstPropertyValue('dtstamp') as ICAL.Time),
  };
}

/** By node-ical, which shares no code with it. */
export function byNodeIcal(text: string): ReadMeeting {
  const calendar = sync.parseICS(text);
  const event = Object.values(calendar).find((each): each is VEvent => each?.type === 'VEVENT');
  if (event === undefined) throw new Error('no event');
  const { organizer, end } = event;
  return {
    ...{ method: calendar.vcalendar?.method, uid: event.uid, sequence: Number(event.sequence) },
    ...{ status: event.status, summary: event.summary },
    ...{ start: instant(event.start.getTime()), end: instant(end?.getTime() ?? 0) },
    organizer: (organizer as { readonly params: { readonly CN: string } }).params.CN,
    stamp: instant(event.dtstamp.getTime()),
  };
}
