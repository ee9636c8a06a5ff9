import { dateField, idField } from '@hemgang/engine';
import { MEASURE_STATUSES, PLAN_FORMS } from '@workflows/sip';
import { z } from 'zod';

const ROWS_MAX = 40;

/** As `freeText` of a command, but for that nothing need be written yet. */
const draftText = z
  .string()
  .max(4_000)
  .regex(/^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u);

/** One line, or nothing yet. */
const draftLine = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

const texts = z.array(draftText).max(ROWS_MAX);

const draftMeasure = z.strictObject({
  /** Named within the plan; that of the version before when the measure was in it. */
  id: idField,
  what: draftText,
  /** The place in `goals` of the goal that it serves, the first is 1. */
  goal: z.int().min(1).max(ROWS_MAX).optional(),
  unit: idField.nullable(),
  person: draftLine,
  by: dateField.nullable(),
  status: z.enum(MEASURE_STATUSES),
});

const draftContact = z.strictObject({ name: draftLine, role: draftLine, phone: draftLine });

/** What is written of a plan so far: anything may be missing, and nothing is longer than in the plan. */
export const planDraftWords = z.strictObject({
  form: z.enum(PLAN_FORMS),
  responsible: idField.nullable(),
  matters: draftText,
  goals: texts,
  needs: texts,
  measures: z.array(draftMeasure).max(ROWS_MAX),
  ownActions: texts,
  measuresByOthers: texts,
  crisisPlan: draftText,
  contacts: z.array(draftContact).max(ROWS_MAX),
  /** The day of the follow-up that is spoken of; the plan says it when it is established. */
  followUpOn: dateField.nullable(),
  nextMeeting: draftLine,
  /** Units that are at the meeting, and others by name. */
  presentUnits: z.array(idField).max(ROWS_MAX),
  presentOthers: draftLine,
});

export type PlanDraftWords = z.output<typeof planDraftWords>;
