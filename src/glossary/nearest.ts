/** Finds words in a list from what a person types, who may not know how they are spelled. */

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // 'C.O.P.D.' is COPD.
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?!\p{L})/gu, (letters) =>
      letters.replaceAll('.', ''),
    )
    .replace(/[^\p{L}\p{N}#+&/]+/gu, ' ')
    .trim();

/** Whether two words are the same but for one letter more, less, other, or two letters changed over. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return (
    endA - start === 2 &&
    endB - start === 2 &&
    a[start] === b[start + 1] &&
    a[start + 1] === b[start]
  );
}

/** A word this short is too like others to be guessed. */
const shortest = 5;

/**
 * 0 for the same, 1 for a beginning, 2 for a word inside, 3 for a slip, and more where it is only what the words begin with: 'GTN spray'
 * finds GTN, the longest first. Nothing when they are not alike.
 */
function distance(query: string, form: string): number | undefined {
  if (form === query) return 0;
  if (form.startsWith(query)) return 1;
  if (query.length > 1 && ` ${form}`.includes(` ${query}`)) return 2;
  if (query.length >= shortest && isOneSlip(query, form)) return 3;
  return query.startsWith(`${form} `) && form.length > 1 ? 4 + 1 / form.length : undefined;
}

/** Places in `forms` of those most like `words`, at most `limit`; those just as like in the order of the alphabet. */
export function nearest(words: string, forms: readonly string[], limit: number): number[] {
  const query = plain(words);
  if (query === '') return [];
  const queries = query.endsWith('ies') ? [query, `${query.slice(0, -3)}y`] : [query];
  const alike: {index: number; far: number; form: string}[] = [];
  forms.forEach((form, index) => {
    const written = plain(form);
    const [far] = queries
      .map((one) => distance(one, written))
      .filter((one) => one !== undefined)
      .sort();
    if (far !== undefined) alike.push({index, far, form: written});
  });
  return alike
    .sort((a, b) => a.far - b.far || a.form.length - b.form.length || (a.form < b.form ? -1 : 1))
    .slice(0, limit)
    .map(({index}) => index);
}
