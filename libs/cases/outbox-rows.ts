import type { Accepted, CaseState, OutwardEffect, WorkflowDefinition } from '@hemgang/engine';
import type { EventRow, NoticeTask, OutboxRow } from '@hemgang/store';
import { beginningsIn, type BeginningAt } from './beginnings';
import type { RegisteredWorkflow } from './registry';

/** Of the event's hash; one in 4 billion events that take each other's number has the same. */
const HASH_PART = 8;

/** What a unit is told of when it is told of nothing else that makes a duty of its begin. */
const BEGINS = 'ny-uppgift';

/** Who gives the event by which a case goes over to a new version of its process, or back. */
const NEW_RULES = 'workflow';

type Task = DistributiveOmit<OutboxRow, 'key'>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown
  ? Omit<Union, Key>
  : never;
type Notice = NoticeTask & { readonly receiver: string };

/**
 * What must be done outside the transaction, one row for each that it is for. The key says which
 * event it comes from, not only its number: after a restore another event may get that number, and
 * whoever received the lost one would take the new one for a repeat.
 */
export function outboxRows(
  workflow: RegisteredWorkflow,
  caseId: string,
  { seq, actor, hash, recordedAt }: EventRow,
  accepted: Accepted,
): OutboxRow[] {
  const giver = String(actor['unit'] ?? actor['system']);
  const { effects, state } = accepted;
  const begun = beginningsIn(workflow, accepted, recordedAt).filter(
    // New rules alone tell nobody anything: a county's cases go over to them in one night.
    ({ unit }) => unit !== giver && giver !== NEW_RULES,
  );
  const told = withBeginnings(noticesOf(effects, workflow.definition), begun);
  const rest = effects.flatMap((effect) => tasksOf(effect, giver, state));
  return [...told, ...rest].map((task, index) => ({
    key: `${caseId}.${seq}.${index + 1}.${hash.slice(0, HASH_PART)}`,
    ...task,
  }));
}

/** One happening speaks to a unit once: of what else it is told, and of receipts, nobody hears outside. */
function noticesOf(
  effects: readonly OutwardEffect[],
  { receipts = [], unannounced = [] }: WorkflowDefinition,
): readonly Notice[] {
  const spokenTo = new Set<string>();
  return effects
    .flatMap((effect) => (effect.type === 'disclose' ? [effect] : []))
    .filter(({ entry }) => !unannounced.includes(entry))
    .flatMap(({ entry, units }) =>
      units.map((receiver) => {
        const isQuiet = receipts.includes(entry) || spokenTo.has(receiver);
        if (!isQuiet) spokenTo.add(receiver);
        return notice(receiver, { entry, ...(isQuiet ? { quiet: true } : {}) });
      }),
    );
}

/** What begins goes with what the unit is told, and is told by itself where that is nothing. */
function withBeginnings(
  notices: readonly Notice[],
  beginnings: readonly BeginningAt[],
): readonly Notice[] {
  return beginnings.reduce((all, { unit, ...beginning }) => {
    const at = all.findIndex(({ receiver, task }) => receiver === unit && !('quiet' in task));
    const entry = all[at]?.task.entry ?? BEGINS;
    const told = notice(unit, { entry, ...beginning });
    return at < 0 ? [...all, told] : all.with(at, told);
  }, notices);
}

function notice(receiver: string, task: NoticeTask['task']): Notice {
  return { receiver, job: 'deliver-notices', task };
}

function tasksOf(effect: OutwardEffect, giver: string, state: CaseState): readonly Task[] {
  switch (effect.type) {
    case 'disclose':
      return [];
    case 'remind': {
      const { unit, step, duty, audience, isAcute } = effect;
      const receiver = audience === 'sender' ? (senderOf(duty, state) ?? unit) : unit;
      const acute = isAcute ? { acute: true as const } : {};
      return [notice(receiver, { entry: step, duty, audience, ...acute })];
    }
    case 'erase': {
      const { because } = effect;
      return [{ receiver: giver, job: 'draft-incident', task: { because } }];
    }
    case 'tell-case': {
      const { cases, fact, payload } = effect;
      return cases.map((receiver) => ({ receiver, job: 'tell-case', task: { fact, payload } }));
    }
  }
}

/** Who waits for the duty's owner: the last rung tells her that it was not taken in. */
function senderOf(duty: string, { machines }: CaseState): string | null {
  const sender = machines[duty.slice(0, duty.indexOf('.'))]?.context['sender'];
  return typeof sender === 'string' ? sender : null;
}
