export { describeWith, pathOf, type Program } from './describe-with';
export { testDatabase } from './postgres';
export { emptyDatabase, type TestDatabase } from './template-database';
export { startService, type RunningService } from './running-service';
export { accepted, ANNA, County, HELENA, MARIA, type Accepted } from './county';
export { contentsOf, query } from './row-counts';
export { startRedis, type RedisServer } from './redis-server';
export { IS_FULL, times } from './extent';
export { recordFinding, type Finding } from './findings';
