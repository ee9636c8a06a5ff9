export * from './commands';
export { MUNICIPAL, RECEIVERS } from './commands/receivers';
export * from './context';
export * from './definitions';
export * from './rehab';
export * from './word';
export { ownWardOf, standingContactOf } from './updates/forwarding';
