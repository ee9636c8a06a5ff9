import { z } from 'zod';

/** An address with one of these protocols. */
export const urlOf = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

/** An empty variable is one that a compose file or a shell left open: the default applies. */
const unsetWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(unsetWhenEmpty, schema.optional());
