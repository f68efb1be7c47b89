import {consume} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {glossaryContext, type Explainer} from '../../context/glossary-context.js';
import {dateWords} from '../../i18n/dates.js';
import {glossaryWords} from '../../i18n/glossary.js';
import {WordsController} from '../../i18n/words-controller.js';
import {wordsIn} from '../../i18n/words.js';
import type {About, Meaning} from '../../model/glossary.js';
import {baseStyles} from '../../styles/base.styles.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {panelContent} from './term-panel.js';
import {styles} from './term.styles.js';

/** A panel narrower than this, in root ems, stands in the text rather than over it. */
const narrowest = 22;

/** True when this browser can place a panel at a word, over everything, by itself. */
const placesPanels = (): boolean =>
  'popover' in HTMLElement.prototype && CSS.supports('position-area', 'block-end');

/** The one panel that is open. */
let opened: PhrTerm | undefined;

/**
 * @summary A word in a text that a person can select to read what it means.
 *
 * Never opens by hover or focus. Inside `<phr-glossary>` it finds its own meaning by its text; the glossary sets `meanings` where it
 * has found the word itself. Without a meaning it is plain text.
 *
 * @slot - The word, as it stands in the text.
 * @csspart word - The button in the text.
 * @csspart panel - The panel with the meaning.
 */
export class PhrTerm extends LitElement {
  static override styles = [baseStyles, buttonStyles, focusStyles, styles];

  /** Everything the word can mean. Looked up by its text unless set. */
  @property({attribute: false})
  meanings?: readonly Meaning[];

  /** True when it may mean something else as well. */
  @property({attribute: false})
  ambiguous = false;

  /** What is known of the entry around it. */
  @property({attribute: false})
  about: About = {};

  /** Whether the panel is open. */
  @property({type: Boolean, reflect: true})
  open = false;

  /** Taken from the nearest `<phr-glossary>` unless set here. */
  @consume({context: glossaryContext, subscribe: true})
  @property({attribute: false})
  explainer?: Explainer;

  @state()
  private accessor said: string | undefined;

