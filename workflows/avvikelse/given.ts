type Given = Readonly<Record<string, unknown>>;

/** Of what type the case is that the payload names; absent only where nothing was looked up. */
export function aboutGiven(given: Given): { readonly type: string } | undefined {
  return given['about'] as { readonly type: string } | undefined;
}

/** Whether nothing may be written, since the identity of whom it would be about is protected. */
export function isWordless(given: Given): boolean {
  return given['wordless'] === true;
}

/** To which huvudman each of the units belongs that the command compares. */
export function huvudmanGiven(given: Given): Readonly<Record<string, string>> {
  return (given['huvudman'] ?? {}) as Readonly<Record<string, string>>;
}

/** Units without an account that the command names. */
export function externalGiven(given: Given): readonly string[] {
  return (given['external'] ?? []) as readonly string[];
}

/** Kinds of the units that the command names; one that has closed has none. */
export function kindsGiven(given: Given): Readonly<Record<string, string>> {
  return (given['units'] ?? {}) as Readonly<Record<string, string>>;
}
