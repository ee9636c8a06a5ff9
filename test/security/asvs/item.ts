/** A test that proves an item, or the heading of a page that is what the item asks for. */
export interface Proof {
  /** From the top of the checkout. */
  readonly file: string;
  /** What the test is called, or the heading, as it stands in the file. */
  readonly name: string;
}

/** How we stand with an item. */
export type Verdict =
  /** Proven by tests. */
  | { readonly kind: 'met'; readonly proofs: readonly Proof[] }
  /** Some of it is proven; what is missing. */
  | { readonly kind: 'partly'; readonly rest: string; readonly proofs: readonly Proof[] }
  /** Not met. */
  | { readonly kind: 'open'; readonly rest: string }
  /** Somebody else's: the site's proxy, the identity provider. */
  | { readonly kind: 'others'; readonly whose: string }
  /** We have nothing that it is about. */
  | { readonly kind: 'none'; readonly why: string };

/** An item of OWASP ASVS 5.0, in our words. */
export interface Item {
  /** Its number; several that are answered alike are joined by a dash or a comma. */
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly asks: string;
  readonly verdict: Verdict;
}

export const item = (id: string, level: 1 | 2 | 3, asks: string, verdict: Verdict): Item => ({
  ...{ id, level, asks, verdict },
});

export const met = (...proofs: readonly Proof[]): Verdict => ({ kind: 'met', proofs });

export const partly = (rest: string, ...proofs: readonly Proof[]): Verdict => ({
  ...{ kind: 'partly', rest, proofs },
});

export const open = (rest: string): Verdict => ({ kind: 'open', rest });

export const others = (whose: string): Verdict => ({ kind: 'others', whose });

export const none = (why: string): Verdict => ({ kind: 'none', why });

/** @param path of a suite, without `.spec.ts` */
export const spec = (path: string, name: string): Proof => ({ file: `${path}.spec.ts`, name });

/** @param page in docs/security, without `.md` */
export const page = (page: string, heading: string): Proof => ({
  ...{ file: `docs/security/${page}.md`, name: heading },
});

/** @param path of another page of ours */
export const doc = (path: string, words: string): Proof => ({ file: path, name: words });
