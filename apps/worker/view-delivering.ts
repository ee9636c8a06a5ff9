import type { Service } from '@hemgang/cases';
import { MINUTE_MS } from '@hemgang/kernel';
import { Loop } from './loop';

/** The loop that tells of saved views whose day has come (record 45). Nobody waits for it to the second. */
export function viewDelivering(
  { views: { delivering } }: Pick<Service, 'views'>,
  failed: (error: unknown) => void,
): Loop {
  return new Loop(async () => ({ more: await delivering.round(), waitMs: MINUTE_MS }), failed);
}
