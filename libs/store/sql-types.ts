import { instant } from '@hemgang/kernel';
import { types } from 'pg';

type Parse = (value: string) => unknown;

/** The driver's own parsers, by the number PostgreSQL gives a type. */
const driverParser: (oid: number, format: 'text' | 'binary') => Parse = types.getTypeParser;

const readTimestamp = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (value: string) => Date;

const OWN_PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [types.builtins.TIMESTAMPTZ, (value) => instant(readTimestamp(value))],
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
