export * from './context';
export * from './values';
export * from './workflow';
