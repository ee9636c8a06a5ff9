/** All who ask while an answer is on its way get that one: the figures of one scrape ask once. */
export function atOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | null = null;
  return () => {
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };
}
