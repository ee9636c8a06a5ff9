import { types } from 'node:util';

/** Enough to find the place; the rest of a stack is the framework's. */
const FRAMES_MAX = 12;

/** How deep a chain of causes is followed. */
const CAUSES_MAX = 3;

/**
 * What a log may say of an error: what kind it is, its code and where it came from. Never its
 * message or its data: drivers and parsers quote there what was sent, maybe a personnummer.
 */
export function errorFields(error: unknown, depth = 0): Record<string, unknown> {
  if (!types.isNativeError(error)) return { type: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    at: framesOf(error),
    ...(error.cause === undefined || depth === CAUSES_MAX
      ? {}
      : { cause: errorFields(error.cause, depth + 1) }),
  };
}

/** The places of a stack. The message stands before them, over as many lines as it likes. */
function framesOf({ stack = '', message }: Error): string[] {
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, FRAMES_MAX);
}
