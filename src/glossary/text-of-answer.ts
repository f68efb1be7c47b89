/** What a terminology server says, as text: one line, without what cannot be seen, and never markup. */

/** The longest text that is taken, in UTF-16 code units. */
const longest = 400;

/** A tag: a name, and after it nothing or attributes. '<18.5 or >40' is none. */
const tag =
  /<(?:\/?[a-z][\w-]*(?:\s[^<>]{0,200}=[^<>]{0,200})?\s*\/?|!(?:--|[a-z])[^<>]{0,200})>/gi;

/** Characters as HTML writes them, in answers of servers that take their names from web pages. */
const written: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

const unwritten = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal, hex, name) => {
    if (name) return written[String(name).toLowerCase()] ?? String(all);
    const point = decimal ? Number(decimal) : parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
  });

/** What only says how letters are joined, or where a line may end inside a word. */
const joining = /[\u00ad\u200c\u200d\u2060\ufeff]/gu;

/**
 * Text of an answer; nothing where there is none. Nothing either where something that cannot be seen parts a word: whether it is one word
 * or two decides whether it is too hard to meet alone.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 10 * longest) return undefined;
  const joined = unwritten(value).replace(joining, '');
  if (/\p{L}\p{Cf}+\p{L}/u.test(joined)) return undefined;
  const text = joined.replace(/\p{C}/gu, ' ').replace(tag, ' ').replace(/\s+/gu, ' ').trim();
  return text && text.length <= longest ? text : undefined;
}
