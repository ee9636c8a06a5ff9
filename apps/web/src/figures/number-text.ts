import type { Figures } from '../api/types';
import type { Language } from '../language';
import { formatLocalDay } from '../time';
import type { FigureTexts } from './texts';

/** A figure with at most one decimal. */
export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** What a figure comes to, or why to nothing. */
interface ValueOrNone {
  readonly value: number | null;
  readonly isHidden: boolean;
  /** The customer has not entered what it is set against. */
  readonly isMissing?: boolean;
}

/** A figure, or why there is none. */
export function valueText(
  { value, isHidden, isMissing = false }: ValueOrNone,
  t: FigureTexts,
  language: Language,
): string {
  if (isHidden) return t.hidden;
  if (isMissing) return t.isMissing;
  return value === null ? t.none : numberText(value, language);
}

/** `2026`, `2026-11`, or the Monday of a week. */
export function stretchText(from: string, by: Figures['by'], language: Language): string {
  if (by === 'year') return from.slice(0, 'YYYY'.length);
  return by === 'month' ? from.slice(0, 'YYYY-MM'.length) : formatLocalDay(from, language);
}
