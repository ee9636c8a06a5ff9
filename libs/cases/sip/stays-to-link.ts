import type { StayRow } from '@hemgang/store';
import { dischargeContext } from '@workflows/discharge';
import type { Told } from '../case-type';
import { unitView } from '../names';
import { strangerSince } from '../stranger';
import type { StayToLinkView } from './sip-view';

/**
 * What a SIP can be linked to, of the stays that the reader's unit is a party of. A unit that only
 * carries out help, or that should never have known of the stay, is shown none of it here.
 */
export function staysToLink(
  { directory }: Told,
  stays: readonly StayRow[],
): readonly StayToLinkView[] {
  return stays
    .filter(({ isAssigned, places, case: { state } }) => {
      return !isAssigned && strangerSince(state, places) === null;
    })
    .map(({ case: { id, state, openedAt, endedAt } }) => ({
      case: id,
      ward: unitView(directory, dischargeContext(state).unit),
      openedAt,
      endedAt,
    }));
}
