export { devIssuer } from './dev-issuer';
export {
  PostgresInUse,
  startPostgres,
  type PostgresOptions,
  type RunningPostgres,
} from './embedded-postgres';
export { freePort } from './free-port';
export { lastingPostgres } from './lasting-postgres';
export { startGroup, type ProcessGroup } from './process-group';
export { removePostgres } from './remove-postgres';
export { supervise } from './supervisor';
export { waitUntil } from './wait-until';
