import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { rule, type Citation, type Text } from '@hemgang/kernel';
import { dischargeContext, ENDING_WORDS, type CompulsoryLaw } from '@workflows/discharge';
import type { DischargeView } from './discharge-view';
import type { Reader } from '@hemgang/access';

const LAW_TEXTS: Readonly<Record<CompulsoryLaw, Text>> = {
  lpt: { sv: 'Vårdas med stöd av LPT', en: 'Cared for under LPT' },
  lrv: { sv: 'Vårdas med stöd av LRV', en: 'Cared for under LRV' },
};

/** Who goes to open compulsory care has a coordinated care plan, made by the chefsöverläkare. */
const PLAN_INSTEAD_OF_SIP: Citation = '2017:612 4:1 st2';

/** What a reader may know of the stay itself, beyond who must do what. */
export function stayView(
  state: CaseState,
  reader: Reader,
  directory: Directory,
): Pick<
  DischargeView,
  | 'expectedDischargeAt'
  | 'destination'
  | 'utskrivningsklar'
  | 'ending'
  | 'permission'
  | 'compulsory'
  | 'insteadOfSip'
> {
  const context = dischargeContext(state);
  const { expectedDischargeAt, utskrivningsklar, ending, permission = null } = context;
  const { language } = reader;
  const ofWard = directory.controllerOf(context.unit)?.id === reader.controller;
  // Compulsory care is told to others only by the decision that they must know (3:1 st.2, OSL 25:12).
  const law = ofWard ? context.compulsory : undefined;
  return {
    expectedDischargeAt,
    destination: context.destination ?? null,
    utskrivningsklar: utskrivningsklar && { basis: 'judgement', ...utskrivningsklar },
    ending: ending === undefined ? null : { word: ending, text: ENDING_WORDS[ending][language] },
    permission,
    compulsory: law === undefined ? null : { law, text: LAW_TEXTS[law][language] },
    insteadOfSip:
      utskrivningsklar?.basis === 'open-compulsory-care'
        ? { rule: PLAN_INSTEAD_OF_SIP, text: rule(PLAN_INSTEAD_OF_SIP).title[language] }
        : null,
  };
}
