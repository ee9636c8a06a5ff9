import { instant } from '@hemgang/kernel';
import { types } from 'pg';

const { INT8, TIMESTAMPTZ } = types.builtins;

/**
 * How values come out of the database: a time as our `Instant`, a 64-bit number as a number.
 * Identity columns count rows and stay far below 2^53, where numbers stop being exact;
 * transaction ids (xid8) are not numbers here, they stay text.
 */
export const sqlTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === TIMESTAMPTZ) return readInstant;
    if (oid === INT8) return Number;
    return types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};

const readTimestamp = types.getTypeParser(TIMESTAMPTZ) as (value: string) => Date | number;

function readInstant(value: string): string {
  return instant(readTimestamp(value));
}
