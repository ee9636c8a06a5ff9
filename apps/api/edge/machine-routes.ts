import type { Reader } from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import type { FastifyRequest } from 'fastify';

const READ = 'read';

/** Routes of commands; what of them a program may give is judged by the commands' declarations. */
const COMMANDS = /^\/api\/v1\/:type(\/:id\/:command)?$/;

/**
 * Why a program may not use a route; null: it may, or a person asks. Beside commands and, with the
 * scope for it, reading, there is nothing for programs: what comes new is closed to them.
 */
export function machineRefusal({ scopes }: Reader, request: FastifyRequest): Refusal | null {
  if (scopes === undefined) return null;
  if (request.method === 'GET') {
    return scopes.includes(READ) ? null : { code: 'SCOPE_MISSING', members: { scope: READ } };
  }
  return COMMANDS.test(request.routeOptions.url ?? '') ? null : { code: 'PERSON_NEEDED' };
}
