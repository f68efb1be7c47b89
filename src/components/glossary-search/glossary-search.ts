import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing, type PropertyDeclarations, type PropertyValues} from 'lit';
import {glossaryContext, type Explainer} from '../../context/glossary-context.js';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {glossarySearchWords} from '../../i18n/glossary-search.js';
import {WordsController} from '../../i18n/words-controller.js';
import {heading} from '../../internal/heading.js';
import {RecordEnd} from '../../internal/record-end.js';
import type {FoundTerm} from '../../model/glossary.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {styles} from './glossary-search.styles.js';

/** More results than this are no help. */
const most = 10;

/** What came of the words that were looked up. */
type Answer =
  | {readonly is: 'waiting'}
  | {readonly is: 'failed'; readonly contact?: string}
  | {readonly is: 'found'; readonly terms: readonly FoundTerm[]};

/**
 * @summary 'Look up a word': finds any term of the glossary around it, marked in a text or not, by spelling or shorthand.
 *
 * What is typed stays in the field: it is in no event, address, title or storage.
 *
 * @csspart form - The field and its button.
 * @csspart results - The words found.
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
 * @cssproperty [--phr-color-surface=#fff] - Behind what is read: rows, panels, fields and second buttons.
 * @cssproperty [--phr-color-note-bg=#e6eaec] - Behind notes and quiet tags.
 * @cssproperty [--phr-color-border=#d8dde0] - Lines between rows.
 * @cssproperty [--phr-color-border-strong=#4c6272] - Edges of fields, panels and second buttons.
 * @cssproperty [--phr-color-link=#005eb8] - Names of entries, links and second buttons.
 * @cssproperty [--phr-color-focus=#ffeb3b] - What has focus.
 * @cssproperty [--phr-color-focus-text=#212b32] - Text and line of what has focus.
 */
export class PhrGlossarySearch extends LitElement {
  static override styles = [hostStyles, textStyles, buttonStyles, focusStyles, styles];

  static override properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
    explainer: {attribute: false},
  };

  /**
   * Level of the heading over the results.
   *
   * @attr heading-level
   */
  headingLevel = 2;

  /** Taken from the nearest `<phr-glossary>` unless set here. */
  explainer?: Explainer;

  readonly #words = new WordsController(this, glossarySearchWords);
  #asked: string | undefined;
  #answer: Answer = {is: 'waiting'};
  #asking = {};
  #moves = false;
  #source: RecordSource | undefined;

  constructor() {
    super();
    // What was looked up may be a word of the record.
    new RecordEnd(this, () => {
      this.#forget();
    });
    new ContextConsumer(this, {
      context: recordContext,
      callback: (source) => {
        if (this.#source !== undefined && source !== this.#source) this.#forget();
        this.#source = source;
      },
      subscribe: true,
    });
    new ContextConsumer(this, {
      context: glossaryContext,
      callback: (value) => (this.explainer = value),
      subscribe: true,
    });
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (this.#asked === undefined || !changed.has('explainer')) return;
    // Words have come, or others: what was asked is asked again, unless the same glossary is waiting for them to answer.
    const isOnItsWay = this.#answer.is === 'waiting' && changed.get('explainer');
    if (!isOnItsWay) void this.#find(this.#asked);
  }

  protected override updated() {
    if (!this.#moves || this.#answer.is === 'waiting') return;
    this.#moves = false;
    this.renderRoot.querySelector<HTMLElement>('#results')?.focus();
  }

  /** What one person looked up is not for the next to read. */
  #forget() {
    const field = this.renderRoot.querySelector('input');
    if (field) field.value = '';
    this.#asked = undefined;
    this.#asking = {};
    this.#moves = false;
    this.requestUpdate();
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input');
    const words = field?.value.trim() ?? '';
    if (words === '') {
      this.#asked = undefined;
      this.requestUpdate();
      field?.focus();
      return;
    }
    this.#asked = words;
    this.#answer = {is: 'waiting'};
    this.#moves = true;
    this.requestUpdate();
    void this.#find(words);
  };

  /** Asks the glossary; what it says to an earlier question is not listened to. */
  async #find(words: string) {
    const asking = (this.#asking = {});
    const answer = await this.#answerTo(words);
    if (this.#asking !== asking) return;
    this.#answer = answer;
    this.requestUpdate();
  }

  async #answerTo(words: string): Promise<Answer> {
    let contact: string | undefined;
    try {
      const desk = await this.explainer?.desk();
      contact = desk?.contact;
      const terms = await desk?.lookUp(words, most + 1);
      if (terms) return {is: 'found', terms};
    } catch {
      // Offline: that is said, with whom to ask.
    }
    return {is: 'failed', ...(contact && {contact})};
  }

  protected override render() {
    const {words} = this.#words;
    // No name on the field: the page's own forms and the browser's memory of forms have nothing to take.
    return html`<form part="form" novalidate autocomplete="off" @submit=${this.#submit}>
        <label for="word">${words.lookUp}</label>
        <p id="hint" class="secondary">${words.lookUpHint}</p>
        <div class="line">
          <input
            id="word"
            type="search"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="search"
            maxlength="100"
            aria-describedby="hint"
          />
          <button type="submit" class="button">${words.find}</button>
        </div>
      </form>
      <p role="status" class="secondary">
        ${this.#asked !== undefined && this.#answer.is === 'waiting' ? words.looking : ''}
      </p>
      ${this.#asked === undefined ? nothing : this.#results(this.#asked, this.#answer)}`;
  }

  #results(asked: string, answer: Answer) {
    const {words} = this.#words;
    const level = this.headingLevel;
    const options = {id: 'results', class: 'heading-small', focusable: true};
    if (answer.is === 'waiting') return nothing;
    if (answer.is === 'failed') {
      return html`<section part="results">
        ${heading(level, words.notLoaded, options)}
        <p>${answer.contact ?? words.defaultContact}</p>
      </section>`;
    }
    const {terms} = answer;
    if (terms.length === 0) {
      return html`<section part="results">
        ${heading(level, words.notFound(asked), options)}
        <p>${words.notFoundNext}</p>
      </section>`;
    }
    const count = Math.min(terms.length, most);
    const found = terms.length > most ? words.foundMore(count) : words.found(count);
    return html`<section part="results">
      ${heading(level, found, options)}
      <ul role="list">
        ${terms.slice(0, most).map(
          ({form, meanings, ambiguous}) =>
            // prettier-ignore
            html`<li><phr-term .meanings=${meanings} .ambiguous=${ambiguous}>${form}</phr-term></li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-glossary-search': PhrGlossarySearch;
  }
}
