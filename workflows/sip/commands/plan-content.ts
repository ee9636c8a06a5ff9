import { dateField, freeText, idField, lineText } from '@hemgang/engine';
import { z } from 'zod';

const LIST_MAX = 40;

/** Where a measure stands. */
export const MEASURE_STATUSES = ['planned', 'ongoing', 'done', 'not-done'] as const;

/** What somebody is to do: which huvudman answers, which unit and who of it, by when. */
const measureField = z.strictObject({
  /** Named within the plan, so that two versions can be compared. */
  id: idField,
  what: freeText,
  /** The place in `goals` of the goal that it serves; the first is 1. */
  goal: z.int().min(1).max(LIST_MAX).optional(),
  huvudman: idField,
  unit: idField,
  person: lineText.optional(),
  by: dateField.optional(),
  status: z.enum(MEASURE_STATUSES),
});

const contactField = z.strictObject({ name: lineText, role: lineText, phone: lineText.optional() });
const texts = z.array(freeText).max(LIST_MAX);

/** The words of a plan (HSL 16:4 and what a good plan adds): content of the version's event. */
export const planContent = {
  /** What matters to the person, in her own words. */
  matters: freeText,
  goals: texts,
  needs: texts,
  measures: z
    .array(measureField)
    .min(1)
    .max(LIST_MAX)
    .refine((measures) => new Set(measures.map(({ id }) => id)).size === measures.length, {
      error: 'a measure twice',
    }),
  /** What the person does herself, and measures by others than region and municipality. */
  ownActions: texts.optional(),
  measuresByOthers: texts.optional(),
  crisisPlan: freeText.optional(),
  contacts: z.array(contactField).max(LIST_MAX),
  /** What is spoken of when it is written; the day holds only when the plan is established. */
  followUpOn: dateField.optional(),
  nextMeeting: lineText.optional(),
};

export const PLAN_CONTENT = Object.keys(planContent);
