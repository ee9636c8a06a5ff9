import type { FieldFault } from '../api/answer';
import { choiceWords } from '../choice-words';
import type { Language, Text } from '../language';
import { fieldHints, fieldWords, innerFieldWords } from '../field-names';
import { faultWords, otherFault } from '../words';

/** What a field is called; a name that nobody has put into words shows as it is. */
export function fieldLabel(path: string, language: Language): string {
  return wordsAt({ ...fieldWords, ...innerFieldWords }, path)?.[language] ?? nameIn(path);
}

/** Help below a field where its name is not enough. */
export function fieldHint(path: string, language: Language): string | undefined {
  return wordsAt(fieldHints, path)?.[language];
}

/** The words of a field within another before those of its name alone; a row's key stands between. */
function wordsAt(words: Readonly<Record<string, Text>>, path: string): Text | undefined {
  const [name = path, ...around] = path.split('/').reverse();
  const names = [...around.slice(0, 2).map((outer) => `${outer}.${name}`), name];
  return names.map((one) => words[one]).find((text) => text !== undefined);
}

function nameIn(path: string): string {
  return path.split('/').at(-1) ?? path;
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
