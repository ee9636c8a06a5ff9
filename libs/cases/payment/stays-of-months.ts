import type { Directory } from '@hemgang/directory';
import {
  addDays,
  startOfLocalDay,
  type Clock,
  type Instant,
  type LocalDate,
} from '@hemgang/kernel';
import type { EndedStays } from '@hemgang/store';
import { LEDGER_EVENTS, stayLogs } from './logs';
import { placesOf } from './places';
import { stayFacts, type PayerFacts, type Places } from './stay-facts';

/** What a payer's days of an ended stay are reckoned from. */
export interface EndedStay extends PayerFacts {
  readonly case: string;
  readonly endedAt: Instant;
  /** SCB code. */
  readonly municipality: string;
}

export interface EndedStayResources {
  readonly ended: EndedStays;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * Every ended stay that a known municipality pays for, by when it ended; a stay that several pay for
 * comes once for each. Batch by batch: memory does not grow with the number of stays.
 * @param from the first day on which they ended, @param to the last
 * @throws DatabaseUnavailable
 */
export async function* endedStays(
  on: EndedStayResources,
  from: LocalDate,
  to: LocalDate,
): AsyncGenerator<EndedStay> {
  const now = on.clock.now();
  const directory = on.directory();
  const places = new Map<string, Places>();
  const placesIn = (region: string): Places => {
    const known = places.get(region) ?? placesOf(directory, region);
    places.set(region, known);
    return known;
  };
  const [first, after] = [startOfLocalDay(from), startOfLocalDay(addDays(to, 1))];
  for await (const { stays, logs } of on.ended.between(first, after, LEDGER_EVENTS)) {
    const byStay = stayLogs(
      stays.map(({ id }) => id),
      logs,
    );
    for (const { id, region, endedAt } of stays) {
      const known = byStay.get(id);
      const facts = known && stayFacts(known, placesIn(region), now);
      for (const payer of facts?.payers ?? []) {
        const { municipality } = payer.payer;
        if (municipality !== null) yield { ...payer, case: id, endedAt, municipality };
      }
    }
  }
}
