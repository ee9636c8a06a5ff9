import { z } from 'zod';

/** A place in our own web app: a path, never another site's address. */
const ownPath = z
  .string()
  .max(200)
  .regex(/^\/(?!\/)[\w\-/]*$/);

/** How to begin: whether the person must prove anew who she is, and where she wants to go. */
export const beginQuery = z.strictObject({
  fresh: z.enum(['true', 'false']).optional(),
  next: ownPath.optional(),
});

/** In which of her assignments to go on. */
export const switchBody = z.strictObject({ assignment: z.string().min(1).max(200) });

/** What a provider sends without a browser (OpenID Connect Back-Channel Logout 1.0, 2.5). */
export const logoutBody = z.strictObject({ logout_token: z.string().min(1).max(20_000) });
