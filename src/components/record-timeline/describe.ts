import type {DateWords} from '../../i18n/dates.js';
import {describeEntry, loadEntryText, type EntryText} from '../../i18n/entry-words.js';
import type {HeadWords} from '../../i18n/heads.js';
import type {Owner} from '../../i18n/timeline.js';
import type {Viewer} from '../../model/person.js';
import type {TimelineEntry} from '../../model/timeline.js';

/** What entries are put into words with: words, who looks, and for a proxy the name of the person. */
export type TextWords = readonly [HeadWords, DateWords, Viewer['as'], Owner];

/** Puts entries into words, each once for as long as the words and the people stay the same. */
export class EntryTexts {
  #texts = new WeakMap<TimelineEntry, EntryText>();
  #with: readonly unknown[] = [];

  constructor() {
    // It comes while the first requests are on their way.
    void loadEntryText();
  }

  /** Everything that is said of an entry. */
  of(entry: TimelineEntry, words: TextWords): EntryText {
    if (!words.every((item, at) => item === this.#with[at])) {
      this.#with = words;
      this.#texts = new WeakMap();
    }
    const known = this.#texts.get(entry);
    if (known) return known;
    const [status, dates, viewer, personName] = words;
    const text = describeEntry(entry, {status, dates}, {viewer, personName});
    // What is still to come is looked at again when the list is drawn again, and asked for again if that failed.
    if (text.pending) void loadEntryText();
    else this.#texts.set(entry, text);
    return text;
  }
}
