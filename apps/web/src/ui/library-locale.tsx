import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLanguage } from '../language';

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

/** The library's own words ("Rensa sökning") follow the reader's language, not the browser's. */
export function LibraryLocale({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={LOCALES[useLanguage().language]}>{children}</I18nProvider>;
}
