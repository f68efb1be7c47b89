import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {RecordSource} from '../../context/record-context.js';
import type {Owner} from '../../i18n/timeline.js';
import type {Covers} from '../../model/covers.js';
import type {TimelineEntry} from '../../model/timeline.js';
import type {LaterContext} from './states.js';

/** The element that has focus, through shadow roots. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/**
 * One result over time, in place of the list. The list stays in the page, hidden, so that the way back ends where it began.
 *
 * Owns: fetching the chart, and focus there and back. Does not own: the chart.
 */
export class ChartView implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #key?: string;
  #from?: TimelineEntry | undefined;
  #cameFrom?: HTMLElement;
  #part: 'coming' | 'here' | 'failed' = 'coming';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.forget();
  }

  /** True while the chart stands in place of the list. */
  get isOpen(): boolean {
    return this.#key !== undefined;
  }

  /** Lets go of the result without moving focus. */
  forget() {
    this.#key = this.#cameFrom = this.#from = undefined;
  }

  /** The entry that it was opened from. */
  get from(): TimelineEntry | undefined {
    return this.#from;
  }

  /** Opens one result over time from an entry. */
  async open(seriesKey: string, from: TimelineEntry) {
    this.#key = seriesKey;
    this.#from = from;
    this.#cameFrom = focused();
    if (this.#part !== 'here') await this.#fetch();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const root = this.#host.shadowRoot;
    const chart = root?.querySelector('phr-result-chart');
    if (chart) await chart.focusHeading();
    else root?.getElementById('state')?.focus();
  }

  /** The chart, without what `covers` is true of, or why it is not there. */
  render(
    source: RecordSource | undefined,
    owner: Owner,
    {words, contact, level}: LaterContext,
    covers: Covers | undefined,
    mayShowAll: boolean,
  ) {
    if (!this.#key) return undefined;
    if (this.#part === 'here') {
      return html`<phr-result-chart
        .source=${source}
        .seriesKey=${this.#key}
        .headingLevel=${level}
        .ownerName=${owner}
        .contact=${contact}
        .covers=${covers}
        .mayShowAll=${mayShowAll}
        @phr-chart-close=${this.#close}
      ></phr-result-chart>`;
    }
    return html`<div class="stack" id="state" tabindex="-1">
      <p>${this.#part === 'failed' ? words.openFailed : words.loadingEntry}</p>
      ${this.#part === 'failed' ? html`<p>${contact}</p>` : nothing}
      <p>
        <button type="button" class="button" @click=${this.#close}>${words.allAgain}</button>
      </p>
    </div>`;
  }

  readonly #close = async () => {
    const back = this.#cameFrom;
    this.forget();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (back?.isConnected) back.focus();
    else this.#host.shadowRoot?.getElementById('all')?.focus();
  };

  async #fetch() {
    this.#part = 'coming';
    this.#host.requestUpdate();
    try {
      await import('../result-chart/result-chart.define.js');
      this.#part = 'here';
    } catch {
      // Offline: the way back is on the screen, and the result can be opened again.
      this.#part = 'failed';
    }
  }
}
