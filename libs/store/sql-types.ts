import { instant, type Instant } from '@hemgang/kernel';
import { types } from 'pg';

type Parse = (value: string) => unknown;

/** The driver's own parsers, by the number PostgreSQL gives a type. */
const driverParser: (oid: number, format: 'text' | 'binary') => Parse = types.getTypeParser;

const readTimestamp = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (value: string) => Date;

/** A time of the database's as it writes it, plain or in JSON, where its session is in UTC. */
const IN_UTC = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00(?::00)?$/;

/**
 * A time that the database has written. Respelled where that is all it takes: most of what a view reads
 * is times, and to reckon each of them out and write it anew costs ten times as much.
 */
export function writtenInstant(value: string): Instant {
  const [, day, clock, fraction = ''] = IN_UTC.exec(value) ?? [];
  if (day === undefined || clock === undefined) return instant(readTimestamp(value));
  return `${day}T${clock}.${fraction.padEnd(3, '0')}Z`;
}

const OWN_PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [types.builtins.TIMESTAMPTZ, writtenInstant],
  [types.builtins.INT8, Number],
]);

/**
 * How values come out of the database: a time as our `Instant`, a 64-bit number as a number.
 * Identity columns count rows and stay far below 2^53, where numbers stop being exact;
 * transaction ids (xid8) are not numbers here, they stay text.
 */
export const sqlTypes = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parse {
    return OWN_PARSERS.get(oid) ?? driverParser(oid, format);
  },
};
