import type {PhrRecordTimeline} from './record-timeline.js';
import type {Later} from './later.js';
import type {TimelineNow} from './timeline-view.js';

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
    this.#coming ??= this.#fetch();
    return this.#coming;
  }

  async #fetch(): Promise<Later | undefined> {
    try {
      const {Later, laterStyles} = await part.load();
      const root = this.#host.renderRoot;
      for (const {styleSheet} of laterStyles)
        if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
      this.parts = new Later(this.#host, this.#now);
      this.hasFailed = false;
    } catch {
      // Offline: the next need asks again.
      this.hasFailed = true;
      this.#coming = undefined;
    }
    this.#host.requestUpdate();
    return this.parts;
  }
}
