import type { Answer } from '../api/answer';
import { answerOf, api, post } from '../api/client';
import type { OutgoingCommand } from '../api/commands';
import type {
  DeadWebhook,
  MachineClient,
  OwnUnit,
  Page,
  StaffChange,
  StaffMember,
  ToConfirm,
  Webhook,
} from '../api/types';

/** So many fit a page; who seeks somebody writes more of the name. */
export const FOUND_MAX = 50;

/** People of the controller whose name holds this; the name goes in the body, not in an address. */
export function searchStaff(name: string): Promise<Answer<Page<StaffMember>>> {
  return answerOf(api.POST('/api/v1/staff/search', { body: { name, limit: FOUND_MAX } }));
}

export function readPerson(id: string): Promise<Answer<StaffMember>> {
  return answerOf(api.GET('/api/v1/staff/{id}', { params: { path: { id } } }));
}

export function readOwnUnits(): Promise<Answer<Page<OwnUnit>>> {
  return answerOf(api.GET('/api/v1/own-units'));
}

export function readToConfirm(): Promise<Answer<Page<ToConfirm>>> {
  return answerOf(api.GET('/api/v1/confirmations'));
}

/** Programs that act for the controller's units, revoked ones too. */
export function readMachines(): Promise<Answer<Page<MachineClient>>> {
  return answerOf(api.GET('/api/v1/machine-clients'));
}

/** Where the controller's own systems are told. */
export function readWebhooks(): Promise<Answer<Page<Webhook>>> {
  return answerOf(api.GET('/api/v1/webhooks'));
}

/** What could not be told to one of them. */
export function readDeadWebhooks(
  id: string,
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<DeadWebhook>>> {
  const query = { limit, ...(cursor === null ? {} : { cursor }) };
  return answerOf(api.GET('/api/v1/webhooks/{id}/dead', { params: { path: { id }, query } }));
}

/** What was changed; with the secret when one was made. */
export type Changed = StaffChange & { readonly secret?: string | null };

/**
 * Changes something of the controller's directory.
 * @param seen the version of the person that the administrator saw; null: nothing had one
 */
export function change(
  path: string,
  { key, body }: OutgoingCommand,
  seen: number | null,
): Promise<Answer<Changed>> {
  const condition = seen === null ? {} : { 'If-Match': `"${seen}"` };
  return post(`/api/v1/${path}`, body, { 'Idempotency-Key': key, ...condition });
}
