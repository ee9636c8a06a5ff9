/** `send-information` as the name of a component: `SendInformation`. */
export function pascal(kebab: string): string {
  return kebab.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `discharge-answer` as the name of an operation: `dischargeAnswer`. */
export function camel(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
