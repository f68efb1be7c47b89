import {consume, ContextProvider} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {
  glossaryContext,
  type Explainer,
  type TermAction,
  type TermScope,
} from '../../context/glossary-context.js';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import type {HostMark} from '../../glossary/host-text.js';
import type {Lexicon} from '../../glossary/lexicon.js';
import {firstMarks, withMarks} from '../../glossary/marks.js';
import {glossaryWords} from '../../i18n/glossary.js';
import {WordsController} from '../../i18n/words-controller.js';
import type {About, Meaning, TermReview} from '../../model/glossary.js';
import {baseStyles} from '../../styles/base.styles.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {
  QuestionEvent,
  TermReportEvent,
  TermsProblemEvent,
  type QuestionDetail,
} from './glossary.events.js';
import {styles} from './glossary.styles.js';
import type {HostMarks} from './host-marks.js';
import {questionList} from './questions.js';

const storageKey = 'phr-glossary';

/** When the page has time: terms wait for the first rows. */
const whenIdle = (callback: () => void): void => {
  // eslint-disable-next-line local/no-newer-api -- Safari has none: a moment's wait does as well.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, {timeout: 2000});
  else setTimeout(callback, 200);
};

/**
 * @summary Explains clinical words in the widgets inside it and, with `annotate`, in the page's own text inside it.
 *
 * @slot - Widgets, and text of the page.
 * @fires {QuestionEvent} phr-question - The person added a word to the questions to ask. Cancel it to keep the question yourself.
 * @fires {TermReportEvent} phr-term-report - The person says that an explanation does not look right. Cancel it to say that you took it.
 * @fires {TermsProblemEvent} phr-error - Some of the host's own terms were left out.
 * @csspart help - The hint and the switch.
 * @csspart here - The list of words of the page's own text that are explained.
 * @csspart questions - The list of questions to ask.
 */
export class PhrGlossary extends LitElement {
  static override styles = [baseStyles, textStyles, buttonStyles, focusStyles, styles];

  /** Also explains words in the page's own text inside it. */
  @property({type: Boolean})
  annotate = false;

  /** Marks a term each time it is met rather than once in an entry. */
  @property({type: Boolean})
  every = false;

  /** Address of a JSON file with the host's own terms; they come before the bundled ones. */
  @property()
  src = '';

  /** The host's own terms; see `docs/glossary.md` for their form. */
  @property({attribute: false})
  terms: unknown;

  /** Name of the trust: whose terms `src` and `terms` are, and who checks meanings. */
  @property()
  reviewer = '';

  /** Terms that somebody named at the trust has checked. */
  @property({attribute: false})
  reviewed: readonly TermReview[] = [];

  /** Leaves the bundled terms out. */
  @property({type: Boolean, attribute: 'own-terms-only'})
  ownTermsOnly = false;

  /** Whether words are not underlined. The person can change it. */
  @property({type: Boolean, reflect: true})
  off = false;

  /** Lets us keep on this device that the person switched underlining off; nothing else. */
  @property({type: Boolean})
  remember = false;

  /** How to reach people who can help, without a computer. The provider's unless set here. */
  @property()
  contact?: string;

  /** Taken from the nearest `<phr-provider>` unless set here. */
  @consume({context: settingsContext, subscribe: true})
  @property({attribute: false})
  settings?: Settings;

  /** Whose record it is: questions go with the person. */
  @consume({context: recordContext, subscribe: true})
  @property({attribute: false})
  source?: RecordSource;

  @state()
  private accessor kept: readonly QuestionDetail[] = [];

  @state()
  private accessor pressed: {mark: HostMark; box: DOMRect} | undefined;

  readonly #words = new WordsController(this, glossaryWords);
  readonly #provider = new ContextProvider(this, {context: glossaryContext});
  #host: HostMarks | undefined;
  #lexicon: Lexicon | undefined;
  #gathering: AbortController | undefined;

  /** Questions the person wants to ask, in the order in which they were added. */
  get questions(): readonly QuestionDetail[] {
    return this.kept;
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.remember && this.#stored() === 'off') this.off = true;
    this.addEventListener('click', this.#press);
    this.#gather();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#press);
    this.#gathering?.abort();
    this.#host?.end();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('source') && changed.get('source') !== undefined) this.kept = [];
    if (
      this.hasUpdated &&
      (['src', 'terms', 'reviewed', 'reviewer', 'ownTermsOnly'] as const).some((name) =>
        changed.has(name),
      )
    )
      this.#gather();
    if (
      ['off', 'every', 'annotate', 'settings', 'contact', 'reviewer'].some((name) =>
        changed.has(name as keyof PhrGlossary),
      )
    )
      this.#provide();
  }

  #gather() {
    this.#gathering?.abort();
    const {signal} = (this.#gathering = new AbortController());
    whenIdle(() => {
      if (!signal.aborted) void this.#gatherNow(signal);
    });
  }

  async #gatherNow(signal: AbortSignal) {
    const {src, terms, reviewer, reviewed, ownTermsOnly} = this;
    const name = reviewer || location.hostname;
    // Fetched when the page has time: the first rows never wait for words to be explained.
    const store = await import('./term-store.js').catch(() => undefined);
    if (signal.aborted) return;
    if (!store) {
      const message = 'the glossary could not be fetched';
      this.dispatchEvent(new TermsProblemEvent({code: 'no-terms', message}));
      return;
    }
    const gathered = await store.gather(
      {src, terms, name, reviewed, bundled: !ownTermsOnly},
      signal,
    );
    if (signal.aborted) return;
    this.#lexicon = gathered.lexicon;
    if (gathered.problems.length > 0)
      this.dispatchEvent(
        new TermsProblemEvent({code: 'bad-terms', message: gathered.problems.join('; ')}),
      );
    this.#provide();
  }

