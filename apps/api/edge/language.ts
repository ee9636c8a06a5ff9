import type { Language } from '@hemgang/kernel';

/** The people we serve read Swedish. */
const DEFAULT: Language = 'sv';

/** More ranges than a browser sends; the rest is not read. */
const RANGES_MAX = 20;

/**
 * The language a caller reads best of those we write (RFC 9110 12.5.4). Regions do not matter
 * (`en-GB` is `en`); of two equally liked the first named wins.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { readonly language: Language; readonly weight: number } | null = null;
  for (const range of (acceptLanguage ?? '').split(',', RANGES_MAX)) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = languageOfTag(tag);
    const weight = weightOf(parameters);
    if (language !== null && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? DEFAULT;
}

function languageOfTag(tag: string): Language | null {
  if (tag === '*') return DEFAULT;
  const primary = tag.split('-', 1)[0];
  return primary === 'sv' || primary === 'en' ? primary : null;
}

/** Between 0 ("not this") and 1; a weight that cannot be read makes the range count for nothing. */
function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  const weight = Number(given.slice('q='.length));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
