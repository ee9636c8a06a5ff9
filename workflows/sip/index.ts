export * from './context';
export * from './counts';
export * from './kallelse';
export * from './participant';
export * from './word';
export * from './workflow';
