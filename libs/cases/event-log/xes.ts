import { escaped, type Instant, type LocalDate } from '@hemgang/kernel';

/** Something that happened in a case, with names that lead back to nobody. */
export interface XesEvent {
  readonly name: string;
  /** Which of the case's machines it was about; null: the case. */
  readonly machine: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The unit and the person who did it; null: the system did. */
  readonly unit: string | null;
  readonly person: string | null;
}

/** A case. */
export interface XesTrace {
  readonly name: string;
  readonly type: string;
  readonly version: number;
  readonly state: string;
  readonly events: readonly XesEvent[];
}

/** Standard extensions that attributes are named by (IEEE 1849, part 7). */
const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
] as const;

const SPACE = 'http://www.xes-standard.org/';

/** What every event has; an event says what has been done, never what is going on. */
const DONE = attribute('string', 'lifecycle:transition', 'complete');

/** What stands before the cases: what is said of all of them, and how their events are told apart. */
export function xesHead(from: LocalDate, to: LocalDate): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<log xes.version="1849.2016" xmlns="${SPACE}">`,
    ...EXTENSIONS.map(
      ([name, prefix]) =>
        `<extension name="${name}" prefix="${prefix}" uri="${SPACE}${prefix}.xesext"/>`,
    ),
    `<global scope="trace">${attribute('string', 'concept:name', '')}</global>`,
    `<global scope="event">${attribute('string', 'concept:name', '')}${attribute('date', 'time:timestamp', '1970-01-01T00:00:00.000Z')}${DONE}</global>`,
    '<classifier name="Activity" scope="event" keys="concept:name"/>',
    '<classifier name="Activity and unit" scope="event" keys="concept:name org:group"/>',
    attribute('string', 'concept:name', 'Hemgång'),
    attribute('string', 'hemgang:from', from),
    attribute('string', 'hemgang:to', to),
    '',
  ].join('\n');
}

/** One case with its events in their order. */
export function xesTrace({ name, type, version, state, events }: XesTrace): string {
  const head = [
    attribute('string', 'concept:name', name),
    attribute('string', 'hemgang:type', type),
    attribute('int', 'hemgang:version', String(version)),
    attribute('string', 'hemgang:state', state),
  ];
  return `<trace>\n${[...head, ...events.map(xesEvent)].join('\n')}\n</trace>\n`;
}

export const XES_FOOT = '</log>\n';

function xesEvent({ name, machine, occurredAt, recordedAt, unit, person }: XesEvent): string {
  return [
    '<event>',
    attribute('string', 'concept:name', name),
    attribute('date', 'time:timestamp', occurredAt),
    DONE,
    attribute('date', 'hemgang:recorded', recordedAt),
    ...(machine === null ? [] : [attribute('string', 'hemgang:machine', machine)]),
    ...(unit === null ? [] : [attribute('string', 'org:group', unit)]),
    ...(person === null ? [] : [attribute('string', 'org:resource', person)]),
    '</event>',
  ].join('');
}

function attribute(type: 'string' | 'date' | 'int', key: string, value: string): string {
  return `<${type} key="${key}" value="${escaped(value)}"/>`;
}
