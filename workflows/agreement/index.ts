export * from './agreement';
export * from './ladder';
export * from './settlement';
export * from './sip';
