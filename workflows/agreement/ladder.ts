import type { LadderStep } from '@hemgang/engine';
import { HOUR_MS } from '@hemgang/kernel';

/**
 * When a duty speaks up. The times are assumptions until the county has agreed on them; each step
 * reaches a wider circle than the one before.
 */
export const LADDER = {
  /** Duties of the sending ward. */
  sender: [
    { name: 'soon', afterDueMs: -4 * HOUR_MS, audience: 'owner' },
    { name: 'due', afterDueMs: 0, audience: 'owner' },
    { name: 'late', afterDueMs: 4 * HOUR_MS, audience: 'manager' },
  ],
  /** Duties of the sending ward that leave only hours: nothing speaks before they are due. */
  urgent: [
    { name: 'due', afterDueMs: 0, audience: 'owner' },
    { name: 'late', afterDueMs: 2 * HOUR_MS, audience: 'manager' },
  ],
  /** Duties of a receiving unit. */
  receiver: [
    { name: 'soon', afterDueMs: -4 * HOUR_MS, audience: 'owner' },
    { name: 'due', afterDueMs: 0, audience: 'watch' },
    { name: 'late', afterDueMs: 4 * HOUR_MS, audience: 'manager' },
    { name: 'not-taken-in', afterDueMs: 24 * HOUR_MS, audience: 'sender' },
  ],
  /** Getting ready to receive: from the morning of the day before, the last free one of who may pay. */
  readiness: [
    { name: 'day-before', afterDueMs: -16 * HOUR_MS, audience: 'owner' },
    { name: 'soon', afterDueMs: -4 * HOUR_MS, audience: 'owner' },
    { name: 'due', afterDueMs: 0, audience: 'watch' },
    { name: 'late', afterDueMs: 4 * HOUR_MS, audience: 'manager' },
    { name: 'not-taken-in', afterDueMs: 24 * HOUR_MS, audience: 'sender' },
  ],
  /** What somebody has promised: nobody but the owner hears of it. */
  promise: [
    { name: 'soon', afterDueMs: -4 * HOUR_MS, audience: 'owner' },
    { name: 'due', afterDueMs: 0, audience: 'owner' },
  ],
  /** Somebody may have come home to nobody: the steps are short. */
  takingOver: [
    { name: 'due', afterDueMs: 0, audience: 'watch' },
    { name: 'late', afterDueMs: 1 * HOUR_MS, audience: 'manager' },
    { name: 'not-taken-in', afterDueMs: 2 * HOUR_MS, audience: 'sender' },
  ],
  /** Somebody is alone at home and it is known: the widest circle hears at once. */
  alarm: [
    { name: 'alarm', afterDueMs: 0, audience: 'sender' },
    { name: 'still-alone', afterDueMs: 1 * HOUR_MS, audience: 'sender' },
  ],
  /** Work of the two sides' administrators: days, not hours. */
  administration: [
    { name: 'soon', afterDueMs: -48 * HOUR_MS, audience: 'owner' },
    { name: 'due', afterDueMs: 0, audience: 'owner' },
    { name: 'late', afterDueMs: 72 * HOUR_MS, audience: 'manager' },
  ],
} as const satisfies Record<string, readonly LadderStep[]>;
