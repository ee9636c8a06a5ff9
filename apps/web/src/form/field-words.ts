import type { FieldFault } from '../api/answer';
import { choiceWords } from '../choice-words';
import type { Language, Text } from '../language';
import { faultWords, fieldWords, otherFault } from '../words';

/** What a field is called; a name that nobody has put into words shows as it is. */
export function fieldLabel(path: string, language: Language): string {
  const name = path.split('/').at(-1) ?? path;
  const words: Readonly<Record<string, Text | undefined>> = fieldWords;
  return words[name]?.[language] ?? name;
}

/** What a fixed answer of a field is called. */
export function choiceLabel(name: string, value: string, language: Language): string {
  return choiceWords[`${name}.${value}`]?.[language] ?? value;
}

/** What is wrong with a field, in words. */
export function faultText({ code }: FieldFault, language: Language): string {
  return (faultWords[code] ?? otherFault)[language];
}

/** The id of a field's element in the document. */
export function fieldId(formId: string, path: string): string {
  return `${formId}${path}`;
}
