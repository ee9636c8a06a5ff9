import { createHmac, randomBytes } from 'node:crypto';
import type { LogPeriod, Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { addDays, instantAt, type Clock } from '@hemgang/kernel';
import type { AccessLog, EventLogStore } from '@hemgang/store';
import { accessLine } from '../write';
import { XES_FOOT, xesHead, xesTrace } from './xes';

/** Processes of patients that are looked at by how they go. */
const TYPES = ['discharge', 'sip'] as const;

/** So much of a pseudonym that no two meet: 96 bits, in hex. */
const PSEUDONYM_LENGTH = 24;

interface EventLogResources {
  readonly store: EventLogStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * The log of events as it leaves the service for process mining (IEEE XES, record 41): what was done when
 * by which unit, and nothing that anybody wrote.
 */
export class EventLog {
  constructor(private readonly on: EventLogResources) {}

  /**
   * The cases opened in the period, as pieces of one XES document. For operators; the export is noted
   * before anything is given.
   * @throws DatabaseUnavailable
   */
  async xes(period: LogPeriod, reader: Reader): Promise<AsyncGenerator<string, void>> {
    const now = this.on.clock.now();
    await this.on.access.append([accessLine(reader, 'export:event-log', now, null, null)]);
    return this.pieces(period);
  }

  private async *pieces({ from, to }: LogPeriod): AsyncGenerator<string, void> {
    const directory = this.on.directory();
    const pseudonym = pseudonyms();
    const unitName = (id: string | null) =>
      // Its very name would tell something about a patient.
      id === null || directory.unit(id)?.sensitive !== true ? id : pseudonym('unit', id);
    yield xesHead(from, to);
    const [since, until] = [instantAt(from, '00:00'), instantAt(addDays(to, 1), '00:00')];
    for await (const each of this.on.store.between(TYPES, since, until)) {
      yield xesTrace({
        name: pseudonym('case', each.id),
        ...{ type: each.type, version: each.version, state: each.word },
        events: each.events.map(({ type, machine, occurredAt, recordedAt, unit, person }) => ({
          ...{ name: type, machine, occurredAt, recordedAt, unit: unitName(unit) },
          person: person === null ? null : pseudonym('person', person),
        })),
      });
    }
    yield XES_FOOT;
  }
}

/** By a key that is made for one export and kept nowhere: nobody can go back, nor from one export to another. */
function pseudonyms(): (kind: string, id: string) => string {
  const key = randomBytes(32);
  return (kind, id) =>
    createHmac('sha256', key).update(`${kind}:${id}`).digest('hex').slice(0, PSEUDONYM_LENGTH);
}
