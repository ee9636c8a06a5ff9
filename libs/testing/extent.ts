/** Whether the suites run with their full counts (`npm run test:full`). */
export const IS_FULL = process.env['HEMGANG_FULL'] === '1';

/** How often something is tried: seldom in `npm test`, as often as was promised in the full run. */
export function times(counts: { readonly quick: number; readonly full: number }): number {
  return IS_FULL ? counts.full : counts.quick;
}
