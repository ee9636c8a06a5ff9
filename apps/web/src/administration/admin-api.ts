import type { Answer } from '../api/answer';
import { answerOf, api, post } from '../api/client';
import type { OutgoingCommand } from '../api/commands';
import type {
  MachineClient,
  OwnUnit,
  Page,
  StaffChange,
  StaffMember,
  ToConfirm,
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

/**
 * Changes something of the controller's directory.
 * @param seen the version of the person that the administrator saw; null: nothing had one
 */
export function change(
  path: string,
  { key, body }: OutgoingCommand,
  seen: number | null,
): Promise<Answer<StaffChange>> {
  const condition = seen === null ? {} : { 'If-Match': `"${seen}"` };
  return post(`/api/v1/${path}`, body, { 'Idempotency-Key': key, ...condition });
}
