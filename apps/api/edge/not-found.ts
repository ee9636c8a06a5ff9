import { Refused } from './refused';
import type { RouteTable } from './route-table';

interface Asked {
  readonly url: string;
  readonly method: string;
}

/** 404, or 405 with the methods when the address exists for other methods only. */
export function notFoundAt(routes: RouteTable, { url, method }: Asked): Refused {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const methods = routes.methodsOf(path);
  return methods.length === 0 || methods.includes(method)
    ? new Refused({ code: 'NOT_FOUND' })
    : new Refused({ code: 'METHOD_NOT_ALLOWED' }, { allow: methods.join(', ') });
}
