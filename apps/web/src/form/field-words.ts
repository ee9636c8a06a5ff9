import type { FieldFault } from '../api/answer';
import { choiceWords } from '../choice-words';
import type { Language, Text } from '../language';
import { faultWords, fieldWords, innerFieldWords, otherFault } from '../words';

/** What a field is called; a name that nobody has put into words shows as it is. */
export function fieldLabel(path: string, language: Language): string {
  const [name = path, ...around] = path.split('/').reverse();
  const inner = around.slice(0, 2).map((outer) => innerFieldWords[`${outer}.${name}`]);
  const words: Readonly<Record<string, Text | undefined>> = fieldWords;
  const text = inner.find((one) => one !== undefined) ?? words[name];
  return text?.[language] ?? name;
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
