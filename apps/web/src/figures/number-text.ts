import type { Figures } from '../api/types';
import type { Language } from '../language';
import { formatLocalDay } from '../time';
import type { FigureTexts } from './texts';

/** A figure with at most one decimal. */
export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** A figure, or why there is none. */
export function valueText(
  { value, isHidden }: Pick<Figures['figures'][number]['all'], 'value' | 'isHidden'>,
  t: FigureTexts,
  language: Language,
): string {
  if (isHidden) return t.hidden;
  return value === null ? t.none : numberText(value, language);
}

/** `2026`, `2026-11`, or the Monday of a week. */
export function stretchText(from: string, by: Figures['by'], language: Language): string {
  if (by === 'year') return from.slice(0, 'YYYY'.length);
  return by === 'month' ? from.slice(0, 'YYYY-MM'.length) : formatLocalDay(from, language);
}
