/** What a figure has to be, and what it should be. */
export interface Target {
  /** The promise in words, as docs/performance.md lists it. */
  readonly promise: string;
  /** Of the figure: `× C`, `ms`, `MB`. */
  readonly unit: string;
  /** The figure must be at least, or at most, this. */
  readonly must: { readonly atLeast: number } | { readonly atMost: number };
  /** Where we want to come; null when the promise names nothing further. */
  readonly aim: number | null;
}

/**
 * Every target of speed and size, by name. C is what one Node process with plain `pg` makes of the
 * same writes in six statements, without a machine and without a hash; C-http is C behind bare
 * node:http. Throughput of notices is that of the queue on Redis; on PostgreSQL it is shown beside.
 */
export const TARGETS = {
  'commands at 32 clients': {
    promise: 'Commands per second in process at 32 clients, until the outbox is empty',
    unit: '× C',
    must: { atLeast: 0.6 },
    aim: 1,
  },
  'commands over HTTP at 32 clients': {
    promise: 'Commands per second over HTTP with validation at 32 clients, until it is empty',
    unit: '× C-http',
    must: { atLeast: 0.6 },
    aim: 1,
  },
  'command p50 at 1 client': {
    promise: 'Time of a command in process at 1 client, p50',
    unit: '× C',
    must: { atMost: 2 },
    aim: null,
  },
  'handled p99 at 40 commands/s': {
    promise: 'From commit to handled at 40 commands/s, p99',
    unit: 'ms',
    must: { atMost: 100 },
    aim: 20,
  },
  'handled p99 at 8 clients': {
    promise: 'From commit to handled at saturation with 8 clients, p99',
    unit: 'ms',
    must: { atMost: 1_000 },
    aim: 50,
  },
  '10,000 timers, rate': {
    promise: 'Rate of 10,000 timers due at once, each a full logged step of a ladder',
    unit: '× bare BullMQ',
    must: { atLeast: 0.25 },
    aim: 0.5,
  },
  '10,000 timers, lateness p99': {
    promise: 'Lateness of 10,000 timers due at once, p99',
    unit: '× bare BullMQ',
    must: { atMost: 4 },
    aim: null,
  },
  '10,000 timers, early or twice': {
    promise: 'Timers of the 10,000 that fire early or twice',
    unit: 'timers',
    must: { atMost: 0 },
    aim: null,
  },
  'a single timer': {
    promise: 'Lateness of a single timer on an idle system',
    unit: 'ms',
    must: { atMost: 250 },
    aim: 20,
  },
  'worklist at 1,000,000 duties': {
    promise: 'Time of a worklist at 1,000,000 open duties against 1,000, p95',
    unit: '× at 1,000',
    must: { atMost: 2 },
    aim: null,
  },
  'case read at 1,000,000 duties': {
    promise: 'Time of reading a case at 1,000,000 open duties against 1,000, p95',
    unit: '× at 1,000',
    must: { atMost: 2 },
    aim: null,
  },
  'commands at 1,000,000 cases': {
    promise: 'Commands per second at 1,000,000 open cases against 1,000',
    unit: '× at 1,000',
    must: { atLeast: 0.5 },
    aim: 0.7,
  },
  'database per command': {
    promise: 'Database per command of a closed lifecycle case',
    unit: 'kB',
    must: { atMost: 2 },
    aim: 1.25,
  },
  'memory of the command process': {
    promise: 'Memory of the command process under load',
    unit: 'MB',
    must: { atMost: 256 },
    aim: null,
  },
  'commands behind walls': {
    promise: 'Commands per second, each answered with its case, with row-level security',
    unit: '× without',
    must: { atLeast: 0.75 },
    aim: null,
  },
  'reads behind walls': {
    promise: 'Time of a read with row-level security, p50, the slowest of case, list and worklist',
    unit: '× without',
    must: { atMost: 3 },
    aim: null,
  },
  'interaction with 5,000 rows, p95': {
    promise: 'From a key to what it shows, in a worklist of 5,000 rows, p95',
    unit: 'ms',
    must: { atMost: 100 },
    aim: null,
  },
  'figures of a year': {
    promise: 'A view of figures over a simulated year of the county, p95, the slowest',
    unit: 's',
    must: { atMost: 1 },
    aim: null,
  },
  'figures at 1,000,000 cases': {
    promise: 'A view of figures at 1,000,000 cases, p95, the slowest',
    unit: 's',
    must: { atMost: 1 },
    aim: null,
  },
  'invalid input p99': {
    promise: 'Time of an answer to an input that the description does not allow, p99',
    unit: 'ms',
    must: { atMost: 100 },
    aim: null,
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;

/** How a target is written: `≥ 0.6`, with its aim `≤ 100, aim 20`. */
export function targetText({ must, aim }: Target): string {
  const text = 'atLeast' in must ? `≥ ${must.atLeast}` : `≤ ${must.atMost}`;
  return aim === null ? text : `${text}, aim ${aim}`;
}

export function isMet({ must }: Target, value: number): boolean {
  return 'atLeast' in must ? value >= must.atLeast : value <= must.atMost;
}
