import type { Text } from '@hemgang/kernel';
import { DISCHARGE_WORDS } from '@workflows/discharge';
import type { Told } from '../case-type';
import { dutyView } from '../duty-view';
import { unitView } from '../names';
import { partyView } from '../party-view';
import type { DischargeView } from './discharge-view';
import { handoverViews } from './handover-view';
import { transferViews } from './transfer-view';
import { dischargeWords } from './words';

const WHY: Text = {
  sv: 'Avdelningen hade registrerat fel person. Ni skulle inte ha fått uppgifterna och de är borttagna hos er. Ni ska inte göra något.',
  en: 'The ward had registered the wrong person. You should not have got the facts and they are removed at your side. There is nothing for you to do.',
};

/**
 * What is left of a case for a unit that should never have known of it: that there was something,
 * its own part in it and why it ended. Everything else the policy blanks for it, also a field that the
 * view gets later.
 */
export function stubView(told: Told): Partial<DischargeView> {
  const { workflow, rows, reader, directory, now } = told;
  const { state, id, type, version } = rows.case;
  const { language } = reader;
  const parties = rows.parties.filter(({ unit }) => unit === reader.unit);
  const places = parties.map(({ handover }) => handover);
  const isOwn = ({ id: machine }: { readonly id: string }) => places.includes(machine);
  const duties = rows.duties.filter(({ machine }) => places.includes(machine));
  return {
    id,
    type,
    version,
    state: 'makulerad' satisfies keyof typeof DISCHARGE_WORDS,
    stateText: DISCHARGE_WORDS.makulerad[language],
    why: WHY[language],
    openedAt: state.openedAt,
    endedAt: null,
    closedAt: null,
    protection: null,
    isBlocked: false,
    emergencyUntil: null,
    duties: duties.map((row) => dutyView({ directory, language, now }, workflow, row, null)),
    parties: parties.map((party) => partyView(told, party, dischargeWords.mainParty)),
    handovers: handoverViews(state, directory, reader)
      .filter(isOwn)
      .map((handover) => ({ ...handover, unit: unitView(directory, reader.unit) })),
    transfers: transferViews(state, directory, reader).filter(isOwn),
    afterwards: [],
  };
}
