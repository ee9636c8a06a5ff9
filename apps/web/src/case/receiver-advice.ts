import type { Receivers } from '../api/types';
import type { Pick } from '../form/picks';
import type { Values } from '../form/values';

/** Commands by which a ward names receivers → the field that does, and whether it names several. */
const NAMING: Readonly<Record<string, { readonly path: string; readonly many: boolean }>> = {
  'send-inskrivningsmeddelande': { path: '/receivers', many: true },
  'add-receiver': { path: '/unit', many: false },
  readdress: { path: '/unit', many: false },
};

/**
 * Commands by which a ward sets when it expects to discharge. That somebody is utskrivningsklar is a medical
 * judgement, which what a municipality can receive must not sway (record 34).
 */
const DATING = [
  'send-inskrivningsmeddelande',
  'change-expected-discharge',
  'report-discharge-not-carried-out',
];

/** Nothing is known for or against anybody. */
export const NO_ADVICE: Receivers = { proposals: [], unknown: [], candidates: [], capacity: [] };

/** What the server advises about receivers, as a form uses it. */
export interface ReceiverAdvice {
  /** Why nothing, or not all, is proposed. */
  readonly unknown: readonly string[];
  /** What is picked from the start. */
  readonly initial: Values;
  /** The pick with what speaks for and against it. */
  readonly advised: (pick: Pick) => Pick;
  /** What the municipality can receive, where the command sets a day. */
  readonly capacity: Receivers['capacity'];
}

/** Whether there is advice for a command: a ward names receivers by it, or sets a day. */
export function isAdvised(command: string): boolean {
  return NAMING[command] !== undefined || DATING.includes(command);
}

/** The advice for the form of a command. Where it names one unit and several are proposed, none is picked. */
export function adviceOf(
  command: string,
  { proposals, unknown, candidates, capacity }: Receivers,
): ReceiverAdvice {
  const naming = NAMING[command];
  const reasons = new Map(proposals.map(({ unit, because }) => [unit.id, because]));
  const warnings = new Map(candidates.map((each) => [each.unit, each.warnings]));
  const proposed = proposals.map(({ unit }) => unit.id);
  const [only = ''] = proposed;
  const isClear = proposed.length === 1 || (naming?.many === true && proposed.length > 1);
  return {
    unknown: naming === undefined ? [] : unknown.map(({ text }) => text),
    capacity: DATING.includes(command) ? capacity : [],
    initial:
      naming !== undefined && isClear ? { [naming.path]: naming.many ? proposed : only } : {},
    advised: (pick) => {
      const because = reasons.get(pick.value)?.map(({ text }) => text);
      const warned = warnings.get(pick.value);
      return { ...pick, ...(because && { because }), ...(warned && { warnings: warned }) };
    },
  };
}
