import { climb, type Audience } from '@hemgang/engine';
import type { Instant, Text } from '@hemgang/kernel';
import type { DutyRow, EventRow } from '@hemgang/store';
import { declarationIn } from './duty-view';
import type { RegisteredWorkflow } from './registry';

/** Whom a rung speaks to. */
const WHOM = {
  owner: { sv: 'Påminnelse till enheten', en: 'Reminder to the unit' },
  watch: {
    sv: 'Påminnelse till enheten eller jouren',
    en: 'Reminder to the unit or whoever has the watch',
  },
  manager: { sv: 'Påminnelse till chefen', en: 'Reminder to the manager' },
  sender: { sv: 'Avsändaren får veta: inte gjort', en: 'The sender is told: not done' },
} as const satisfies Readonly<Record<Audience, Text>>;

/** What a duty is called in a reminder of it. */
export function remindedOf(audience: Audience, { sv, en }: Text): Text {
  const whom = WHOM[audience];
  return { sv: `${whom.sv}: ${sv}`, en: `${whom.en}: ${en}` };
}

/**
 * A reminder in words: whom it spoke to and about which duty, as the event tells it and the present ladder
 * of the duty reads.
 * @returns null for a rung that the present ladder does not have
 */
export function reminderTitle(
  workflow: RegisteredWorkflow,
  duties: readonly DutyRow[],
  { payload, recordedAt }: Pick<EventRow, 'payload' | 'recordedAt'>,
): Text | null {
  const { duty, step, due, reached } = payload as {
    readonly [Name in 'duty' | 'step']: string;
  } & { readonly due: Instant; readonly reached?: string };
  const row = duties.find(({ id }) => id === duty);
  if (row === undefined) return null;
  const declaration = declarationIn(workflow, row.key);
  const passed = declaration.ladder.findIndex(({ name }) => name === step);
  if (passed < 0) return null;
  const { id, key, machine, unit, since } = row;
  const owed = { id, key, machine, unit, since, due, passed };
  const spoken = climb(owed, declaration, recordedAt, reached)?.step;
  if (spoken === undefined) return null;
  return remindedOf(spoken.audience, declaration.title);
}
