/** What one repetition measured. */
export interface Load {
  readonly commands: number;
  /** Of the commands alone. */
  readonly seconds: number;
  /** Time of each command, in milliseconds. */
  readonly latenciesMs: readonly number[];
}

/** The commands of one case, in order; called anew for each case. */
export type Lifecycle = () => AsyncGenerator<void>;

export function perSecond({ commands, seconds }: Pick<Load, 'commands' | 'seconds'>): number {
  return commands / seconds;
}

/** Runs `clients` side by side, each doing one lifecycle after another until the time is over. */
export async function closedLoop(
  clients: number,
  seconds: number,
  lifecycle: Lifecycle,
): Promise<Load> {
  const latenciesMs: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      let from = performance.now();
      for await (const _ of lifecycle()) {
        latenciesMs.push(performance.now() - from);
        if (performance.now() >= end) break;
        from = performance.now();
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return {
    commands: latenciesMs.length,
    seconds: (performance.now() - begin) / 1_000,
    latenciesMs,
  };
}

/** Cases under way at once, so that a case's next command never comes before its last one is done. */
const CASES_AT_ONCE = 64;

/**
 * Gives a command at each tick, whether the ones before are done or not: a slow answer makes others
 * wait and is counted from when it was due.
 * @param rate commands per second
 */
export async function openLoop(rate: number, seconds: number, lifecycle: Lifecycle): Promise<Load> {
  const latenciesMs: number[] = [];
  const running: Promise<void>[] = [];
  const cases = Array.from({ length: CASES_AT_ONCE }, () => lifecycle());
  const begin = performance.now();
  for (let count = 0; count < rate * seconds; count += 1) {
    const due = begin + (count * 1_000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const place = count % CASES_AT_ONCE;
    const next = async (): Promise<void> => {
      const { done } = await (cases[place] ?? lifecycle()).next();
      if (done === true) cases[place] = lifecycle();
      else latenciesMs.push(performance.now() - due);
    };
    running.push(next());
  }
  await Promise.all(running);
  return {
    commands: latenciesMs.length,
    seconds: (performance.now() - begin) / 1_000,
    latenciesMs,
  };
}
