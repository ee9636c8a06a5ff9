import type { Instant } from '@hemgang/kernel';
import { dispatchOf } from '@workflows/dispatch';
import type { CaseView } from './case-view';
import type { DischargeView } from './discharge/discharge-view';
import type { SettlementView } from './settlement/settlement-view';
import type { SipView } from './sip/sip-view';

/** One command of an invented life: who gives it when. */
export interface LifeStep {
  readonly at: Instant;
  /** Which of the life's cases it belongs to, from 0; the first step of each opens it. */
  readonly of: number;
  /** The path segment of that case's type: `discharges`. */
  readonly path: string;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field of the body that names something whose id is known only when it is there. */
  readonly names: NamedMachine | NamedInSettlement | NamedVersion | NamedCause | NamedCase | null;
}

interface NamedMachine {
  readonly field: string;
  readonly handoverOf: string;
  /** Of a handover, its homecoming or its dispatch; in a SIP the unit's part in it. */
  readonly machine: 'handover' | 'homecoming' | 'dispatch' | 'participant';
}

/** A row of a settlement, or a dispute, by its place. */
interface NamedInSettlement {
  readonly field: 'row' | 'dispute';
  readonly nth: number;
}

/** The last version of a SIP's plan. */
interface NamedVersion {
  readonly field: 'version';
  readonly latest: 'plan';
}

/** Why the patient waited, as it was said last. */
interface NamedCause {
  readonly field: 'setting';
  readonly latest: 'cause';
}

/** The stay that a SIP comes out of: another case of the same life. */
interface NamedCase {
  readonly field: 'stay';
  readonly caseOf: number;
}

/** A case of a life, as its last event has left it. */
export interface LivedCase {
  readonly caseId: string;
  version: number;
  view: CaseView;
}

/**
 * The body of a step's command.
 * @param cases the life's cases that are there
 * @returns null when the case has not what the step is about
 */
export function bodyOf(
  { names, payload, of }: LifeStep,
  cases: readonly LivedCase[],
): LifeStep['payload'] | null {
  if (names === null) return payload;
  if ('caseOf' in names) return { ...payload, [names.field]: cases[names.caseOf]?.caseId };
  const view = cases[of]?.view;
  const name = view && nameIn(names, view);
  // A month without such a row has no dispute about it.
  if ('nth' in names && name === undefined) return null;
  return { ...payload, [names.field]: name };
}

function nameIn(
  names: NamedMachine | NamedInSettlement | NamedVersion | NamedCause,
  view: CaseView,
): string | number | undefined {
  if ('nth' in names) {
    const { rows, disputes } = (view as SettlementView).settlement;
    return (names.field === 'row' ? rows : disputes)[names.nth]?.id;
  }
  if ('latest' in names) {
    return names.latest === 'plan'
      ? (view as SipView).sip.plan.at(-1)?.version
      : ((view as DischargeView).delay?.slices.findLast(({ id }) => id !== null)?.id ?? undefined);
  }
  const { machine } = names;
  const isSpecial = machine === 'homecoming' || machine === 'participant';
  const handover = view.parties.find(
    ({ unit, kind }) =>
      unit.id === names.handoverOf && (isSpecial ? kind === machine : kind !== 'homecoming'),
  )?.id;
  const isDispatch = machine === 'dispatch' && handover !== undefined;
  return isDispatch ? dispatchOf(handover) : handover;
}
