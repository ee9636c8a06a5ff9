import type { FieldError } from '@hemgang/kernel';
import type { z } from 'zod';

/** Where a value is wrong and how, as JSON pointers; never what was sent. */
export function fieldErrors({ issues }: z.ZodError): readonly FieldError[] {
  return issues.flatMap((issue) => {
    const pathOf = (parts: readonly PropertyKey[]) =>
      parts.map((part) => `/${String(part)}`).join('');
    const path = pathOf(issue.path);
    // The name of an unknown field is the caller's own text: it is counted, not repeated.
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(() => ({ path, code: 'unknown_field' }));
    }
    return issue.code === 'invalid_key'
      ? [{ path: pathOf(issue.path.slice(0, -1)), code: 'unknown_field' }]
      : [{ path, code: issue.code }];
  });
}
