import {
  waitingFor,
  type CaseState,
  type UnitFacts,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { formatInstant, type Instant, type Language, type Text } from '@hemgang/kernel';
import type { DischargeContext, Ending } from './context';
import { discharge, dischargeContext } from './workflow';

/**
 * Why the case stands where it stands: the duty that blocks, its owner with phone, and its age.
 * @param now the instant the reader asks
 * @param unit looks up how a unit is named and reached
 * @param workflow the version that the case runs on
 */
export function why(
  state: CaseState,
  now: Instant,
  unit: (id: string) => UnitFacts,
  workflow: WorkflowDefinition = discharge,
): Text {
  const away = onPermission(dischargeContext(state), now);
  const because = waitingFor(workflow, state, now, unit) ?? withoutDuty(state);
  return { sv: `${away.sv}${because.sv}`, en: `${away.en}${because.en}` };
}

/** That the patient is out for a while, which changes nothing of what is waited for. */
function onPermission({ permission }: DischargeContext, now: Instant): Text {
  if (permission === undefined || now < permission.from) return { sv: '', en: '' };
  const until = (language: Language) => formatInstant(permission.until, language);
  return now < permission.until
    ? {
        sv: `Patienten har permission till ${until('sv')}. `,
        en: `The patient is on leave until ${until('en')}. `,
      }
    : {
        sv: `Patienten skulle vara åter från permission ${until('sv')}. `,
        en: `The patient was to be back from leave ${until('en')}. `,
      };
}

/** Why nothing is owed, by how the stay ended. A planned discharge has words of its own. */
const ENDED: Readonly<Record<Exclude<Ending, 'planned'>, Text>> = {
  'left-against-advice': {
    sv: 'Patienten har lämnat avdelningen mot läkares råd. Ärendet är avslutat.',
    en: 'The patient has left against medical advice. The case is closed.',
  },
  absconded: {
    sv: 'Patienten har avvikit från avdelningen. Ärendet är avslutat.',
    en: 'The patient has absconded from the ward. The case is closed.',
  },
  transferred: {
    sv: 'Patienten har flyttats till en annan region. Ärendet är avslutat.',
    en: 'The patient has been transferred to another region. The case is closed.',
  },
  deceased: {
    sv: 'Patienten har avlidit. Ärendet är avslutat.',
    en: 'The patient has died. The case is closed.',
  },
  makulerad: {
    sv: 'Ärendet är makulerat: det öppnades av misstag och gäller inte.',
    en: 'The case has been struck: it was opened in error and does not count.',
  },
};

function withoutDuty(state: CaseState): Text {
  const { diedAt, ending, noticeSentAt, readmission } = dischargeContext(state);
  if (ending === 'makulerad') return ENDED.makulerad;
  if (diedAt !== null) return ENDED.deceased;
  if (readmission !== undefined) {
    return {
      sv: 'Patienten har skrivits in igen i ett nytt ärende. Det här ärendet är avslutat.',
      en: 'The patient has been admitted again in a new case. This case is closed.',
    };
  }
  if (ending === undefined) {
    return {
      sv: 'Patienten vårdas på avdelningen. Ingen läkare har bedömt något behov efter utskrivningen.',
      en: 'The patient is cared for on the ward. No physician has judged a need after the stay.',
    };
  }
  if (ending !== 'planned') return ENDED[ending];
  return noticeSentAt === null
    ? {
        sv: 'Patienten har lämnat avdelningen utan behov av insatser. Ärendet är avslutat.',
        en: 'The patient has left the ward and needs no measures. The case is closed.',
      }
    : {
        sv: 'Patienten har kommit hem och alla mottagare har tagit över. Ärendet är avslutat.',
        en: 'The patient is home and every receiver has taken over. The case is closed.',
      };
}
