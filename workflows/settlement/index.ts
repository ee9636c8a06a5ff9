export * from './context';
export * from './dispute';
export * from './figures';
export * from './given';
export * from './workflow';
