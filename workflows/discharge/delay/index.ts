export * from './codes';
export * from './slices';
export * from './stretches';
export * from './suggestions';
