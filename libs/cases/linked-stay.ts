import type { CommandDeclaration } from '@hemgang/engine';
import { isUuid, type Instant } from '@hemgang/kernel';
import type { CaseStore, PersonRow } from '@hemgang/store';
import { callerOf, discharge, dischargeContext } from '@workflows/discharge';
import type { Envelope } from './envelope';
import type { Reader } from '@hemgang/access';

/** What an event may know of the discharge that its command names. */
export interface StayGiven {
  readonly case: string;
  /** When the notice that the patient is utskrivningsklar was sent; null: it has not been. */
  readonly noticeAt: Instant | null;
  /** The unit that calls to the SIP (2017:612 4:3); null while none is known. */
  readonly caller: string | null;
}

/**
 * The discharge that a command's payload names. It is looked up once and stands in the event; what
 * happens in it later, it tells.
 * @param person whom the command is about
 * @returns null when it names none, or one that is not there, is about somebody else, or that the
 *   reader is no party of: the three look alike
 */
export async function stayNamed(
  cases: CaseStore,
  { lookups }: CommandDeclaration,
  rest: Envelope['rest'],
  reader: Reader,
  person: PersonRow | null,
): Promise<StayGiven | null> {
  const id = lookups?.stay?.(rest);
  if (person === null || !isUuid(id)) return null;
  const { case: found, parties } = await cases.load(id);
  const isHers = found?.type === discharge.type && found.personId === person.id;
  if (found === null || !isHers || !parties.includes(reader.unit)) return null;
  const context = dischargeContext(found.state);
  return {
    case: id,
    noticeAt: context.utskrivningsklar?.sentAt ?? null,
    caller: callerOf(context),
  };
}
