import {nothing, type ReactiveControllerHost} from 'lit';

import type * as later from './later.js';
import type {LaterContext, LaterViews} from './later.js';

type Later = typeof later;

/**
 * The parts that are fetched after the first rows, and the filter panel, fetched when it is first opened.
 *
 * Owns: fetching, and trying again at the next need when that failed. Does not own: where they stand.
 */
export class LaterParts {
  readonly #host: ReactiveControllerHost;
  #parts?: Later;
  #isComing = false;
  #hasFilters = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The parts, once they are here; asks for them when they are not. */
  get parts(): Later | undefined {
    if (!this.#parts && !this.#isComing) void this.#fetch();
    return this.#parts;
  }

  /** Draws the later parts; nothing of them until they are here. */
  views(context: Omit<LaterContext, 'hasFilters'>): LaterViews {
    return (
      this.parts?.laterViews({...context, hasFilters: this.#hasFilters}) ?? {
        filtersPanel: nothing,
        activeFilters: undefined,
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

  async #fetch() {
    this.#isComing = true;
    try {
      this.#parts = await import('./later.js');
      this.#host.requestUpdate();
    } catch {
      // Offline: the next drawing of the list asks again.
    }
    this.#isComing = false;
  }
}
