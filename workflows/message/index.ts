export * from './commands';
export * from './context';
export * from './definition';
export * from './events';
export * from './given';
export * from './kept';
export * from './send';
export * from './word';
