/** A transaction of another suite may hold back what is asked for. */
const LIMIT_MS = 30_000;
const PAUSE_MS = 10;

/** Asks until the answer is as hoped for, and gives the last one when time is up. */
export async function until<Answer>(
  ask: () => Promise<Answer> | Answer,
  isThere: (answer: Answer) => boolean,
): Promise<Answer> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (isThere(answer) || performance.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
