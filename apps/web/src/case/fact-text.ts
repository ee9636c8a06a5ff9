import { choiceLabel, fieldLabel } from '../form/field-words';
import type { Language } from '../language';
import { municipalityNames } from '../municipality-names';
import { texts } from '../texts';
import { formatInstant } from '../time';
import { patientNumber } from './patient-number';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** One value as people read it: a name instead of a key, Swedish time, yes and no. */
export function factText(
  name: string,
  value: unknown,
  unitNames: ReadonlyMap<string, string>,
  language: Language,
): string {
  if (value === null || value === undefined) return texts.notStated[language];
  if (typeof value === 'boolean') return (value ? texts.yes : texts.no)[language];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (INSTANT.test(text)) return formatInstant(text, language);
  if (name === 'number') return patientNumber(text);
  if (name === 'municipality') return municipalityNames[text] ?? text;
  return unitNames.get(text) ?? choiceLabel(name, text, language);
}

/**
 * Content or facts as plain text for one's own record, a line each, what lies in something one step
 * further in.
 */
export function factLines(
  facts: Readonly<Record<string, unknown>>,
  unitNames: ReadonlyMap<string, string>,
  language: Language,
  within = '',
): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const label = fieldLabel(`${within}/${name}`, language);
    const inner = linesIn(name, value, unitNames, language);
    return inner === null
      ? [`${label}: ${factText(name, value, unitNames, language)}`]
      : [`${label}:`, ...inner.map((line) => `  ${line}`)];
  });
}

/** Null for what is one value. */
function linesIn(
  name: string,
  value: unknown,
  unitNames: ReadonlyMap<string, string>,
  language: Language,
): string[] | null {
  if (Array.isArray(value)) {
    return value.flatMap(
      (one: unknown) =>
        linesIn(name, one, unitNames, language) ?? [factText(name, one, unitNames, language)],
    );
  }
  if (typeof value !== 'object' || value === null) return null;
  return factLines(value as Record<string, unknown>, unitNames, language, name);
}
