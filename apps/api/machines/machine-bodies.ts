import { ROLES } from '@hemgang/directory';
import { idField, lineText } from '@hemgang/engine';
import { z } from 'zod';

/** One in use and the one that follows it. */
const KEYS_MAX = 2;
const SCOPES_MAX = 30;
/** Longer is no assertion of ours: a few claims and a signature. */
const ASSERTION_LENGTH_MAX = 8_000;

/** A public key (RFC 7517); what else it says is judged where it is used. */
const key = z.looseObject({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  kid: z.string().regex(/^[\w.-]{1,120}$/),
});

export const keysBody = z.strictObject({ keys: z.array(key).min(1).max(KEYS_MAX) });

/** A program that is to act for a unit of the controller. */
export const machineBody = z.strictObject({
  name: lineText,
  unit: idField,
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  scopes: z
    .array(z.string().regex(/^[a-z][a-z-]{0,39}$/))
    .min(1)
    .max(SCOPES_MAX)
    .describe('Command families, and `read`.'),
  keys: keysBody.shape.keys,
});

/** Client credentials with a signed assertion (RFC 6749 4.4, RFC 7523 2.2). */
export const tokenBody = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string().min(1).max(ASSERTION_LENGTH_MAX),
  client_id: z.string().max(200).optional(),
  scope: z.string().max(1_000).optional(),
});
