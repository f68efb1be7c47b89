/**
 * Keeps the terms of a page's own text underlined while the page changes, and opens them where they stand. The page's nodes are
 * only read.
 */
import {html, nothing, type ReactiveController} from 'lit';
import type {Lexicon} from '../../glossary/lexicon.js';
import {glossaryPanelWords} from '../../i18n/glossary-panel.js';
import {langOf, wordsIn} from '../../i18n/words.js';
import {isValid, liveRange, markAt, marksIn, type HostMark} from '../../glossary/host-text.js';
import {adoptUnderline, underline} from '../../glossary/underline.js';
import type {TermMark} from '../../model/glossary.js';
import {css} from '../../styles/css.js';
import type {PhrTerm} from '../term/term.js';
import type {PhrGlossary} from './glossary.js';

/** The list of words that are explained, and the place of one that was pressed. */
const styles = css`
  :host {
    position: relative;
  }

  .here {
    margin-block: 1rem;
  }

  .here summary {
    color: var(--_link);
    cursor: pointer;
    min-height: 2.75rem;
    padding-block: 0.5rem;
  }

  .here ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
  }

  /* Over a word of the page's own text, which stays as it is: only the panel and the focus are seen. */
  .at {
    position: absolute;
    z-index: 1;
  }

  .at phr-term::part(word) {
    color: transparent;
    display: block;
    font-size: 0;
    height: 100%;
    inset: 0;
    position: absolute;
    text-decoration: none;
    width: 100%;
  }

  .at phr-term::part(word):focus-visible {
    background: none;
    box-shadow: 0 4px var(--_text);
    outline: 3px solid var(--_focus);
  }

  @media print {
    .here {
      display: none;
    }
  }
`;

const termOf = ({mark, word}: HostMark) =>
  html`<phr-term .meanings=${mark.meanings} .ambiguous=${mark.ambiguous}>${word}</phr-term>`;

const soon = (callback: () => void): (() => void) => {
  const timer = setTimeout(callback, 100);
  return () => {
    clearTimeout(timer);
  };
};

/** Watches one glossary's part of a page, and draws what stands beside it. */
export class HostMarks implements ReactiveController {
  readonly #root: PhrGlossary;
  readonly #observer = new MutationObserver(() => {
    this.#later();
  });
  #find: ((text: string) => readonly TermMark[]) | undefined;
  #stop: (() => void) | undefined;
  #marks: readonly HostMark[] = [];
  #pressed: {readonly mark: HostMark; readonly box: DOMRect} | undefined;

  constructor(root: PhrGlossary) {
    this.#root = root;
    root.addController(this);
    const {styleSheet} = styles;
    if (styleSheet) root.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Whether a word found before still stands where it stood. */
  #has({word, range}: HostMark): boolean {
    return this.#marks.some(
      (one) =>
        one.word === word &&
        one.range.startContainer === range.startContainer &&
        one.range.startOffset === range.startOffset,
    );
  }

  /** Begins, or begins again with other terms; or ends, where the page or the person wants no words underlined. */
  watch(lexicon: Lexicon): void {
    const root = this.#root;
    this.hostDisconnected();
    if (!root.annotate || root.off || !root.isConnected) return;
    this.#find = (text) => lexicon.find(text);
    root.addEventListener('click', this.#press);
    adoptUnderline(root.getRootNode());
    this.#observer.observe(root, {childList: true, characterData: true, subtree: true});
    this.#later();
  }

  /** Takes every underline away. */
  hostDisconnected(): void {
    this.#find = undefined;
    this.#root.removeEventListener('click', this.#press);
    this.#observer.disconnect();
    this.#stop?.();
    this.#show([]);
  }

  #later(): void {
    this.#stop?.();
    this.#stop = soon(() => {
      if (this.#find) this.#show(marksIn(this.#root, this.#find, this.#root.every));
    });
  }

  #show(marks: readonly HostMark[]): void {
    underline(
      this,
      marks.map(({range}) => range),
    );
    this.#marks = marks;
    // The page has changed: what was pressed may stand elsewhere.
    if (this.#pressed && !this.#has(this.#pressed.mark)) this.#pressed = undefined;
    this.#root.requestUpdate();
  }

  /** A press on a word of the page's own text. The page hears it too, as ever. */
  readonly #press = (event: MouseEvent) => {
    if (event.defaultPrevented) return;
    const hit = this.#at(event);
    if (!hit) return;
    this.#pressed = hit;
    const root = this.#root;
    root.requestUpdate();
    void root.updateComplete.then(() => {
      const term = this.#pressedTerm;
      const place = term?.parentElement;
      if (!term || !place) return;
      const {x, y, width, height} = hit.box;
      // Through the object model: a style attribute is refused by a strict policy.
      Object.assign(place.style, {
        left: `${x}px`,
        top: `${y}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      term.show();
    });
  };

  get #pressedTerm() {
    return this.#root.renderRoot.querySelector('.at phr-term') as PhrTerm | null;
  }

  /** A pressed word stays while its panel is open or it has focus. */
  readonly #leftPressed = (event: FocusEvent) => {
    const to = event.relatedTarget;
    const place = event.currentTarget;
    if (to instanceof Node && place instanceof Node && place.contains(to)) return;
    setTimeout(() => {
      const term = this.#pressedTerm;
      if (!term || term.open || term.matches(':focus-within')) return;
      this.#pressed = undefined;
      this.#root.requestUpdate();
    });
  };

  /** Words of the page's own text, for those who cannot press on them; and the one that was pressed. */
  draw() {
    if (this.#marks.length === 0) return nothing;
    const words = wordsIn(glossaryPanelWords, langOf(this.#root));
    const seen = new Set<string>();
    const once = this.#marks.filter(({word}) => !seen.has(word) && seen.add(word));
    const pressed = this.#pressed?.mark;
    return html`<details class="here" part="here">
        <summary>${words.wordsHere} (${once.length})</summary>
        <ul role="list">
          ${once.map((mark) => html`<li>${termOf(mark)}</li>`)}
        </ul>
      </details>
      ${pressed ? html`<div class="at" @focusout=${this.#leftPressed}>${termOf(pressed)}</div>` : nothing}`;
  }

  /** The word under a press, with its place on the page measured from `root`; none when the person is selecting text. */
  #at({clientX, clientY}: MouseEvent): {mark: HostMark; box: DOMRect} | undefined {
    if (!document.getSelection()?.isCollapsed) return undefined;
    const mark = markAt(this.#marks, clientX, clientY);
    if (!mark || !isValid(mark)) return undefined;
    const box = liveRange(mark.range).getBoundingClientRect();
    const own = this.#root.getBoundingClientRect();
    return {mark, box: new DOMRect(box.x - own.x, box.y - own.y, box.width, box.height)};
  }
}
