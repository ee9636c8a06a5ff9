export * from './agreement';
export * from './avvikelse';
export * from './ladder';
export type { MessageAgreement } from './message';
export * from './settlement';
export * from './sip';
