import type { Updates } from '../situation';

/** The handover goes on at another unit of the same huvudman. */
export const forwardingUpdates = {
  /** A standing appointment of the old unit is over; the new one may have its own. */
  noteForwarded: ({ event }) => {
    if (event.type !== 'forward') return {};
    const { unit } = event.payload;
    const standingContact = standingContactOf(event.given, unit) ?? undefined;
    return { unit, standingContact, ownWard: ownWardOf(event.given, unit) };
  },
} satisfies Updates;

/** The ward that is one care unit with an open-care unit, as the use case looked it up. */
export function ownWardOf(
  given: Readonly<Record<string, unknown>>,
  unit: string,
): string | undefined {
  return ((given['ownWards'] ?? {}) as Readonly<Record<string, string>>)[unit];
}

/** The standing fast vårdkontakt of a unit, as the use case looked it up for this day. */
export function standingContactOf(
  given: Readonly<Record<string, unknown>>,
  unit: string,
): string | null {
  const standing = (given['standing'] ?? {}) as Readonly<Record<string, string>>;
  return standing[unit] ?? null;
}
