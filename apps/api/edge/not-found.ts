import { Refused } from './refused';
import type { RouteTable } from './route-table';

/** 404, or 405 with the methods when the address exists for another method. */
export function notFoundAt(routes: RouteTable, url: string): Refused {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const methods = routes.methodsOf(path);
  return methods.length === 0
    ? new Refused({ code: 'NOT_FOUND' })
    : new Refused({ code: 'METHOD_NOT_ALLOWED' }, { allow: methods.join(', ') });
}
