import {html, type ReactiveController} from 'lit';
import type {Covers} from '../../model/covers.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {EntryQueryEvent, type SeriesOpenEvent} from '../entry-detail/entry-detail.events.js';
import type {PhrRecordTimeline} from './record-timeline.js';
import type {WholeRows} from './row-body.js';
import type {LaterContext} from './states.js';

/** What happens in an opened entry and matters outside it. */
export interface OpenedActs {
  readonly closed: (entry: TimelineEntry) => void;
  /** One result over time was asked for. */
  readonly openSeries: (key: string, from: TimelineEntry) => void;
  /** What an opened entry must not name. */
  readonly covers: (entry: TimelineEntry) => Covers | undefined;
}

/**
 * Which entries are open, and the part of the library that shows them, fetched when the first one opens.
 *
 * Owns: both, and what goes into an opened entry and comes out of it. Does not own: what it looks like.
 */
export class OpenedEntries implements ReactiveController {
  readonly #host: PhrRecordTimeline;
  readonly #acts: OpenedActs;
  readonly #open = new Set<string>();
  #part: 'none' | 'coming' | 'here' | 'failed' = 'none';

  constructor(host: PhrRecordTimeline, acts: OpenedActs) {
    this.#host = host;
    this.#acts = acts;
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

  /** The opened entry, under a heading of `level - 1`, or why it is not there yet. */
  render(
    entry: TimelineEntry,
    level: number,
    {rows, context: {words, contact}}: {rows: WholeRows; context: LaterContext},
  ): unknown {
    if (this.#part === 'here') return this.#detail(entry, level, rows.text(entry).heading, contact);
    if (this.#part !== 'failed') return html`<p class="secondary">${words.loadingEntry}</p>`;
    return html`<div class="stack">
      <p>${words.openFailed}</p>
      <p>${contact}</p>
      <p class="actions">
        <button type="button" class="button" @click=${this.#fetch}>${words.tryAgain}</button>
      </p>
    </div>`;
  }

  #detail(entry: TimelineEntry, level: number, name: string, contact: string) {
    const host = this.#host;
    const {source, settings, person} = host;
    return html`<phr-entry-detail
      .entry=${entry}
      .source=${source}
      .headingLevel=${level}
      .name=${name}
      .viewer=${settings?.viewer ?? {as: 'self'}}
      .personName=${person?.name}
      .contact=${contact}
      .correction=${settings?.correction}
      .covers=${this.#acts.covers(entry)}
      @phr-detail-close=${() => {
        this.close(entry);
        this.#acts.closed(entry);
      }}
      @phr-entry-query=${this.#query}
      @phr-series-open=${({detail}: SeriesOpenEvent) =>
        this.#acts.openSeries(detail.seriesKey, entry)}
    ></phr-entry-detail>`;
  }

  /** Says outside what the opened entry said inside; what the page does not want to happen does not. */
  readonly #query = (event: CustomEvent<{reference: string}>) => {
    event.stopPropagation();
    if (!this.#host.dispatchEvent(new EntryQueryEvent(event.detail))) event.preventDefault();
  };

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
