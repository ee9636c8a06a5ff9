export { jobCatalogue } from './job-catalogue';
export type { JobPayload } from './job-catalogue';
export type { ExhaustedJob, HandlerFor, JobHandler } from './job-handler';
export type { JobQueue, NewJob, QueueHealth, QueueLog, Stop } from './job-queue';
export { migrateQueue, queueIsMigrated } from './migrate-queue';
export { openJobQueue } from './open-job-queue';
export type { QueueServers } from './open-job-queue';
export { HandlersDoNotMatch, InvalidJob, QueueUnavailable } from './queue-errors';
export { within } from './within';
