/** What one repetition measured. */
export interface Load {
  readonly perSecond: number;
  /** Time of each command, in milliseconds. */
  readonly latenciesMs: readonly number[];
}

/**
 * Runs `clients` side by side, each doing whole lifecycles until the time is over.
 * @param lifecycle the commands of one case, in order; called anew for each case
 */
export async function runLoad(
  clients: number,
  seconds: number,
  lifecycle: () => AsyncGenerator<void>,
): Promise<Load> {
  const latenciesMs: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const begin = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const commands = lifecycle();
      let from = performance.now();
      for await (const _ of commands) {
        latenciesMs.push(performance.now() - from);
        if (performance.now() >= end) break;
        from = performance.now();
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - begin) / 1_000;
  return { perSecond: latenciesMs.length / elapsed, latenciesMs };
}
