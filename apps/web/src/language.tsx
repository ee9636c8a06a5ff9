import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import { inBoth, type Words } from './in-both';
import { keepSetting, localSettings } from './local-settings';
import { texts } from './texts';

export type Language = 'sv' | 'en';

/** Words in both languages; Swedish is the language of record (PDL 3:13). */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'sv', choose: () => undefined });

/** Swedish unless the reader has chosen otherwise on this computer. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    // At once, because the pages ask the server anew while they render in the new language.
    keepSetting({ language: chosen });
    setLanguage(chosen);
  };
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>;
}

/** The reader's language and the way to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

export type Texts = Words<typeof texts>;

const inLanguage = inBoth(texts);

/** Every text of the interface in the reader's language. */
export function useTexts(): Texts {
  return inLanguage[useLanguage().language];
}

/** The language that the server is asked to answer in. */
export function storedLanguage(): Language {
  return localSettings().language === 'en' ? 'en' : 'sv';
}

const cache = createIntlCache();
const formatters = { sv: formatterOf('sv'), en: formatterOf('en') };

/**
 * Puts values into a text in ICU's form: `{time}`, `{count, plural, one {# ärende} other {# ärenden}}`.
 * The rules of the plural are those of the reader's language.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  const formatter = formatters[storedLanguage()];
  return formatter.formatMessage({ id: text, defaultMessage: text }, values, { ignoreTag: true });
}

function formatterOf(locale: Language) {
  return createIntl({ locale, defaultLocale: locale }, cache);
}
