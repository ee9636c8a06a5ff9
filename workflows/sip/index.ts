export { MEASURE_STATUSES } from './commands/plan-content';
export * from './context';
export * from './counts';
export * from './kallelse';
export * from './participant';
export * from './word';
export * from './workflow';
