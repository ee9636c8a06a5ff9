export { describeWith, pathOf, type Program } from './describe-with';
export { testDatabase } from './postgres';
export { emptyDatabase, type TestDatabase } from './template-database';
export { startService, type RunningService } from './running-service';