  readonly #words = new WordsController(this, glossaryWords);
  readonly #text = new MutationObserver(() => {
    this.requestUpdate();
  });
  #shown = '';

  override connectedCallback() {
    super.connectedCallback();
    this.#text.observe(this, {characterData: true, childList: true, subtree: true});
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#text.disconnect();
    this.open = false;
    this.#listen(false);
  }

  /** Opens the panel and moves focus into it. */
  show(): void {
    this.open = true;
  }

  /** Closes the panel; the focus goes back to the word when it was inside. */
  hide(): void {
    const isInside = this.shadowRoot?.activeElement?.closest('.panel');
    this.open = false;
    if (isInside) this.#focusWord();
  }

  #focusWord() {
    this.renderRoot.querySelector<HTMLElement>('.word')?.focus({preventScroll: true});
  }

  readonly #outside = (event: Event) => {
    if (event.composedPath().includes(this)) return;
    this.hide();
    // A press on what takes no focus leaves it nowhere: it goes back to the word.
    setTimeout(() => {
      const {activeElement} = document;
      if (!activeElement || activeElement === document.body) this.#focusWord();
    });
  };

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.hide();
  };

  readonly #resized = () => {
    this.#point();
  };

  #listen(isOpen: boolean) {
    const change = isOpen ? 'addEventListener' : 'removeEventListener';
    document[change]('pointerdown', this.#outside, true);
    document[change]('keydown', this.#escape as EventListener, true);
    window[change]('resize', this.#resized);
  }

  protected override willUpdate() {
    const word = this.#word;
    const {meanings} = this.#meanings();
    const shown = [word, ...meanings.map(({term}) => term.id)].join('\n');
    // What is open explains this word and no other; and nothing opens by itself when words come later.
    if (this.open && (meanings.length === 0 || (this.hasUpdated && shown !== this.#shown)))
      this.hide();
    this.#shown = shown;
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('open') || (!this.open && changed.get('open') === undefined)) return;
    this.#listen(this.open);
    if (opened && (opened === this) !== this.open) opened.open = false;
    opened = this.open ? this : undefined;
    const panel = this.#panelElement;
    if (!panel) return;
    this.#place(panel);
    this.#point();
    panel.querySelector('button')?.focus();
  }

  get #panelElement() {
    return this.renderRoot.querySelector<HTMLElement>('.panel');
  }

  /** Over the text where there is room for all of it, else in the text under the line of the word. */
  #place(panel: HTMLElement) {
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    if (!placesPanels() || innerWidth < narrowest * root) return;
    /* eslint-disable local/no-newer-api -- Asked for just above; without it the panel stands in the text. */
    panel.popover = 'manual';
    panel.showPopover();
    const below = panel.getBoundingClientRect().bottom - innerHeight;
    // A little way to scroll makes room for it; the word stays on the screen.
    if (below > 0 && this.getBoundingClientRect().top - below > 2 * root)
      scrollBy({top: below + root / 2, behavior: 'instant'});
    const {top, bottom} = panel.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    panel.hidePopover();
    panel.popover = null;
    /* eslint-enable local/no-newer-api */
  }

  /** Turns the pointer of the panel to the word, never past its corners. */
  #point() {
    const panel = this.#panelElement;
    const word = this.renderRoot.querySelector('.word')?.getBoundingClientRect();
    if (!panel || !word) return;
    const {left, top, width} = panel.getBoundingClientRect();
    const at = Math.max(20, Math.min(word.left + word.width / 2 - left, width - 20));
    // Through the object model: a style attribute is refused by a strict policy.
    panel.style.setProperty('--_at', `${at}px`);
    panel.classList.toggle('above', top < word.top);
  }

  /** Tab past the last thing in the panel closes it, and goes on in the text. */
  readonly #left = ({relatedTarget}: FocusEvent) => {
    const to = relatedTarget instanceof Node ? relatedTarget : null;
    if (to && !this.renderRoot.contains(to)) this.open = false;
  };

  readonly #toggle = () => {
    this.said = undefined;
    if (this.open) this.hide();
    else this.show();
  };

  readonly #close = () => {
    this.hide();
  };

  get #word(): string {
    return this.textContent.replace(/\s+/g, ' ').trim();
  }

  /** Language of our words: the page's, for the text around the word may be marked as English. */
  get #lang(): string {
    return this.explainer?.lang ?? this.#words.lang;
  }

  #meanings(): {meanings: readonly Meaning[]; ambiguous: boolean} {
    if (this.meanings) return {meanings: this.meanings, ambiguous: this.ambiguous};
    return this.explainer?.meaningsOf(this.#word, this.about) ?? {meanings: [], ambiguous: false};
  }

  readonly #ask = () => {
    const words = wordsIn(glossaryWords, this.#lang);
    const {meanings} = this.#meanings();
    const taken = this.explainer?.act('question', this.#word, meanings, this.about) ?? false;
    this.said = taken ? words.questionAdded : (this.explainer?.contact ?? words.defaultContact);
  };

  readonly #report = () => {
    const words = wordsIn(glossaryWords, this.#lang);
    const {meanings} = this.#meanings();
    const taken = this.explainer?.act('report', this.#word, meanings, this.about) ?? false;
    this.said = taken
      ? words.reported
      : words.notReported(this.explainer?.contact ?? words.defaultContact);
  };

  protected override render() {
    const found = this.#meanings();
    if (found.meanings.length === 0) return html`<slot></slot>`;
    // No space of ours beside the word: it would be drawn in the line.
    // prettier-ignore
    return html`<button type="button" class="word" part="word" aria-expanded=${this.open ? 'true' : 'false'}
      aria-controls=${this.open ? 'panel' : nothing} @click=${this.#toggle} @focusout=${this.#left}
      ><slot></slot></button>${this.open ? this.#panel(found) : nothing}`;
  }

  #panel(found: {meanings: readonly Meaning[]; ambiguous: boolean}) {
    const lang = this.#lang;
    const words = wordsIn(glossaryWords, lang);
    return html`<div
      id="panel"
      class="panel"
      part="panel"
      role="dialog"
      aria-labelledby="name"
      aria-describedby="meaning note"
      lang=${lang}
      dir=${this.explainer?.dir ?? nothing}
      @focusout=${this.#left}
    >
      <div class="head">
        <p id="name" class="name"><bdi lang=${this.#words.lang}>${this.#word}</bdi></p>
        <button type="button" class="link target" @click=${this.#close}>${words.close}</button>
      </div>
      ${panelContent({
        word: this.#word,
        ...found,
        lang,
        words,
        dates: wordsIn(dateWords, lang),
        contact: this.explainer?.contact,
        reviewer: this.explainer?.reviewer,
        said: this.said,
        onQuestion: this.#ask,
        onReport: this.#report,
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-term': PhrTerm;
  }
}
