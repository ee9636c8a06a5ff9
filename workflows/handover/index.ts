export * from './commands';
export * from './context';
export * from './definitions';
export * from './word';
export { standingContactOf } from './updates/forwarding';