  /** Gives widgets a new explainer: they draw again with it. */
  #provide() {
    const lexicon = this.#lexicon;
    if (!lexicon) return;
    this.#provider.setValue(this.#explainer(lexicon));
    void this.#annotate(lexicon);
    this.requestUpdate();
  }

  /** The page's own text: what reads it is fetched only where a page asks for it. */
  async #annotate(lexicon: Lexicon) {
    const isWanted = () => this.annotate && !this.off && this.isConnected;
    if (!isWanted()) {
      this.#host?.end();
      return;
    }
    const part = await import('./host-marks.js').catch(() => undefined);
    if (!part || !isWanted() || lexicon !== this.#lexicon) return;
    this.#host ??= new part.HostMarks(this, () => {
      // The page has changed: what was pressed may stand elsewhere.
      if (this.pressed && !this.#host?.has(this.pressed.mark)) this.pressed = undefined;
      this.requestUpdate();
    });
    this.#host.watch((text) => lexicon.find(text), this.every);
  }

  #explainer(lexicon: Lexicon): Explainer {
    const contact = this.contact ?? this.settings?.contact;
    const {off, every, reviewer} = this;
    const words = this.#words;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- Accessors have a `this` of their own.
    const host = this;
    return {
      explain(text: string, {about, marked}: TermScope) {
        if (off) return text;
        const marks = lexicon.find(text, about);
        return withMarks(text, every ? marks : firstMarks(marks, marked), about);
      },
      meaningsOf: (word, about) => (off ? undefined : lexicon.meaningsOf(word, about)),
      byCode: (code) => lexicon.byCode(code),
      lookUp: (words, limit) => lexicon.lookUp(words, limit),
      act: (action, word, meanings, about) => this.#act(action, word, meanings, about),
      get lang() {
        return words.lang;
      },
      get dir() {
        return getComputedStyle(host).direction === 'rtl' ? 'rtl' : 'ltr';
      },
      ...(contact && {contact}),
      ...(reviewer && {reviewer}),
    };
  }

  #act(action: TermAction, term: string, meanings: readonly Meaning[], about: About): boolean {
    if (action === 'report') {
      const event = new TermReportEvent({
        term,
        meanings: meanings.map((meaning) => meaning.term.id),
        sources: [...new Set(meanings.map(({from}) => from))],
      });
      return !this.dispatchEvent(event);
    }
    const question = {term, ...(about.reference && {reference: about.reference})};
    if (this.dispatchEvent(new QuestionEvent(question))) {
      const isKnown = this.kept.some(
        (one) => one.term === term && one.reference === question.reference,
      );
      if (!isKnown) this.kept = [...this.kept, question];
    }
    return true;
  }

  #stored(): string | null {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      // Storage may be forbidden: then words are underlined.
      return null;
    }
  }

  readonly #switch = () => {
    this.off = !this.off;
    if (!this.remember) return;
    try {
      if (this.off) localStorage.setItem(storageKey, 'off');
      else localStorage.removeItem(storageKey);
    } catch {
      // Storage may be forbidden: the choice lasts as long as the page.
    }
  };

  /** A press on a word of the page's own text. The page hears it too, as ever. */
  readonly #press = (event: MouseEvent) => {
    if (!this.annotate || this.off || event.defaultPrevented) return;
    const hit = this.#host?.at(event);
    if (!hit) return;
    this.pressed = hit;
    void this.updateComplete.then(() => {
      const term = this.renderRoot.querySelector<HTMLElement & {show(): void}>('.at phr-term');
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

  readonly #remove = (question: QuestionDetail) => {
    this.kept = this.kept.filter((one) => one !== question);
  };

  /** A pressed word stays while its panel is open or it has focus. */
  readonly #leftPressed = (event: FocusEvent) => {
    const to = event.relatedTarget;
    const place = event.currentTarget;
    if (to instanceof Node && place instanceof Node && place.contains(to)) return;
    setTimeout(() => {
      const term = this.renderRoot.querySelector<HTMLElement & {open: boolean}>('.at phr-term');
      if (term && !term.open && !term.matches(':focus-within')) this.pressed = undefined;
    });
  };

  protected override render() {
    const {words} = this.#words;
    // The lines above are there from the first: nothing below moves when the terms have come.
    return html`<div class="help" part="help">
        ${this.off ? nothing : html`<p>${words.hint}</p>`}
        <button type="button" class="link target" @click=${this.#switch}>
          ${this.off ? words.start : words.stop}
        </button>
      </div>
      <slot></slot>
      ${this.#here()} ${questionList(this.kept, words, this.#remove)}`;
  }

  /** Words of the page's own text, for those who cannot press on them. */
  #here() {
    const marks = this.#host?.marks ?? [];
    if (marks.length === 0) return nothing;
    const {words} = this.#words;
    const seen = new Set<string>();
    const once = marks.filter(({word}) => !seen.has(word) && seen.add(word));
    return html`<details class="here" part="here">
        <summary>${words.wordsHere} (${once.length})</summary>
        <ul role="list">
          ${once.map(
            ({mark, word}) =>
              html`<li>
                <phr-term .meanings=${mark.meanings} .ambiguous=${mark.ambiguous}>${word}</phr-term>
              </li>`,
          )}
        </ul>
      </details>
      ${
        this.pressed
          ? html`<div class="at" @focusout=${this.#leftPressed}>
              <phr-term
                .meanings=${this.pressed.mark.mark.meanings}
                .ambiguous=${this.pressed.mark.mark.ambiguous}
                >${this.pressed.mark.word}</phr-term
              >
            </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-glossary': PhrGlossary;
  }
}
