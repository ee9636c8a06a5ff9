import type { Reader } from '@hemgang/access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who sent a request, and with which session. */
export interface Caller {
  readonly reader: Reader;
  readonly token: string;
}

/** Beside the request and not in it: nothing that a client sends can take its place. */
const callers = new WeakMap<FastifyRequest, Caller>();

export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/**
 * The signed-in caller of a request.
 * @throws Error on a route that is open to everybody: it has no caller to ask for
 */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('this route does not ask who calls');
  return caller;
}

/** Gives a controller the person who asks. */
export const Asking = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader =>
    callerOf(context.switchToHttp().getRequest<FastifyRequest>()).reader,
);
