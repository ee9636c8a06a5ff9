import { readFile } from 'node:fs/promises';
import type { Text } from '@hemgang/kernel';

/** What a file of JSON holds, or why it cannot be had. */
export type JsonFile = { readonly content: unknown } | { readonly why: Text };

/** @param path from where the command was given */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) {
    return { why: { sv: 'Filen går inte att läsa.', en: 'The file cannot be read.' } };
  }
  try {
    return { content: JSON.parse(text) as unknown };
  } catch {
    return { why: { sv: 'Filen är inte JSON.', en: 'The file is not JSON.' } };
  }
}
