import type { FieldError } from '@hemgang/kernel';
import type { z } from 'zod';

/** Where a value is wrong and how, as JSON pointers; never what was sent. */
export function fieldErrors({ issues }: z.ZodError): readonly FieldError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => `/${String(part)}`).join('');
    // The name of an unknown field is the caller's own text: it is counted, not repeated.
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(() => ({ path, code: 'unknown_field' }))
      : [{ path, code: issue.code }];
  });
}
