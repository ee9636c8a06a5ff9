import type { IncidentSummaryView, IncidentView } from '@hemgang/cases';
import { z } from 'zod';
import { instant, sequence, unit } from './basic-schemas';

export const incidentSummary = z.strictObject({
  id: z.string(),
  caseId: z.uuid(),
  seq: sequence.describe('The event by which it was found out.'),
  kind: z.string().describe('wrong-person.'),
  text: z.string(),
  createdAt: instant,
}) satisfies z.ZodType<IncidentSummaryView>;

export const incident = incidentSummary.extend({
  openings: z.array(
    z.strictObject({
      at: instant,
      staff: z.strictObject({ id: z.string(), name: z.string() }),
      unit,
      action: z.string().describe('As the access log says it: `read:case`.'),
    }),
  ),
}) satisfies z.ZodType<IncidentView>;
