import { TimeLimitExceeded } from './queue-errors';

/**
 * The result of `work`, or a rejection after `limitMs` milliseconds. The work itself goes on; its
 * late result or failure is ignored.
 * @throws TimeLimitExceeded
 */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeLimitExceeded(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
