import type { RuleEntry } from './rule';
import { careProvider } from './who';

const RECALLED = { source: 'SFS 2014:821, ur minnet', confidence: 'recalled' } as const;

/** The patient's own standing, and that of those close to her. */
export const patientLaw = {
  'PL 3:6': {
    ...RECALLED,
    title: { sv: 'Information som går att förstå', en: 'Information that can be understood' },
    text: {
      sv:
        'Information anpassas till mottagarens ålder, mognad, erfarenhet, språk och andra ' +
        'förutsättningar.',
      en:
        "Information is adapted to the receiver's age, maturity, experience, language and other " +
        'circumstances.',
    },
    appliesTo: careProvider,
  },
  'PL 4:3': {
    ...RECALLED,
    title: { sv: 'Barnets inställning klarläggs', en: 'The attitude of a child is found out' },
    text: {
      sv:
        'När patienten är ett barn klarläggs barnets inställning så långt det går. Den vägs in ' +
        'efter barnets ålder och mognad. Ingen tidsgräns är satt.',
      en:
        'When the patient is a child, its own attitude is found out as far as possible. It ' +
        'counts according to age and maturity. No time limit is set.',
    },
    appliesTo: careProvider,
  },
  'PL 5:3': {
    ...RECALLED,
    title: { sv: 'Närstående får medverka', en: 'Those close to the patient may take part' },
    text: {
      sv:
        'Närstående får medverka när vården utformas, om det är lämpligt och sekretess inte ' +
        'hindrar det.',
      en:
        'Those close to the patient may take part in shaping the care, if that is suitable and ' +
        'secrecy does not hinder it.',
    },
    appliesTo: careProvider,
  },
} as const satisfies Record<string, RuleEntry>;
