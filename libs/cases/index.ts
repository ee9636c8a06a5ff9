export { overlayCommands, type CommandDeclaration } from '@hemgang/engine';
export {
  DatabaseUnavailable,
  type ClaimedRow,
  type DueTimer,
  type OutboxStore,
  type TimerStore,
} from '@hemgang/store';
export type * from './case-view';
export type { CommandAnswer, Commands } from './commands';
export { isRefusal, type Incoming } from './envelope';
export type { Live, LiveBatch, LiveEvent } from './live';
export { migrateService, openService, type ServiceOptions } from './open-service';
export type { Reader } from './reader';
export { WorkflowRegistry, type RegisteredWorkflow } from './registry';
export type { Reminders } from './reminders';
export type { Service, ServiceHealth } from './service';
export { readerOf, type DemoSignIn, type DemoUser, type Sessions } from './sign-in';
export type { PageRequest, Views } from './views';
