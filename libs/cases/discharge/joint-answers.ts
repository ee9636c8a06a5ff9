import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { formatInstant, type Instant, type Language } from '@hemgang/kernel';
import { dischargeContext } from '@workflows/discharge';
import {
  HANDOVER,
  handoverWord,
  OPEN_CARE_KINDS,
  type HandoverContext,
  type HandoverWord,
} from '@workflows/handover';
import type { UnitView } from '../case-view';
import type { JointAnswerView } from './discharge-view';
import { unitView } from '../names';

/** Receivers that have nothing to do with the patient any more. */
const GONE: readonly HandoverWord[] = ['rejected', 'ended'];

/** Receivers that need not say more: they are ready, or have her already. */
const READY: readonly HandoverWord[] = ['ready', 'leaving', 'taken-over'];

/** What one unit of a municipality has said. */
interface Said {
  readonly unit: string;
  readonly canReceiveFrom: Instant | null;
  readonly isReady: boolean;
}

/**
 * What each municipality as a whole has answered, computed from its handovers: nobody decides for
 * another unit. It can receive from when its last unit can.
 */
export function jointAnswers(
  state: CaseState,
  directory: Directory,
  language: Language,
): JointAnswerView[] {
  const { coordinators } = dischargeContext(state);
  const byHuvudman = new Map<string, Said[]>();
  for (const said of municipalAnswers(state)) {
    const huvudman = directory.huvudmanOf(said.unit)?.id ?? said.unit;
    byHuvudman.set(huvudman, [...(byHuvudman.get(huvudman) ?? []), said]);
  }
  return [...byHuvudman].map(([id, answers]) => {
    const coordinator = coordinators[id];
    const name = directory.huvudman(id)?.name ?? id;
    const waitingFor = answers
      .filter(({ canReceiveFrom, isReady }) => canReceiveFrom === null && !isReady)
      .map(({ unit }) => unitView(directory, unit));
    const times = answers.flatMap(({ canReceiveFrom }) => canReceiveFrom ?? []).sort();
    const canReceiveFrom = waitingFor.length === 0 ? (times.at(-1) ?? null) : null;
    return {
      huvudman: { id, name },
      coordinator: coordinator === undefined ? null : unitView(directory, coordinator),
      canReceiveFrom,
      waitingFor,
      text: inWords(name, canReceiveFrom, waitingFor, language),
    };
  });
}

function municipalAnswers({ machines }: CaseState): Said[] {
  return Object.values(machines)
    .filter(({ kind }) => kind.startsWith(`${HANDOVER}-`))
    .flatMap((machine) => {
      const { unit, kind, canReceiveFrom } = machine.context as unknown as HandoverContext;
      const word = handoverWord(machine);
      if (OPEN_CARE_KINDS.includes(kind) || GONE.includes(word)) return [];
      return [{ unit, canReceiveFrom, isReady: READY.includes(word) }];
    });
}

function inWords(
  name: string,
  from: Instant | null,
  waitingFor: readonly UnitView[],
  language: Language,
): string {
  const units = waitingFor.map((unit) => unit.name).join(', ');
  if (waitingFor.length > 0) {
    return language === 'sv' ? `${name}: väntar på ${units}` : `${name}: waiting for ${units}`;
  }
  if (from === null) {
    return language === 'sv' ? `${name} kan ta emot nu` : `${name} can receive now`;
  }
  const when = formatInstant(from, language);
  return language === 'sv'
    ? `${name} kan ta emot från ${when}`
    : `${name} can receive from ${when}`;
}
