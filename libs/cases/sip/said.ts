import type { Instant } from '@hemgang/kernel';
import type { Told } from '../case-type';
import { struckBy } from '../rattelse';

type Fields = Readonly<Record<string, unknown>>;

/** An event that stands, with the words of it that the reader's controller holds. */
export interface Said {
  readonly seq: number;
  readonly type: string;
  readonly machine: string | null;
  readonly at: Instant;
  /** Who gave it; null for the system. */
  readonly unit: string | null;
  readonly facts: Fields;
  /** Empty when nothing of it was disclosed. */
  readonly words: Fields;
}

/** The events of these types that have not been struck, oldest first. */
export function said({ rows }: Told, ...types: readonly string[]): Said[] {
  const { state } = rows.case;
  return rows.log
    .filter(({ type, seq }) => types.includes(type) && struckBy(state, seq) === null)
    .map(({ seq, type, machine, occurredAt, actor, payload }) => ({
      seq,
      type,
      machine,
      at: occurredAt,
      unit: (actor['unit'] as string | undefined) ?? null,
      facts: payload,
      words: wordsOf(rows.contents, seq),
    }));
}

/** What one event says, as first disclosed or handed on later. */
function wordsOf(contents: Told['rows']['contents'], seq: number): Fields {
  const bodies = contents.filter((content) => (content.source ?? content.seq) === seq);
  return Object.assign(
    {},
    ...bodies.map(({ body: { own = {}, ...told } }) => ({ ...told, ...(own as Fields) })),
  ) as Fields;
}

/** A text of an event; null when it has none, or it is not the reader's to know. */
export function textIn(fields: Fields, name: string): string | null {
  const text = fields[name];
  return typeof text === 'string' ? text : null;
}

/** Texts of an event; none when it has none. */
export function textsIn(fields: Fields, name: string): readonly string[] {
  const texts = fields[name];
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
}
