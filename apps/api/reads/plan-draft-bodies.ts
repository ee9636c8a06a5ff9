import { TURN_STEPS } from '@hemgang/cases';
import { z } from 'zod';

/** What is done with the turn to write: taken when free, taken from who has it, given up. */
export const planTurnBody = z.strictObject({ step: z.enum(TURN_STEPS) });
