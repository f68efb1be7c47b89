import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {filterWords} from '../../i18n/filters.js';
import {WordsController} from '../../i18n/words-controller.js';
import type {TimelineFilter} from '../../model/filter.js';
import {recordKinds, type RecordKind} from '../../model/record-kind.js';
import {hostStyles} from '../../styles/host.styles.js';
import {
  emptyDate,
  readDates,
  toFields,
  yearBefore,
  type DateFields,
  type End,
  type Problem,
  type Span,
} from './date-fields.js';
import {dateInputs} from './date-inputs.js';
import {FiltersApplyEvent} from './timeline-filters.events.js';
import {styles} from './timeline-filters.styles.js';

/**
 * The form behind 'Search and filter': part of the timeline, loaded when it is first opened. Nothing is searched while
 * the person types or ticks.
 *
 * @summary Search and filter, for the record timeline.
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
 * @cssproperty [--phr-color-surface=#fff] - Behind what is read: rows, panels, fields and second buttons.
 * @cssproperty [--phr-color-border=#d8dde0] - Lines between rows.
 * @cssproperty [--phr-color-border-strong=#4c6272] - Edges of fields, panels and second buttons.
 * @cssproperty [--phr-color-link=#005eb8] - Names of entries, links and second buttons.
 * @cssproperty [--phr-color-link-hover=#7c2855] - Links under a pointer.
 * @cssproperty [--phr-color-focus=#ffeb3b] - What has focus.
 * @cssproperty [--phr-color-focus-text=#212b32] - Text and line of what has focus.
 * @cssproperty [--phr-color-button=#007f3b] - The first button.
 * @cssproperty [--phr-color-button-text=#fff] - Text of the first button.
 * @cssproperty [--phr-color-button-shadow=#00401e] - Lower edge of the first button.
 * @cssproperty [--phr-color-error=#d5281b] - Edges and text of an error in a form.
 */
export class PhrTimelineFilters extends LitElement {
  static override styles = [hostStyles, styles];

  /** The filter in use, which the form shows when it opens. */
  @property({attribute: false}) filter: TimelineFilter = {};

  /** Kinds that can be chosen. */
  @property({attribute: false}) kinds: readonly RecordKind[] = recordKinds;

  /** Organisations seen so far, in the record's words. */
  @property({attribute: false}) places: readonly string[] = [];

  /** How many entries are new; undefined when that cannot be told. */
  @property({attribute: false}) newCount?: number;

  /** The day the person last looked, in words. */
  @property({attribute: false}) newSince?: string;

  /** Whose record it is, for a proxy. */
  @property({attribute: false}) ownerName?: string;

  /** Today, as `2026-11-21`: where 'Last 12 months' ends. */
  @property({attribute: false}) today = '';

  readonly #words = new WordsController(this, filterWords);

