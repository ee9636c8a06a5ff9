export * from './commands';
export * from './context';
export * from './definition';
export * from './kind';
export * from './word';
