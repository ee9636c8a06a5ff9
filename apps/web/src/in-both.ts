import type { Language, Text } from './language';

/** Texts in one language. */
export type Words<Texts> = { readonly [Name in keyof Texts]: string };

/** The texts of a page in each language, put together once and for all. */
export function inBoth<Texts extends Readonly<Record<string, Text>>>(
  texts: Texts,
): Readonly<Record<Language, Words<Texts>>> {
  const only = (language: Language) =>
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text[language]]),
    ) as Words<Texts>;
  return { sv: only('sv'), en: only('en') };
}
