import {loadEntryText} from '../../i18n/entry-words.js';
import type {PhrRecordTimeline} from './record-timeline.js';
import type {TimelineNow} from './timeline-view.js';
import type {Later} from './later.js';

/** Words for all that entries may say: without them the part could not draw every row. */
async function entryText(): Promise<void> {
  if (!(await loadEntryText())) throw new Error('no words');
}

/** How the part is fetched; replaced in tests. */
export const part = {load: () => import('./later.js')};

/**
 * The part of a timeline that is fetched beside the first rows.
 *
 * Owns: fetching it, and trying again at the next need when that failed. Does not own: what is in it.
 */
export class LaterParts {
  readonly #host: PhrRecordTimeline;
  readonly #now: () => TimelineNow;
  #coming?: Promise<Later | undefined>;

  /** The part, once it is here. */
  parts?: Later;
  /** True when it could not be had: what the timeline then shows is not whole. */
  hasFailed = false;

  constructor(host: PhrRecordTimeline, now: () => TimelineNow) {
    this.#host = host;
    this.#now = now;
  }

  /** Fetches the part; nothing, when it cannot be had now. */
  fetch(): Promise<Later | undefined> {
    return (this.#coming ??= Promise.all([part.load(), entryText()]).then(
      ([{Later, laterStyles}]) => {
        const root = this.#host.renderRoot;
        if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(...laterStyles());
        this.hasFailed = false;
        return this.#arrived(new Later(this.#host, this.#now));
      },
      () => {
        // Offline: the next need asks again.
        this.hasFailed = true;
        this.#coming = undefined;
        return this.#arrived();
      },
    ));
  }

  #arrived(parts?: Later) {
    this.parts = parts;
    this.#host.requestUpdate();
    return parts;
  }
}
