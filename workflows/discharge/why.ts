import {
  definitionOf,
  type CaseState,
  type DutyDeclaration,
  type OpenDuty,
  type WorkflowDefinition,
} from '@hemgang/engine';
import {
  addDays,
  formatAge,
  formatDate,
  formatInstant,
  localDate,
  localTime,
  type Instant,
  type Language,
  type Text,
} from '@hemgang/kernel';
import type { DischargeContext, Ending } from './context';
import { discharge, dischargeContext } from './workflow';

/** How a unit is named and reached. */
export interface UnitFacts {
  readonly name: string;
  readonly phone: string;
}

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
  const because = waitingFor(state, now, unit, workflow);
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

function waitingFor(
  state: CaseState,
  now: Instant,
  unit: (id: string) => UnitFacts,
  workflow: WorkflowDefinition,
): Text {
  const duty = blockingDuty(state, now, workflow);
  if (duty === undefined) return withoutDuty(state);
  const { waitsFor } = declarationOf(workflow, state, duty);
  const { name, phone } = unit(duty.unit);
  const age = Date.parse(now) - Date.parse(duty.since);
  return {
    sv: `Väntar på att ${name} (tfn ${phone}) ${waitsFor.sv}. Har väntat ${formatAge(age, 'sv')}${deadline(duty, now).sv}.`,
    en: `Waiting for ${name} (phone ${phone}) to ${waitsFor.en}. Has waited ${formatAge(age, 'en')}${deadline(duty, now).en}.`,
  };
}

/** The open duty that everything waits for: what is overdue first, then what blocks most. */
export function blockingDuty(
  state: CaseState,
  now: Instant,
  workflow: WorkflowDefinition = discharge,
): OpenDuty | undefined {
  const rank = (duty: OpenDuty): readonly (number | string)[] => [
    duty.due !== null && duty.due < now ? 0 : 1,
    declarationOf(workflow, state, duty).weight,
    duty.due ?? '9',
    duty.since,
    duty.id,
  ];
  return [...state.duties].sort((a, b) => compare(rank(a), rank(b)))[0];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  if (index < 0) return 0;
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}

function deadline({ due }: OpenDuty, now: Instant): Text {
  if (due === null) return { sv: '', en: '' };
  const late = Date.parse(now) - Date.parse(due);
  return late > 0
    ? { sv: `, försenat ${formatAge(late, 'sv')}`, en: `, overdue ${formatAge(late, 'en')}` }
    : { sv: `, klart senast ${latest(due, 'sv')}`, en: `, due ${latest(due, 'en')}` };
}

/** The start of a day is the end of the one before: "fre 6/3 24:00", since nobody reads 00:00 so. */
function latest(due: Instant, language: Language): string {
  return localTime(due) === '00:00'
    ? `${formatDate(addDays(localDate(due), -1), language)} 24:00`
    : formatInstant(due, language);
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

function declarationOf(
  workflow: WorkflowDefinition,
  state: CaseState,
  duty: OpenDuty,
): DutyDeclaration {
  const kind = state.machines[duty.machine]?.kind ?? '';
  const declaration = definitionOf(workflow, kind).duties[duty.key];
  if (declaration === undefined) throw new Error(`duty "${duty.key}" is not declared`);
  return declaration;
}
