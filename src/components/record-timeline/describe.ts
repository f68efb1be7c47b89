import type {DateWords} from '../../i18n/dates.js';
import {describeEntry, loadEntryText, type EntryText} from '../../i18n/entry-words.js';
import type {HeadWords} from '../../i18n/heads.js';
import type {Owner} from '../../i18n/timeline.js';
import type {Viewer} from '../../model/person.js';
import type {TimelineEntry} from '../../model/timeline.js';

/** Puts entries into words, each once for as long as the words and the people stay the same. */
export class EntryTexts {
  #texts = new WeakMap<TimelineEntry, EntryText>();
  #madeWith: readonly unknown[] = [];
  #make: (entry: TimelineEntry) => EntryText = () => {
    throw new Error('EntryTexts used before its words were set');
  };

  constructor() {
    // It comes while the first requests are on their way.
    void loadEntryText();
  }

  /** The words that entries are put into from now on. */
  use(status: HeadWords, dates: DateWords, viewer: Viewer, personName: Owner) {
    const madeWith = [status, dates, viewer.as, personName];
    if (madeWith.every((item, index) => item === this.#madeWith[index])) return;
    this.#madeWith = madeWith;
    this.#texts = new WeakMap();
    this.#make = (entry) =>
      describeEntry(
        entry,
        {status, dates},
        {viewer: viewer.as, ...(personName !== undefined && {personName})},
      );
  }

  readonly of = (entry: TimelineEntry): EntryText => {
    let text = this.#texts.get(entry);
    if (!text) {
      text = this.#make(entry);
      // What is still to come is looked at again when the list is drawn again, and asked for again if that failed.
      if (text.pending) void loadEntryText();
      else this.#texts.set(entry, text);
    }
    return text;
  };
}
