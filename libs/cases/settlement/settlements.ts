import type { Clock, Refusal } from '@hemgang/kernel';
import type { AccessLog, CaseStore, LoadedCase, PersonStore, StoredCase } from '@hemgang/store';
import type { Directory } from '@hemgang/directory';
import { settlement, settlementContext } from '@workflows/settlement';
import { judgeAccess, type Reader } from '@hemgang/access';
import { isRefusal } from '../envelope';
import { relationByState } from '../relation';
import { accessLine } from '../write';
import { PROTECTED_NAME } from '../protection/shield';
import { rowViews } from './row-views';
import type { RowIdentityView, SettlementVersionRowsView } from './settlement-view';
import { versionsHeld } from './versions-held';

/** What the access log says when somebody asks whose a row is. */
const IDENTITY = 'read:row-identity';

const NOT_FOUND: Refusal = { code: 'NOT_FOUND' };

interface SettlementResources {
  readonly cases: CaseStore;
  readonly persons: PersonStore;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * What a settlement does not show by itself: earlier computations, and whose a row is. The rows that both sides see name
 * nobody; an administrator of either side asks for one, and the asking is logged with the patient.
 * @throws DatabaseUnavailable
 */
export class Settlements {
  constructor(private readonly on: SettlementResources) {}

  /** Who a row is about. Not being a party looks like there being no such settlement. */
  async identity(id: string, row: string, reader: Reader): Promise<RowIdentityView | Refusal> {
    const loaded = await this.on.cases.load(id);
    const of = judged(loaded, reader);
    if (isRefusal(of)) return this.refused(loaded, reader, IDENTITY, of);
    const may = judgeAccess({ asks: 'operation', operation: 'getRowIdentity', by: reader });
    if (!may.isAllowed) return this.refused(loaded, reader, IDENTITY, may.refusal);
    const stay = await this.stayOf(of, row);
    const personId = stay === undefined ? null : (await this.on.cases.load(stay)).case?.personId;
    const person = personId == null ? null : await this.on.persons.byId(personId);
    if (person === null) return this.refused(loaded, reader, IDENTITY, NOT_FOUND);
    await this.note(reader, IDENTITY, id, person.id);
    // A settlement needs the days; whose they are is told of nobody whose identity is protected.
    const patient =
      person.protection === null
        ? { number: person.number ?? '', name: person.name }
        : { number: '', name: PROTECTED_NAME[reader.language] };
    return { row, patient };
  }

  /** The rows of one computation by its event, as the reader's side holds them. */
  async version(
    id: string,
    event: number,
    reader: Reader,
  ): Promise<SettlementVersionRowsView | Refusal> {
    const action = 'read:settlement-version';
    const loaded = await this.on.cases.load(id);
    const of = judged(loaded, reader);
    if (isRefusal(of)) return this.refused(loaded, reader, action, of);
    const held = versionsHeld(await this.on.cases.contentsFor(id, reader.controller));
    const found = held.find((each) => each.event === event);
    if (found === undefined) return this.refused(loaded, reader, action, NOT_FOUND);
    await this.note(reader, action, id, null);
    const { disputes } = settlementContext(of.state);
    const items = rowViews(found, disputes, reader.language);
    return { event, computedAt: found.computedAt, rows: items.length, items };
  }

  /** The stay behind a row of any computation, from what the region keeps for itself. */
  private async stayOf({ id, state }: StoredCase, row: string): Promise<string | undefined> {
    const { region } = settlementContext(state);
    const controller = this.on.directory().controllerOf(region)?.id ?? region;
    const held = versionsHeld(await this.on.cases.contentsFor(id, controller));
    return held
      .map(({ underlag, cases }) => {
        const pseudonym = underlag.rows.find((each) => each.id === row)?.pseudonym;
        return pseudonym === undefined ? undefined : cases?.[pseudonym];
      })
      .findLast((stay) => stay !== undefined);
  }

  private async refused(
    { case: found }: LoadedCase,
    reader: Reader,
    action: string,
    refusal: Refusal,
  ): Promise<Refusal> {
    await this.note(reader, `refused:${action}`, found?.id ?? null, null);
    return refusal;
  }

  /** Before it is answered: nothing is shown that was not noted. */
  private note(
    reader: Reader,
    action: string,
    caseId: string | null,
    person: string | null,
  ): Promise<void> {
    const now = this.on.clock.now();
    return this.on.access.append([accessLine(reader, action, now, caseId, person)]);
  }
}

/** The settlement, for a reader who may see what it comes to. Not being a party looks like none. */
function judged({ case: found, parties }: LoadedCase, reader: Reader): StoredCase | Refusal {
  if (found?.type !== settlement.type || !parties.includes(reader.unit)) return NOT_FOUND;
  const { type, state } = found;
  const relation = relationByState(settlement, state, reader.unit);
  const answer = judgeAccess({ asks: 'read', reading: 'settled', type, relation, by: reader });
  return answer.isAllowed ? found : answer.refusal;
}
