import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing, type PropertyDeclarations, type PropertyValues} from 'lit';
import {glossaryContext, type Explainer} from '../../context/glossary-context.js';
import {glossaryWords} from '../../i18n/glossary.js';
import {langOf, wordsIn} from '../../i18n/words.js';
import type {About, FoundTerm, Meaning} from '../../model/glossary.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {part} from './panel-part.js';
import type {TermPanel} from './term-panel.js';
import {styles} from './term.styles.js';

/**
 * @summary A word in a text that a person can select to read what it means.
 *
 * Never opens by hover or focus. Inside `<phr-glossary>` it finds its own meaning by its text; the glossary sets `meanings` where it
 * has found the word itself. Without a meaning it is plain text.
 *
 * @slot - The word, as it stands in the text.
 * @csspart word - The button in the text.
 * @csspart panel - The panel with the meaning.
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
export class PhrTerm extends LitElement {
  static override styles = [hostStyles, focusStyles, styles];

  static override properties: PropertyDeclarations = {
    meanings: {attribute: false},
    ambiguous: {attribute: false},
    about: {attribute: false},
    coded: {attribute: false},
    open: {type: Boolean, reflect: true},
    explainer: {attribute: false},
  };

  /** Everything the word can mean. Looked up by its text unless set. */
  meanings?: readonly Meaning[];

  /** True when it may mean something else as well. */
  ambiguous = false;

  /** What is known of the entry around it. */
  about: About = {};

  /** True for the name of an entry: explained by the codes in `about` as well, even where the name itself is not known. */
  coded = false;

  /** Whether the panel is open, or will be when what is in it has come. */
  open = false;

  /** Taken from the nearest `<phr-glossary>` unless set here. */
  explainer?: Explainer;

  /** What the word can mean, as it was last drawn. */
  found: Pick<FoundTerm, 'meanings' | 'ambiguous'> = {meanings: [], ambiguous: false};

  #panel?: TermPanel;
  #hasFailed = false;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: glossaryContext,
      callback: (value) => (this.explainer = value),
      subscribe: true,
    });
    new MutationObserver(() => {
      this.requestUpdate();
    }).observe(this, {characterData: true, childList: true, subtree: true});
    // A page may have put the word into a link, a label or a summary: who presses the word, or what is in its panel, presses only that.
    this.addEventListener('click', (event) => {
      const [pressed] = event.composedPath() as Element[];
      if (this.#isKnown && !pressed?.matches('.panel a')) event.preventDefault();
    });
  }

  /** Opens the panel and moves focus into it. */
  show(): void {
    this.open = true;
  }

  /** Closes the panel; the focus goes back to the word when it was inside. */
  hide(): void {
    this.open = false;
  }

  /** Moves focus to the word. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.word')?.focus({preventScroll: true});
  }

  /** The word as it stands in the text. */
  get word(): string {
    return this.textContent.replace(/\s+/g, ' ').trim();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {meanings, ambiguous, explainer} = this;
    this.found = meanings
      ? {meanings, ambiguous}
      : (explainer?.meaningsOf(this.word, this.about) ?? {meanings: [], ambiguous});
    if (!this.#isKnown) this.open = false;
    if (this.open && changed.has('open')) {
      this.#hasFailed = false;
      if (!this.#panel) void this.#fetch();
    }
  }

  get #isKnown(): boolean {
    return this.found.meanings.length > 0 || (this.coded && !!this.explainer?.asks);
  }

  async #fetch() {
    try {
      const [{TermPanel}, desk] = await Promise.all([part.load(), this.explainer?.desk()]);
      this.#panel ??= new TermPanel(this, desk);
    } catch {
      // Offline: the word can be selected again.
      this.#hasFailed = this.open;
      this.open = false;
    }
    this.requestUpdate();
  }

  #toggle() {
    // Safari gives no focus to a button that is pressed.
    this.focus();
    this.open = !this.open;
  }

  /** Who has gone on in the text is not called back by a panel that comes late. */
  #left({relatedTarget: to}: FocusEvent) {
    if (to && !this.renderRoot.contains(to as Node)) this.open = false;
  }

  protected override render() {
    if (!this.#isKnown) return html`<slot></slot>`;
    const panel = this.open ? this.#panel?.draw() : undefined;
    // No space of ours beside the word: it would be drawn in the line.
    // prettier-ignore
    return html`<button type="button" class="word link" part="word" aria-expanded=${panel ? 'true' : 'false'}
      aria-controls=${panel ? 'panel' : nothing} @click=${this.#toggle} @focusout=${this.#left}
      ><slot></slot></button>${panel ?? this.#waiting()}`;
  }

  /** Readers miss what comes together with the element that says it: that is there first, empty. */
  #waiting() {
    if (!this.open && !this.#hasFailed) return nothing;
    const isThere = this.renderRoot.querySelector('.wait');
    if (!isThere)
      setTimeout(() => {
        this.requestUpdate();
      }, 100);
    const lang = this.explainer?.lang() ?? langOf(this);
    const {coming, cannot} = wordsIn(glossaryWords, lang);
    const said = this.open ? coming : cannot;
    return html`<span class="wait" role="status" lang=${lang}>${isThere ? said : ''}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-term': PhrTerm;
  }
}
