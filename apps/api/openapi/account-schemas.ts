import type { DemoClockView, DemoUser, MeView } from '@hemgang/cases';
import { z } from 'zod';
import { instant, unit } from './basic-schemas';

/** The signed-in person. */
export const me = z.strictObject({
  id: z.string().describe('The assignment that the session stands for.'),
  name: z.string(),
  unit,
  huvudman: z.string(),
  roles: z.array(z.string()),
}) satisfies z.ZodType<MeView>;

export const demoUser = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  unitId: z.string(),
  huvudman: z.string(),
  roles: z.array(z.string()),
}) satisfies z.ZodType<DemoUser>;

export const demoClock = z.strictObject({
  now: instant,
}) satisfies z.ZodType<DemoClockView>;

export const session = z.strictObject({ token: z.string() });
