export * from './agreement';
export * from './avvikelse';
export * from './ladder';
export * from './settlement';
export * from './sip';
