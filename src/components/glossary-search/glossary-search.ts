import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {glossaryContext, type Explainer} from '../../context/glossary-context.js';
import {glossaryWords} from '../../i18n/glossary.js';
import {WordsController} from '../../i18n/words-controller.js';
import {heading} from '../../internal/heading.js';
import type {FoundTerm} from '../../model/glossary.js';
import {baseStyles} from '../../styles/base.styles.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {styles} from './glossary-search.styles.js';

/** More results than this are no help. */
const most = 10;

/**
 * @summary 'Look up a word': finds any term of the glossary around it, marked in a text or not, by spelling or shorthand.
 *
 * What is typed stays in the field: it is in no event, address, title or storage.
 *
 * @csspart form - The field and its button.
 * @csspart results - The words found.
 */
export class PhrGlossarySearch extends LitElement {
  static override styles = [baseStyles, textStyles, buttonStyles, focusStyles, styles];

  /** Level of the heading over the results. */
  @property({type: Number, attribute: 'heading-level'})
  headingLevel = 2;

  /** Taken from the nearest `<phr-glossary>` unless set here. */
  @consume({context: glossaryContext, subscribe: true})
  @property({attribute: false})
  explainer?: Explainer;

  @state()
  private accessor asked: string | undefined;

  readonly #words = new WordsController(this, glossaryWords);

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input');
    const words = field?.value.trim() ?? '';
    if (words === '') {
      this.asked = undefined;
      field?.focus();
      return;
    }
    this.asked = words;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#results')?.focus();
  };

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
      ${this.asked === undefined ? nothing : this.#results(this.asked, this.explainer?.lookUp(this.asked, most))}`;
  }

  #results(asked: string, terms: readonly FoundTerm[] | undefined) {
    const {words} = this.#words;
    const level = this.headingLevel;
    const options = {id: 'results', class: 'heading-small', focusable: true};
    if (!terms) {
      return html`<section part="results">
        ${heading(level, words.notLoaded, options)}
        <p>${this.explainer?.contact ?? words.defaultContact}</p>
      </section>`;
    }
    if (terms.length === 0) {
      return html`<section part="results">
        ${heading(level, words.notFound(asked), options)}
        <p>${words.notFoundNext}</p>
      </section>`;
    }
    return html`<section part="results">
      ${heading(level, words.found(terms.length), options)}
      <ul role="list">
        ${terms.map(
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
