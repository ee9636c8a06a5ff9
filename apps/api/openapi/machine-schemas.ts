import type { MachineClientView } from '@hemgang/cases';
import { z } from 'zod';
import { instant } from './basic-schemas';

export const machineClient = z.strictObject({
  id: z.string().describe('The client id.'),
  name: z.string(),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  scopes: z.array(z.string()),
  keys: z.array(z.string()).describe('Names of its public keys.'),
  assignment: z.string(),
  confirmBy: instant.nullable(),
  version: z.int(),
  revoked: z.boolean(),
}) satisfies z.ZodType<MachineClientView>;

/** RFC 6749 5.1. */
export const machineToken = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int().describe('Seconds.'),
  scope: z.string(),
});
