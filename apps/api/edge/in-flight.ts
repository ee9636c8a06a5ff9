import type { ServerResponse } from 'node:http';

/** Requests that have not been answered to the end, so that a process can stop between two. */
export class InFlight {
  private readonly answers = new Set<ServerResponse>();
  private whenQuiet: (() => void) | undefined;
  /** True when the process stops: each connection ends with the answer that is under way on it. */
  isLast = false;

  /** Counts a request until its answer has been sent or its caller has gone. */
  add(answer: ServerResponse): void {
    this.answers.add(answer);
    answer.once('close', () => {
      this.answers.delete(answer);
      if (this.answers.size === 0) this.whenQuiet?.();
    });
  }

  /** Settles as soon as nothing is under way. */
  quiet(): Promise<void> {
    if (this.answers.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.whenQuiet = resolve;
    });
  }
}
