import type { PersonRow } from '../person-store';
import { writtenInstant } from '../sql-types';

/**
 * A row that came as JSON, with its times spelled as instants. PostgreSQL writes times in JSON in a
 * way of its own, and respelling them there costs ten times as much as here.
 */
export function withInstants<Row extends object>(row: Row, times: readonly (keyof Row)[]): Row {
  const spelled = { ...row };
  for (const time of times) {
    const value = row[time];
    if (typeof value === 'string') spelled[time] = writtenInstant(value) as typeof value;
  }
  return spelled;
}

/** A person that came as `to_json(p)`. */
export function personOf(row: PersonRow): PersonRow {
  return withInstants(row, ['identifiedAt', 'protectedSince']);
}
