import { defineCommand } from '@hemgang/engine';
import type { DischargeContext } from '../context';

/** Roles that act for the ward. */
export const WARD = ['ward-staff', 'physician'];

/** Commands of the ward go to the main machine. */
export const to = 'discharge';

export const define = defineCommand<DischargeContext, unknown>;
