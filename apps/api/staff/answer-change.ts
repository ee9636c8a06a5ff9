import type { StaffChange } from '@hemgang/cases';
import type { Refusal } from '@hemgang/kernel';
import type { FastifyReply } from 'fastify';
import { orRefuse } from '../edge/refused';

/** What an administrator has changed; a repeat says that it is one. */
export function answerChange(reply: FastifyReply, change: StaffChange | Refusal): StaffChange {
  const done = orRefuse(change);
  if (done.replayed) void reply.header('idempotent-replayed', 'true');
  return done;
}
