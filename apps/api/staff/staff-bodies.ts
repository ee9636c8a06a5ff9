import { ROLES } from '@hemgang/directory';
import { idField, lineText } from '@hemgang/engine';
import { z } from 'zod';

/** As catalogues of staff write their ids. */
const catalogueId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/);

const day = z.iso.date();

/** Lines of one answer; a search that finds more says where it goes on. */
const LINES_MAX = 200;

/** So many can be read before they are confirmed. */
const CONFIRMED_AT_ONCE_MAX = 50;

/** More roles than a unit has are a repetition. */
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);

/** In what somebody is to act, from and until which local day. */
export const assignmentBody = z.strictObject({
  unit: idField,
  roles,
  from: day.nullable(),
  until: day.nullable(),
  commission: catalogueId.nullable(),
  standIn: lineText.nullable().describe('Why a stand-in is needed; null: it is no stand-in.'),
});

/** Somebody new. */
export const staffBody = z.strictObject({
  name: lineText,
  employee: catalogueId.nullable(),
  assignment: assignmentBody,
});

/** How an assignment is to go on. */
export const termBody = z.strictObject({ roles, until: day.nullable() });

/** Whose name holds this; the body carries it, because addresses are logged on the way. */
export const searchBody = z.strictObject({
  name: z.string().max(100).optional(),
  cursor: idField.optional(),
  limit: z.int().min(1).max(LINES_MAX).optional(),
});

/** Whom the administrator vouches for. */
export const confirmBody = z.strictObject({
  assignments: z.array(idField).min(1).max(CONFIRMED_AT_ONCE_MAX),
});

/** What a unit is called and how it is reached. */
export const unitBody = z.strictObject({
  name: lineText,
  phone: z.string().regex(/^0\d{1,3}-\d{2,3}( \d{2,3}){1,2}$/),
});

/** Slower than this a passphrase of five words need not be tried; longer nobody waits (record 31). */
const ITERATIONS_MIN = 600_000;
const ITERATIONS_MAX = 10_000_000;

/** A public key and how its private key follows from a passphrase that stays in the browser. */
export const snapshotKeyBody = z.strictObject({
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .describe('X25519, 32 bytes in base64.'),
  salt: z
    .string()
    .regex(/^[A-Za-z0-9+/]{22}==$/)
    .describe('16 random bytes in base64.'),
  iterations: z.int().min(ITERATIONS_MIN).max(ITERATIONS_MAX).describe('Of PBKDF2 with SHA-512.'),
});

/** For steps that say all by their address. */
export const emptyBody = z.strictObject({});
