import type { Text } from '@hemgang/kernel';
import type { WorkflowRegistry } from './registry';

/** What a kind of duty is called, by its key; of two processes that share a key the first is asked. */
export function dutyTitles({ newest }: WorkflowRegistry): (key: string) => Text | null {
  const titles = new Map<string, Text>();
  for (const { machines } of newest.map(({ definition }) => definition)) {
    for (const [key, { title }] of machines.flatMap(({ duties }) => Object.entries(duties))) {
      if (!titles.has(key)) titles.set(key, title);
    }
  }
  return (key) => titles.get(key) ?? null;
}
