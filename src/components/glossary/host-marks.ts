/**
 * Keeps the terms of a page's own text underlined while the page changes, and opens them where they stand. The page's nodes are
 * only read.
 */
import {html, nothing, type ReactiveController} from 'lit';
import type {Lexicon} from '../../glossary/lexicon.js';
import {glossaryPanelWords} from '../../i18n/glossary-panel.js';
import {langOf, wordsIn} from '../../i18n/words.js';
import {boxAt, isDrawn, liveRange, type HostMark} from '../../glossary/host-mark.js';
import {focusBeside} from '../../glossary/host-focus.js';
import {NearMarks} from '../../glossary/near-marks.js';
import {adoptUnderline} from '../../glossary/underline.js';
import {css} from '../../styles/css.js';
import type {PhrTerm} from '../term/term.js';
import type {PhrGlossary} from './glossary.js';

/** The list of words that are explained, and the place of one that was pressed. */
const styles = css`
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

  .ground {
    position: relative;
  }

  /*
   * Under the line of a word of the page's own text, which stays as it is: only the panel and the focus are seen. What is pressed
   * there is the page's own.
   */
  .at {
    left: 0;
    pointer-events: none;
    position: absolute;
    top: calc(var(--_y) + var(--_height));
    width: 100%;
    z-index: 1;
  }

  .at phr-term::part(panel) {
    pointer-events: auto;
  }

  .at phr-term::part(word) {
    bottom: 100%;
    color: transparent;
    display: block;
    font-size: 0;
    height: var(--_height);
    left: var(--_x);
    position: absolute;
    text-decoration: none;
    width: var(--_width);
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

const termOf = ({word, meanings, ambiguous}: HostMark) =>
  html`<phr-term .meanings=${meanings} .ambiguous=${ambiguous}>${word}</phr-term>`;

/** Watches one glossary's part of a page, and draws what stands beside it. */
export class HostMarks implements ReactiveController {
  readonly #root: PhrGlossary;
  #near: NearMarks | undefined;
  #lexicon: Lexicon | undefined;
  #isEvery = false;
  #marks: readonly HostMark[] = [];
  /** The list of words is drawn once a person opens it: a long page has hundreds. */
  #isOpen = false;
  /** `line`: of the lines that the word goes over. */
  #pressed: {readonly mark: HostMark; readonly line: number} | undefined;
  /** Where a page opens or closes something, what is around it gets another size. */
  readonly #size = new ResizeObserver(() => {
    // A frame later: browsers call what changes a size in here an error of the page.
    requestAnimationFrame(() => {
      this.#root.requestUpdate();
    });
  });

  constructor(root: PhrGlossary) {
    this.#root = root;
    root.addController(this);
    const {styleSheet} = styles;
    if (styleSheet) root.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Whether there is a word to select. */
  get isMarked(): boolean {
    return this.#marks.length > 0;
  }

  /** The same word, where it still stands where it was found before. */
  #sameAs({word, range}: HostMark): HostMark | undefined {
    return this.#marks.find(
      (one) =>
        one.word === word &&
        one.range?.startContainer === range?.startContainer &&
        one.range?.startOffset === range?.startOffset,
    );
  }

  /** Begins, or begins again with other terms; or ends, where the page or the person wants no words underlined. */
  watch(lexicon: Lexicon): void {
    const root = this.#root;
    if (!root.annotate || root.off || !root.isConnected) {
      this.hostDisconnected();
      return;
    }
    if (this.#near && this.#lexicon === lexicon && this.#isEvery === root.every) return;
    // What is open stays so until the text has been read with the new terms.
    this.#end();
    this.#lexicon = lexicon;
    this.#isEvery = root.every;
    root.addEventListener('click', this.#press);
    this.#size.observe(root);
    adoptUnderline(root.getRootNode());
    const near = new NearMarks(
      root,
      (text) => lexicon.find(text),
      root.every,
      () => {
        this.#show(near.marks);
      },
    );
    this.#near = near;
  }

  /** Takes every underline away. */
  hostDisconnected(): void {
    this.#end();
    this.#show([]);
  }

  #end(): void {
    this.#root.removeEventListener('click', this.#press);
    this.#size.disconnect();
    this.#near?.stop();
    this.#near = undefined;
  }

  #show(marks: readonly HostMark[]): void {
    this.#marks = marks;
    // The page has changed, or the terms: what was pressed may stand elsewhere, or mean something else.
    const mark = this.#pressed && this.#sameAs(this.#pressed.mark);
    this.#pressed = mark && {mark, line: this.#pressed?.line ?? 0};
    this.#root.requestUpdate();
  }

  /** A press on a word of the page's own text. The page hears it too, as ever. */
  readonly #press = (event: MouseEvent) => {
    if (event.defaultPrevented) return;
    const hit = this.#at(event);
    if (!hit) return;
    const term = this.#pressedTerm;
    const isSelecting = !document.getSelection()?.isCollapsed;
    if (term?.open && this.#pressed?.mark === hit.mark) {
      // Safari forgets what is selected when something else gets the focus.
      if (!isSelecting) term.focus();
      term.hide();
      return;
    }
    if (isSelecting) return;
    this.#pressed = hit;
    const root = this.#root;
    root.requestUpdate();
    void root.updateComplete.then(() => {
      this.#pressedTerm?.show();
    });
  };

  hostUpdated(): void {
    this.#place();
  }

  /** Where the pressed word stands by now, from a line of ours at the end: the page keeps what it has placed in the glossary. */
  #place(): void {
    const place = this.#root.renderRoot.querySelector<HTMLElement>('.at');
    const ground = place?.parentElement?.getBoundingClientRect();
    if (!place || !ground || !this.#pressed) return;
    const boxes = liveRange(this.#pressed.mark.range).getClientRects();
    const box = boxes[this.#pressed.line] ?? boxes[0];
    if (!box) return;
    const {x, y, width, height} = box;
    const at = {x: x - ground.x, y: y - ground.y, width, height};
    // Through the object model: a style attribute is refused by a strict policy.
    for (const [name, value] of Object.entries(at))
      place.style.setProperty(`--_${name}`, `${value}px`);
  }

  /** The word stands after all of the text, but who goes on by Tab goes on where it is read. */
  readonly #tab = (event: KeyboardEvent) => {
    const {key, code, shiftKey, ctrlKey, altKey, metaKey} = event;
    const inside = this.#pressedTerm?.shadowRoot;
    const range = this.#pressed && liveRange(this.#pressed.mark.range);
    // Some engines on Linux have another name for it when Shift is held.
    const isTab = key === 'Tab' || code === 'Tab';
    if (!isTab || ctrlKey || altKey || metaKey || !inside || !range) return;
    const stops = [...inside.querySelectorAll<HTMLElement>('button, a')];
    if (inside.activeElement !== stops.at(shiftKey ? 0 : -1)) return;
    const {renderRoot} = this.#root;
    const own = renderRoot.querySelector<HTMLElement>(shiftKey ? '.help button' : '.here summary');
    if (focusBeside(range, this.#root, shiftKey, own)) event.preventDefault();
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

  readonly #open = ({currentTarget}: Event) => {
    this.#isOpen = (currentTarget as HTMLDetailsElement).open;
    this.#root.requestUpdate();
  };

  /** Words of the page's own text, for those who cannot press on them; and the one that was pressed. */
  draw() {
    if (this.#marks.length === 0) return nothing;
    const words = wordsIn(glossaryPanelWords, langOf(this.#root));
    const once = new Map<string, HostMark>();
    // Words of what the page does not show now are nobody's to read in a list.
    for (const mark of this.#marks)
      if (!once.has(mark.word) && isDrawn(mark.element)) once.set(mark.word, mark);
    if (once.size === 0) return nothing;
    const pressed = this.#pressed?.mark;
    return html`<details class="here" part="here" @toggle=${this.#open}>
        <summary>${words.wordsHere} (${once.size})</summary>
        ${
          this.#isOpen
            ? html`<ul role="list">
                ${[...once.values()].map((mark) => html`<li>${termOf(mark)}</li>`)}
              </ul>`
            : nothing
        }
      </details>
      ${
        pressed
          ? html`<div class="ground">
              <div class="at" @focusout=${this.#leftPressed} @keydown=${this.#tab}>
                ${termOf(pressed)}
              </div>
            </div>`
          : nothing
      }`;
  }

  /** The word under a press, and which of its lines. */
  #at(event: MouseEvent): {mark: HostMark; line: number} | undefined {
    const {target, clientX, clientY} = event;
    const root = this.#root;
    const [first] = event.composedPath();
    // What is ours, such as a panel over the text; text right in the glossary is pressed on its slot.
    const isOurs = target === root && first !== root;
    if (isOurs && first !== root.renderRoot.querySelector('slot')) return undefined;
    const mark = target instanceof Element && this.#near?.at(target, clientX, clientY);
    return mark ? {mark, line: boxAt(mark, clientX, clientY)} : undefined;
  }
}
