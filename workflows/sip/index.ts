export * from './context';
export * from './kallelse';
export * from './participant';
export * from './word';
export * from './workflow';
