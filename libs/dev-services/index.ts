export {
  PostgresInUse,
  startPostgres,
  type PostgresOptions,
  type RunningPostgres,
} from './embedded-postgres';
export { startGroup } from './process-group';
export { removePostgres } from './remove-postgres';
export { supervise } from './supervisor';
