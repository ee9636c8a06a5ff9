import { inBoth } from '../in-both';
import { useLanguage } from '../language';
import { Button } from '../ui/button';

const words = inBoth({
  up: { sv: 'Flytta upp', en: 'Move up' },
  down: { sv: 'Flytta ner', en: 'Move down' },
});

interface RowMovesProps {
  /** What the row is called. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

/** Moves a row by buttons, so that the keyboard is enough; nothing where there is one row. */
export function RowMoves({ name, index, count, onMove }: RowMovesProps) {
  const t = words[useLanguage().language];
  if (count < 2) return null;
  return (
    <>
      <Button isOff={index === 0} aria-label={`${t.up}: ${name}`} onPress={() => onMove(index - 1)}>
        {t.up}
      </Button>
      <Button
        isOff={index === count - 1}
        aria-label={`${t.down}: ${name}`}
        onPress={() => onMove(index + 1)}
      >
        {t.down}
      </Button>
    </>
  );
}

/** The items with one of them at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
