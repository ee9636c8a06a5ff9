export * from './agreement';
export * from './ladder';
