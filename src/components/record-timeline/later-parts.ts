import {nothing, type LitElement} from 'lit';
import type * as later from './later.js';
import type {LaterContext, LaterViews} from './later.js';

/** Everything of the timeline that its first rows do not wait for. */
export type Later = typeof later;

/**
 * The parts that are fetched beside the first rows, and the filter panel, fetched when it is first opened.
 *
 * Owns: fetching, and trying again at the next need when that failed. Does not own: where they stand.
 */
export class LaterParts {
  readonly #host: LitElement;
  #coming?: Promise<Later | undefined>;
  #hasFilters = false;

  /** The parts, once they are here. */
  parts?: Later;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Fetches the parts; nothing, when they cannot be had now. */
  async fetch(): Promise<Later | undefined> {
    if (this.parts) return this.parts;
    this.#coming ??= import('./later.js').then(
      (parts) => this.#arrived(parts),
      // Offline: the next need asks again.
      () => undefined,
    );
    const parts = await this.#coming;
    this.#coming = undefined;
    return parts;
  }

  /** Draws the later parts; nothing of them until they are here. */
  views(context: Omit<LaterContext, 'hasFilters'>): LaterViews {
    return (
      this.parts?.laterViews({...context, hasFilters: this.#hasFilters}) ?? {
        filtersPanel: nothing,
        activeFilters: nothing,
        yearsRail: nothing,
        included: nothing,
      }
    );
  }

  /** Fetches the filter panel; false when it cannot be had now. */
  async fetchFilters(): Promise<boolean> {
    try {
      await import('../timeline-filters/timeline-filters.define.js');
      this.#hasFilters = true;
    } catch {
      this.#hasFilters = false;
    }
    this.#host.requestUpdate();
    return this.#hasFilters;
  }

  #arrived(parts: Later): Later {
    this.parts = parts;
    const root = this.#host.renderRoot;
    const {styleSheet} = parts.laterStyles;
    if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
    this.#host.requestUpdate();
    return parts;
  }
}
