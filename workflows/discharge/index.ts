export * from './commands';
export * from './context';
export * from './why';
export * from './workflow';
