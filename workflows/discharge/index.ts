export * from './commands';
export * from './context';
export * from './ending';
export * from './municipalities';
export * from './readiness';
export * from './noted';
export { callerOf } from './sips';
export * from './why';
export * from './workflow';
