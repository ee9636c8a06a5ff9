export { lastResort } from './last-resort';
export { createLogger, type Logger } from './logger';
export { Metrics, type AnsweredRequest } from './metrics';
export { NestLogger } from './nest-logger';
export { inTrace, traceIdOf } from './trace';
