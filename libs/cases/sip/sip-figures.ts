import type { Directory } from '@hemgang/directory';
import { addDays, instantAt, type Clock, type LocalDate, type Refusal } from '@hemgang/kernel';
import type { AccessLog, MonthFigures, StoredSipCounts } from '@hemgang/store';
import { MEETING_WAYS, togetherOf, type SipCounts } from '@workflows/sip';
import { judgeAccess, type Reader } from '@hemgang/access';
import { accessLine } from '../write';

/** The SIPs that were started in a period, as facts. */
export interface SipFiguresView {
  readonly from: LocalDate;
  /** The last day, itself included. */
  readonly to: LocalDate;
  readonly all: SipCounts;
  /** Each with the SIPs that its units have started. */
  readonly huvudman: readonly {
    readonly id: string;
    readonly name: string;
    readonly sips: SipCounts;
  }[];
}

interface SipFiguresResources {
  readonly figures: MonthFigures;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

const ACTION = 'read:sip-counts';

/**
 * What has happened in SIPs: offered, declined, called in time, held where, established, followed up, closed. Numbers
 * alone, from the logs; a period is that of the starts, so that every SIP is counted once whatever happens in it later.
 * @throws DatabaseUnavailable
 */
export class SipFigures {
  constructor(private readonly on: SipFiguresResources) {}

  /** For operators: whoever holds the database. */
  async count(from: LocalDate, to: LocalDate): Promise<SipFiguresView> {
    const rows = await this.on.figures.sips(
      instantAt(from, '00:00'),
      instantAt(addDays(to, 1), '00:00'),
    );
    const directory = this.on.directory();
    const ids = [...new Set(rows.map(({ unit }) => directory.huvudmanOf(unit)?.id ?? ''))].sort();
    const huvudman = ids.map((id) => {
      const its = rows.filter(({ unit }) => (directory.huvudmanOf(unit)?.id ?? '') === id);
      const name = directory.rows.huvudman.find((each) => each.id === id)?.name ?? id;
      return { id, name, sips: togetherOf(its.map(countsOf)) };
    });
    return { from, to, all: togetherOf(huvudman.map(({ sips }) => sips)), huvudman };
  }

  /** For administrators of either side; each reading leaves a line in the access log. */
  async read(from: LocalDate, to: LocalDate, reader: Reader): Promise<SipFiguresView | Refusal> {
    const may = judgeAccess({ asks: 'operation', operation: 'getSipFigures', by: reader });
    const action = may.isAllowed ? ACTION : `refused:${ACTION}`;
    await this.on.access.append([accessLine(reader, action, this.on.clock.now(), null, null)]);
    return may.isAllowed ? this.count(from, to) : may.refusal;
  }
}

/** What a row counts. */
export function countsOf({ unit: _unit, held, ...counts }: StoredSipCounts): SipCounts {
  const ways = MEETING_WAYS.map((way) => [way, held[way] ?? 0]);
  return { ...counts, held: Object.fromEntries(ways) as SipCounts['held'] };
}
