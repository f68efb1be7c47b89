/** The order in which a host wants sources of meanings. */

/** A source of meanings. */
export type TermOrigin = 'own' | 'bundled' | 'terminology';

const usual: readonly TermOrigin[] = ['own', 'bundled', 'terminology'];

const isOrigin = (word: string): word is TermOrigin => (usual as readonly string[]).includes(word);

/** The sources named first, in that order, and the others after them in the usual one; and how many words named none. */
export function orderOf(written: string | undefined): {
  readonly order: readonly TermOrigin[];
  readonly unknown: number;
} {
  const words = (written ?? '').split(/[\s,]+/).filter(Boolean);
  const named = words.map((word) => word.toLowerCase()).filter(isOrigin);
  return {order: [...new Set([...named, ...usual])], unknown: words.length - named.length};
}
