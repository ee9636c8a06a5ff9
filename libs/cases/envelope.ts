import {
  freeText,
  idField,
  instantField,
  lineText,
  type CommandDeclaration,
} from '@hemgang/engine';
import type { FieldError, Instant, Refusal } from '@hemgang/kernel';
import { z } from 'zod';
import { NAMED_BASES } from './disclosure/bases';

/** How somebody was reached, or reached us, outside the system. */
export const CHANNELS = ['phone', 'fax', 'paper', 'letter', 'secure-mail'] as const;

/** What happened outside the system: with whom, how and when. */
export const registeredField = z.strictObject({
  name: lineText,
  channel: z.enum(CHANNELS),
  at: instantField,
});

export type Registered = z.output<typeof registeredField>;

/** On which ground its giver hands the content of a command out, and why there is one. */
export const disclosureField = z.strictObject({
  ground: z.enum(NAMED_BASES),
  /** The test as it was made; it stays with the giver's own controller. */
  reason: freeText.optional(),
});

export type NamedDisclosure = z.output<typeof disclosureField>;

/** The fields that every command's body may have beside its payload. */
const envelopeFields = {
  occurredAt: instantField.optional(),
  handover: idField.optional(),
  registered: registeredField.optional(),
  disclosure: disclosureField.optional(),
};

const envelope = z.object(envelopeFields);

/** A command as it came in: readable JSON, nothing judged yet. */
export interface Incoming {
  readonly body: unknown;
  /** Idempotency-Key, unique per caller. */
  readonly key: string;
  /** The version the caller saw (If-Match); absent = decide on whatever is now. */
  readonly ifVersion?: number;
}

/** A body taken apart: the common fields and what is the command's own. */
export interface Envelope {
  readonly occurredAt: Instant | undefined;
  readonly handover: string | undefined;
  readonly registered: Registered | undefined;
  readonly disclosure: NamedDisclosure | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Takes a body apart. Its payload is judged later, when the state is known to take the command. */
export function openEnvelope(body: unknown): Envelope | Refusal {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return invalid(parsed.error);
  const { occurredAt, handover, registered, disclosure } = parsed.data;
  const own = Object.entries(body as object).filter(
    ([field]) => !Object.hasOwn(envelopeFields, field),
  );
  return { occurredAt, handover, registered, disclosure, rest: Object.fromEntries(own) };
}

/** The payload as the command declares it: unknown fields are refused. */
export function readPayload(
  command: CommandDeclaration,
  rest: Envelope['rest'],
): { readonly payload: Readonly<Record<string, unknown>> } | Refusal {
  const parsed = command.payload.safeParse(rest);
  if (!parsed.success) return invalid(parsed.error);
  return { payload: parsed.data as Readonly<Record<string, unknown>> };
}

/** Splits a payload into what the event may carry and what is kept per controller. */
export function splitContent(
  command: CommandDeclaration,
  payload: Readonly<Record<string, unknown>>,
): { readonly event: Record<string, unknown>; readonly content: Record<string, unknown> } {
  const event: Record<string, unknown> = {};
  const content: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(payload)) {
    if (value === undefined) continue;
    (command.content.includes(field) ? content : event)[field] = value;
  }
  return { event, content };
}

/** Names the fields that are wrong and how; never what was sent. */
function invalid(error: z.ZodError): Refusal {
  const errors: FieldError[] = error.issues.flatMap((issue) => {
    const path = pointer(issue.path);
    // An unknown field's name is the caller's own text: it is counted, not repeated.
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(() => ({ path, code: 'unknown_field' }))
      : [{ path, code: issue.code }];
  });
  return { code: 'PAYLOAD_INVALID', errors };
}

/** One wrong field; an unknown field's own name is never repeated. */
export function invalidField(path: string, code: string): Refusal {
  return { code: 'PAYLOAD_INVALID', errors: [{ path, code }] };
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part)}`).join('');
}

export function isRefusal(value: object): value is Refusal {
  return 'code' in value;
}
