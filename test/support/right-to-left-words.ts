/** Every word of the library in a made-up language that runs from right to left: a third longer than English, in Hebrew letters. */
import {chartWords} from '../../src/i18n/chart.js';
import {dateWords} from '../../src/i18n/dates.js';
import {detailWords} from '../../src/i18n/detail.js';
import {filterWords} from '../../src/i18n/filters.js';
import {personWords} from '../../src/i18n/person.js';
import {statusWords} from '../../src/i18n/status.js';
import {timelineWords} from '../../src/i18n/timeline.js';
import {timelineMoreWords} from '../../src/i18n/timeline-more.js';
import {registerWords, type WordSlice} from '../../src/i18n/words.js';

/** Its language subtag: the range of tags that stand for no language. */
export const madeUp = 'qps';

const letters = 'אבגדהוזחטיכלמנסעפצקרשת';

/** English words as this language says them. */
export function inMadeUp(text: string): string {
  let count = 0;
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const other = letters[letter.toLowerCase().charCodeAt(0) % letters.length] ?? '';
    count += 1;
    return count % 3 === 0 ? other + other : other;
  });
}

/** Every text in what a sentence is filled with. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** All but what it is filled with. */
function sentence(said: string, filled: readonly string[]): string {
  const [first, ...rest] = filled;
  if (first === undefined) return inMadeUp(said);
  return said
    .split(first)
    .map((part) => sentence(part, rest))
    .join(first);
}

function translate(words: unknown): unknown {
  if (typeof words === 'string') return inMadeUp(words);
  if (Array.isArray(words)) return words.map(translate);
  if (typeof words === 'function') {
    return (...filled: unknown[]) => {
      const said: unknown = Reflect.apply(words, undefined, filled);
      const texts = [...new Set(textsIn(filled))].sort((a, b) => b.length - a.length);
      return typeof said === 'string' ? sentence(said, texts) : said;
    };
  }
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, translate(value)]));
}

function register<T>(slice: WordSlice<T>, english: T = slice.english) {
  registerWords(slice, madeUp, translate(english) as T);
}

/** Gives the library all of it. */
export function registerMadeUp(): void {
  register(timelineWords);
  register(timelineMoreWords);
  register(dateWords);
  register(statusWords);
  register(detailWords);
  register(chartWords);
  register(filterWords);
  register(personWords);
}
