export {
  readConfig,
  readMigrationConfig,
  type Config,
  type ConfigResult,
  type MigrationConfig,
} from './config';
export {
  derivedUrls,
  ROLE_NAMES,
  settingsOf,
  type DatabaseRole,
  type DatabaseUrls,
} from './database-urls';
