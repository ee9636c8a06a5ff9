import type { WorkflowDefinition } from '@hemgang/engine';
import { avvikelse } from '@workflows/avvikelse';
import { discharge } from '@workflows/discharge';
import { settlement } from '@workflows/settlement';
import { sip } from '@workflows/sip';

/** Every workflow that the generic suites of this folder walk through. */
export const WORKFLOWS: readonly WorkflowDefinition[] = [discharge, sip, settlement, avvikelse];
