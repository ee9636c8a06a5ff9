import type { Answer } from './answer';
import { post } from './client';
import type { OutgoingCommand } from './commands';
import type { HandedOver, Page } from './types';

/** Gives all open patients of one fast vårdkontakt at the reader's unit to another; says how each went. */
export function handOverPatients({
  key,
  body,
}: OutgoingCommand): Promise<Answer<Page<HandedOver>>> {
  return post('/api/v1/contact-handovers', body, { 'Idempotency-Key': key });
}
