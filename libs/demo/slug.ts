/** Letters that Unicode does not split into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ŋ: 'n', ŧ: 't' };

/** A readable id of a-z, 0-9 and single hyphens: `Máret Öhman` becomes `maret-ohman`. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[đŋŧ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
