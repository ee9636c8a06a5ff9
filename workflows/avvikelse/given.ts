type Given = Readonly<Record<string, unknown>>;

/** Of what type the case is that the payload names; absent only where nothing was looked up. */
export function aboutGiven(given: Given): { readonly type: string } | undefined {
  return given['about'] as { readonly type: string } | undefined;
}

/** Whether nothing may be written, since the identity of whom it would be about is protected. */
export function isWordless(given: Given): boolean {
  return given['wordless'] === true;
}
