export * from './commands';
export * from './context';
export * from './ending';
export * from './why';
export * from './workflow';
