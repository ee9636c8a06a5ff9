import { z } from 'zod';
import { PURPOSES } from './purpose';

/** What the person reads on the button. */
const name = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

const claimName = z.string().min(1);

/** The private key we sign with, or a secret, where a provider offers nothing better. */
const clientAuth = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('private_key_jwt'),
    key: z.looseObject({ kty: z.string(), kid: z.string(), alg: z.string(), d: z.string() }),
  }),
  z.strictObject({ method: z.literal('client_secret_basic'), secret: z.string().min(32) }),
]);

/** Another party that vouches for people, and what its words mean here. All of it is data. */
export const issuerSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name,
  /** As its discovery document and its tokens spell it. */
  url: z.url({ protocol: /^https?$/ }),
  client: z.strictObject({ id: z.string().min(1), auth: clientAuth }),
  scopes: z.array(z.string().min(1)).default([]),
  /** What is asked for by the parameter `claims`, for providers that release claims that way. */
  claims: z.record(z.string(), z.unknown()).optional(),
  /** The values of `acr` that are sure enough (LoA3); asked for, and demanded of the answer. */
  acr: z.array(z.string().min(1)).min(1),
  /** What it calls who the person is, where, in which commission and for what. */
  mapping: z.strictObject({
    employee: claimName,
    organisation: claimName.optional(),
    commission: claimName.optional(),
    purpose: claimName.optional(),
  }),
  /** What its purposes of commissions are here; a purpose that is not named is refused. */
  purposes: z.record(z.string(), z.enum(PURPOSES)).default({}),
  /**
   * For whose staff it speaks. With an organisation: only for people whom it says to be of that
   * one. An assignment at any other controller is out of its reach whatever it claims.
   */
  speaksFor: z
    .array(
      z.strictObject({
        organisation: z.string().min(1).optional(),
        controllers: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1),
});

export type Issuer = z.output<typeof issuerSchema>;

/** What a person is shown before she signs in. */
export interface IssuerView {
  readonly id: string;
  readonly name: string;
}
