import {html, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import type {LaterContext} from './states.js';

/**
 * Which entries are open, and the part of the library that shows them, fetched when the first one opens.
 *
 * Owns: both. Does not own: what an opened entry looks like.
 */
export class OpenedEntries implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #open = new Set<string>();
  #part: 'none' | 'coming' | 'here' | 'failed' = 'none';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.closeAll();
  }

  has(entry: TimelineEntry): boolean {
    return this.#open.has(entryKey(entry));
  }

  open(entry: TimelineEntry) {
    this.#open.add(entryKey(entry));
    if (this.#part === 'none' || this.#part === 'failed') void this.#fetch();
    this.#host.requestUpdate();
  }

  close(entry: TimelineEntry) {
    this.#open.delete(entryKey(entry));
    this.#host.requestUpdate();
  }

  closeAll() {
    this.#open.clear();
  }

  /** The opened entry, or why it is not there yet. */
  render({words, contact}: LaterContext, detail: () => unknown): unknown {
    if (this.#part === 'here') return detail();
    if (this.#part !== 'failed') return html`<p class="secondary">${words.loadingEntry}</p>`;
    return html`<div class="stack">
      <p>${words.openFailed}</p>
      <p>${contact}</p>
      <p class="actions">
        <button type="button" class="button" @click=${this.#fetch}>${words.tryAgain}</button>
      </p>
    </div>`;
  }

  readonly #fetch = async () => {
    this.#part = 'coming';
    this.#host.requestUpdate();
    try {
      await import('../entry-detail/entry-detail.define.js');
      this.#part = 'here';
    } catch {
      // Offline, or the page was changed under our feet: the person can try again.
      this.#part = 'failed';
    }
    this.#host.requestUpdate();
  };
}
