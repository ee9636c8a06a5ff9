export * from './agreement';
export * from './ladder';
export * from './sip';
