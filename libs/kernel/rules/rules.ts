import { countyAgreement } from './county-agreement';
import { dischargeLaw } from './discharge-law';
import { laws } from './laws';
import type { LawCode } from './laws';
import { patientLaw } from './patient-law';
import { paymentAgreement } from './payment-agreement';
import { paymentLaw } from './payment-law';
import { planningLaw } from './planning-law';
import { recordsLaw } from './records-law';
import type { Rule, RuleEntry } from './rule';
import { secrecyLaw } from './secrecy-law';
import { sipAgreementRules } from './sip-agreement';
import { sipLaw } from './sip-law';

const entries = {
  ...dischargeLaw,
  ...planningLaw,
  ...paymentLaw,
  ...sipLaw,
  ...patientLaw,
  ...recordsLaw,
  ...secrecyLaw,
  ...countyAgreement,
  ...paymentAgreement,
  ...sipAgreementRules,
};

/**
 * A rule as duties, commands, refusals and log lines cite it: `2017:612 2:3`, `HSL 16:4`,
 * `avtal kvittens`. Only what the table knows can be written.
 */
export type Citation = keyof typeof entries;

/** Every rule that can be cited, with its words, its source and how sure we are of it. */
export const rules: Readonly<Record<Citation, Rule>> = withCitations();

/** The rule behind a citation. */
export function rule(citation: Citation): Rule {
  return rules[citation];
}

/** Whether a text from outside, such as a stored event or a URL, is a citation of the table. */
export function isCitation(text: string): text is Citation {
  return Object.hasOwn(rules, text);
}

function withCitations(): Record<Citation, Rule> {
  const table = Object.entries<RuleEntry>(entries).map(([citation, entry]) => {
    const law = lawOf(citation);
    return [citation, { law, paragraph: citation.slice(law.length + 1), ...entry }];
  });
  return Object.fromEntries(table) as Record<Citation, Rule>;
}

function lawOf(citation: string): LawCode {
  const codes = Object.keys(laws) as LawCode[];
  const law = codes.find((code) => citation.startsWith(`${code} `));
  if (!law) throw new Error(`The citation "${citation}" names no law; add it to rules/laws.ts`);
  return law;
}
