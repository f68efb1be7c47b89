/**
 * Words in the language of the page. Each part of the library has its own slice of words, an interface whose
 * keys are all required, so that a missing translation is a type error and a lazy view brings its own words.
 */
/** One part's words: British English at hand, other languages loaded when a page asks for them. */
export interface WordSlice<T> {
  readonly name: string;
  readonly english: T;
  readonly others: Readonly<Record<string, () => Promise<T>>>;
}

/** Makes a slice. `others` is keyed by language subtag, for example `cy`. */
export function defineWords<T>(
  name: string,
  english: T,
  others: Readonly<Record<string, () => Promise<T>>>,
): WordSlice<T> {
  return {name, english, others};
}

const loaded = new Map<string, unknown>();
const asked = new Set<string>();
/** Who draws with words: called when there are others. */
export const wordWatchers = new Set<() => void>();

/** Tells every element on the page that words or the language changed. */
export function announce() {
  for (const watcher of wordWatchers) watcher();
}

/**
 * Gives the library a language it does not bring, or replaces one slice of one it does.
 * `lang` is a language subtag such as `ur`.
 */
export function registerWords<T>(slice: WordSlice<T>, lang: string, words: T): void {
  loaded.set(`${slice.name}/${lang}`, words);
  announce();
}

/** The words of a slice in a language, if they are at hand; asks for them when they are not. English meanwhile. */
export function wordsIn<T>(slice: WordSlice<T>, lang: string): T {
  const key = `${slice.name}/${lang}`;
  const ready = loaded.get(key);
  if (ready !== undefined) return ready as T;
  const load = Object.hasOwn(slice.others, lang) ? slice.others[lang] : undefined;
  if (load && !asked.has(key)) {
    asked.add(key);
    load().then(
      (words) => registerWords(slice, lang, words),
      // English stays: the words are shown rather than nothing. The next page load tries again.
      () => undefined,
    );
  }
  return slice.english;
}

/** The language of an element: the nearest `lang`, looked for through shadow roots; `en` when there is none. */
export function langOf(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const found: Element | null = at.closest('[lang]');
    const lang = found?.getAttribute('lang');
    if (lang) return lang.toLowerCase().split('-')[0] ?? 'en';
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