  #span: Span = 'any';
  #typed: Readonly<Record<End, DateFields>> = {from: emptyDate, to: emptyDate};
  #problems: readonly Problem[] = [];

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('filter')) return;
    const {from, to} = this.filter;
    this.#typed = {from: toFields(from), to: toFields(to)};
    this.#span = !from && !to ? 'any' : from === yearBefore(this.today) && !to ? 'year' : 'dates';
    this.#problems = [];
  }

  /** Puts the person's cursor in the search field. */
  focusSearch() {
    this.renderRoot.querySelector<HTMLInputElement>('#search')?.focus();
  }

  protected override render() {
    const {words} = this.#words;
    const {filter} = this;
    return html`<form aria-label=${words.form} novalidate @submit=${this.#apply}>
      ${this.#summary()}
      <div>
        <label class="label" for="search">${words.search(this.ownerName)}</label>
        <p class="hint" id="search-hint">${words.searchHint}</p>
        <input
          id="search"
          name="search"
          type="search"
          autocomplete="off"
          aria-describedby="search-hint"
          .value=${filter.search ?? ''}
        />
      </div>
      <div>
        ${this.#checkbox('now', 'now', 'yes', words.now, filter.now ?? false, words.nowHint)}
        ${
          this.newSince || this.newCount !== undefined
            ? this.#checkbox(
                'new',
                'onlyNew',
                'yes',
                words.onlyNew(this.newSince, this.newCount),
                filter.onlyNew ?? false,
              )
            : nothing
        }
      </div>
      <div class="grid">
        <fieldset class="all">
          <legend>${words.kind}</legend>
          <div class="options options--kinds">
            ${this.kinds.map((kind) =>
              this.#checkbox(
                kind,
                'kinds',
                kind,
                words.kinds[kind],
                filter.kinds?.includes(kind) ?? false,
              ),
            )}
          </div>
        </fieldset>
        ${
          this.places.length > 0
            ? html`<fieldset>
                <legend>${words.place}</legend>
                <div class="options">
                  ${this.places.map((place, at) =>
                    this.#checkbox(
                      // Not from its name: two in other letters than ours would be one.
                      `place${at}`,
                      'places',
                      place,
                      html`<bdi>${place}</bdi>`,
                      filter.places?.includes(place) ?? false,
                    ),
                  )}
                </div>
              </fieldset>`
            : nothing
        }
        ${this.#dates()}
      </div>
      <div class="buttons">
        <button class="main" type="submit">${words.show}</button>
        <button class="link" type="button" @click=${this.#clear}>${words.clear}</button>
      </div>
    </form>`;
  }

  #summary() {
    if (this.#problems.length === 0) return nothing;
    const {words} = this.#words;
    return html`<div class="summary" role="alert" tabindex="-1" id="summary">
      <p class="label">${words.problem}</p>
      <ul>
        ${this.#problems.map(
          ({end, words: said}) =>
            html`<li><a href="#${end}-year" @click=${this.#toField}>${said}</a></li>`,
        )}
      </ul>
    </div>`;
  }

  #checkbox(
    id: string,
    name: string,
    value: string,
    label: unknown,
    checked: boolean,
    hint?: string,
  ) {
    return html`<div class="option">
      <input
        type="checkbox"
        id=${id}
        name=${name}
        value=${value}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        .checked=${checked}
      />
      <label for=${id}
        >${label}${hint ? html` <span class="hint" id="${id}-hint">${hint}</span>` : nothing}</label
      >
    </div>`;
  }

  #dates() {
    const {words} = this.#words;
    const choices: readonly (readonly [Span, string])[] = [
      ['any', words.anyDate],
      ['year', words.lastYear],
      ['dates', words.chooseDates],
    ];
    return html`<fieldset>
      <legend>${words.dates}</legend>
      <div class="options">
        ${choices.map(
          ([span, label]) =>
            html`<div class="option">
              <input
                type="radio"
                id="span-${span}"
                name="span"
                value=${span}
                .checked=${this.#span === span}
                @change=${() => {
                  this.#span = span;
                  this.requestUpdate();
                }}
              />
              <label for="span-${span}">${label}</label>
            </div>`,
        )}
      </div>
      ${
        this.#span === 'dates'
          ? html`<div class="reveal">
              ${(['from', 'to'] as const).map((end) =>
                dateInputs(end, this.#typed[end], this.#problems, words),
              )}
              <p class="hint" id="date-hint">${words.toHint}</p>
            </div>`
          : nothing
      }
    </fieldset>`;
  }

  #toField(event: Event) {
    event.preventDefault();
    const id = (event.currentTarget as HTMLAnchorElement).hash;
    (this.renderRoot as ShadowRoot).querySelector<HTMLElement>(id)?.focus();
  }

  #clear() {
    this.renderRoot.querySelector('form')?.reset();
    this.dispatchEvent(new FiltersApplyEvent({}));
  }

  async #apply(event: SubmitEvent) {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const read = (name: string) => String(data.get(name) ?? '');
    const typed = {from: this.#typedIn(read, 'from'), to: this.#typedIn(read, 'to')};
    const dates = this.#readDates(typed);
    if (!dates) {
      this.#typed = typed;
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#summary')?.focus();
      return;
    }
    const search = read('search').trim();
    const chosenKinds = new Set(data.getAll('kinds').map(String));
    const kinds = this.kinds.filter((kind) => chosenKinds.has(kind));
    const places = data.getAll('places').map(String);
    this.dispatchEvent(
      new FiltersApplyEvent({
        ...(search && {search}),
        ...(kinds.length > 0 && {kinds}),
        ...(places.length > 0 && {places}),
        ...dates,
        ...(data.has('now') && {now: true}),
        ...(data.has('onlyNew') && {onlyNew: true}),
      }),
    );
  }

  #typedIn(read: (name: string) => string, end: End): DateFields {
    return {day: read(`${end}-day`), month: read(`${end}-month`), year: read(`${end}-year`)};
  }

  /** The dates asked for; nothing when something must be mended first. */
  #readDates(typed: Readonly<Record<End, DateFields>>): Pick<TimelineFilter, End> | undefined {
    this.#problems = [];
    if (this.#span === 'any') return {};
    if (this.#span === 'year') return {from: yearBefore(this.today)};
    const {found, problems} = readDates(typed, this.#words.words);
    this.#problems = problems;
    return problems.length > 0 ? undefined : found;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-timeline-filters': PhrTimelineFilters;
  }
}
