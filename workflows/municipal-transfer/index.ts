export * from './commands';
export * from './context';
export * from './definition';
export * from './word';
