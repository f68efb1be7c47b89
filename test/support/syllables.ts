/**
 * Counts the syllables of English words by how they are spelled, well enough to compare the reading grade of short texts.
 *
 * Groups of vowels are counted; a silent e at the end, in 'es' and in 'ed' is taken off, and vowels that are said apart are
 * added. It is right for most words and a syllable out for some, as every rule of this kind is.
 */

/** Words that the rules get wrong; 'NHS' and 'GP', which everybody knows by sight, count as one. */
const odd = new Map<string, number>(
  Object.entries({
    people: 2,
    dementia: 3,
    someone: 2,
    something: 2,
    sometimes: 2,
    medicine: 3,
    medicines: 3,
    every: 2,
    different: 3,
    area: 3,
    areas: 3,
    being: 2,
    does: 1,
    goes: 1,
    lives: 1,
    eyes: 1,
    vein: 1,
    doing: 2,
    seeing: 2,
    going: 2,
    diet: 2,
    fluid: 2,
    quiet: 2,
    science: 2,
    allergy: 3,
    idea: 3,
    diarrhoea: 4,
    wee: 1,
    poo: 1,
    whole: 1,
    nhs: 1,
    gp: 1,
    uk: 2,
    ct: 2,
    mri: 3,
    ecg: 3,
  }),
);

/** How many syllables a word has; at least one. */
export function syllablesIn(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/[^a-z-]/g, '');
  if (letters.includes('-'))
    return letters.split('-').reduce((sum, part) => sum + (part ? syllablesIn(part) : 0), 0);
  const known = odd.get(letters);
  if (known !== undefined) return known;
  if (letters.length <= 3) return 1;
  let count = (letters.match(/[aeiouy]+/g) ?? []).length;
  // Not said: care, cares, cared; said: table, needed, horses.
  if (/[^aeiouyl]e$|[aeiouy]le$/.test(letters)) count--;
  else if (/[^aeioutdy]ed$/.test(letters)) count--;
  else if (/[^aeiouyscxzg]es$/.test(letters) && !/(?:sh|ch|[^aeiouy]l)es$/.test(letters)) count--;
  if (/[aeiouy][^aeiouy]+e(?:ly|ment|ments|ful|less|ness|where|thing|times|body)$/.test(letters))
    count--;
  // Said apart: radio, area, fluid, create, diet.
  count += (
    letters.match(
      /i(?:a(?!l|n(?!s?$|t))|o(?!u|n)|um)|[^cgqst]ia[ln]|eo|[^aeiouqg]ua|uous|ying|[^aeiou]ye[rd]|rea(?:t(?:e|i))|i(?:er|et)$/g,
    ) ?? []
  ).length;
  return Math.max(1, count);
}

/** Reading grade of words in sentences, as American school years: 0.39 words a sentence + 11.8 syllables a word - 15.59. */
export const gradeOf = (
  words: number,
  sentences: number,
  syllables: number,
  counted = words,
): number =>
  0.39 * (words / Math.max(1, sentences)) + 11.8 * (syllables / Math.max(1, counted)) - 15.59;
