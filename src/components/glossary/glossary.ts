import {ContextProvider} from '@lit/context';
import {LitElement, html, nothing, type PropertyDeclarations, type PropertyValues} from 'lit';
import {glossaryContext} from '../../context/glossary-context.js';
import type {RecordSource} from '../../context/record-context.js';
import type {Settings} from '../../context/settings-context.js';
import type {Lexicon} from '../../glossary/lexicon.js';
import {firstMarks, withMarks} from '../../glossary/marks.js';
import {glossaryWords} from '../../i18n/glossary.js';
import {WordsController} from '../../i18n/words-controller.js';
import type {TermReview} from '../../model/glossary.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {part as panel} from '../term/panel-part.js';
import type {GlossaryDesk} from './glossary-desk.js';
import type {QuestionDetail} from './glossary.events.js';
import {styles} from './glossary.styles.js';
import {part as hostMarks} from './host-marks-part.js';
import type {HostMarks} from './host-marks.js';
import type {Gathered} from './term-store.js';

const storageKey = 'phr-glossary';

/** When the page has time. */
const whenIdle = (callback: () => unknown): void => {
  // eslint-disable-next-line local/no-newer-api -- Safari has none: a moment's wait does as well.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, {timeout: 2000});
  else setTimeout(callback, 200);
};

/** Milliseconds after which terms are fetched though nothing has asked for them: a connection that goes takes no words with it. */
const longestWait = 3000;

/** Properties that change which terms there are. */
const origins = ['src', 'terms', 'reviewed', 'reviewer', 'ownTermsOnly', 'order'] as const;

/**
 * @summary Explains clinical words in the widgets inside it and, with `annotate`, in the page's own text inside it.
 *
 * @slot - Widgets, and text of the page.
 * @fires {QuestionEvent} phr-question - The person added a word to the questions to ask. Cancel it to keep the question yourself.
 * @fires {TermReportEvent} phr-term-report - The person says that an explanation does not look right. Cancel it to say that you took it.
 * @fires {TermsProblemEvent} phr-error - Some of the host's own terms were left out, an address was refused, or no question can be kept.
 * @csspart help - The hint and the switch.
 * @csspart here - The list of words of the page's own text that are explained.
 * @csspart questions - The list of questions to ask.
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
export class PhrGlossary extends LitElement {
  static override styles = [hostStyles, textStyles, buttonStyles, focusStyles, styles];

  static override properties: PropertyDeclarations = {
    annotate: {type: Boolean},
    every: {type: Boolean},
    src: {},
    terms: {attribute: false},
    reviewer: {},
    reviewed: {attribute: false},
    ownTermsOnly: {type: Boolean, attribute: 'own-terms-only'},
    terminologyUrl: {attribute: 'terminology-url'},
    terminologyName: {attribute: 'terminology-name'},
    order: {},
    off: {type: Boolean, reflect: true},
    remember: {type: Boolean},
    contact: {},
    source: {attribute: false},
  };

  /** Also explains words in the page's own text inside it. */
  annotate = false;

  /** Marks a term each time it is met rather than once in an entry. */
  every = false;

  /** Address of a JSON file with the host's own terms. */
  src?: string;

  /** The host's own terms; see `docs/glossary.md` for their form. */
  terms: unknown;

  /** Name of the trust: whose terms `src` and `terms` are, and who checks meanings. */
  reviewer?: string;

  /** Terms that somebody named at the trust has checked. */
  reviewed?: readonly TermReview[];

  /**
   * Leaves the bundled terms out.
   *
   * @attr own-terms-only
   */
  ownTermsOnly = false;

  /**
   * The host's proxy to a FHIR terminology server: an `https:` address, or a path on the page's own origin. It is asked about a
   * word only when a person selects it, or looks it up.
   *
   * @attr terminology-url
   */
  terminologyUrl?: string;

  /**
   * What people call that server.
   *
   * @attr terminology-name
   */
  terminologyName?: string;

  /** Which source comes first: `own`, `bundled` and `terminology`, in the order wanted. */
  order?: string;

  /** Whether words are not underlined. The person can change it. */
  off = false;

  /** Lets us keep on this device that the person switched underlining off, or on again; nothing else. */
  remember = false;

  /** How to reach people who can help, without a computer. The provider's unless set here. */
  contact?: string;

  /** Opens a page of somebody else, in place of a new tab. The provider's settings' unless set here. */
  openExternal?: (url: string) => void;

  /** Taken from the nearest `<phr-provider>` unless set here. */
  settings?: Settings;

  /** Whose record it is: questions go with the person. */
  source?: RecordSource;

  readonly #words = new WordsController(this, glossaryWords);
  readonly #provider = new ContextProvider(this, {context: glossaryContext});
  #lexicon?: Lexicon;
  /** Terms on their way, or here; none when they must be asked for again. Another promise when others were set. */
  #terms?: Promise<Gathered>;
  #isWanted = false;
  #desk?: GlossaryDesk;
  #host?: HostMarks;
  /** Whether a widget has a word to select. */
  #isMarked = false;

  /** Questions the person wants to ask, in the order in which they were added. */
  get questions(): readonly QuestionDetail[] {
    return this.#desk?.questions ?? [];
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.remember) this.off = this.#keep() ?? this.off;
    setTimeout(this.#want, longestWait);
    // Back in a page: what watches its text begins again.
    if (this.hasUpdated) this.#provide();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#isWanted = false;
    removeEventListener('online', this.#again);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    // Some frameworks set properties when the element is on the page already.
    if (this.remember && changed.has('remember')) this.off = this.#keep() ?? this.off;
    if ((this.#terms || this.#isWanted) && origins.some((name) => changed.has(name))) {
      this.#terms = undefined;
      this.#again();
    }
    if (changed.size > 0) this.#provide();
  }

  /**
   * Fetches terms when the page has time: after the first word to explain, which comes with the first rows, and not while the
   * page waits for them. Once: who looks up a word has what failed tried again.
   */
  readonly #want = () => {
    if (this.#isWanted || this.off || !this.isConnected) return;
    this.#isWanted = true;
    // Offline: the browser has said which file could not be fetched, and the text is there as it is.
    whenIdle(() => this.#gather().catch(() => undefined));
  };

  readonly #again = () => {
    this.#isWanted = false;
    this.#want();
  };

  /** The terms, as soon as they can be had. Rejects when they cannot be had now. */
  #gather(): Promise<Gathered> {
    if (this.#terms) return this.#terms;
    const take = (gathered: Gathered): Gathered | Promise<Gathered> => {
      // Others were set meanwhile: those are meant.
      if (terms !== this.#terms) return this.#gather();
      const {lexicon, problems, isPart, rest} = gathered;
      if (isPart) this.#lack();
      this.#lexicon = lexicon;
      this.#provide();
      // So that a word which is selected later explains itself at once, and without a network.
      whenIdle(() =>
        Promise.allSettled([panel.load(), this.desk().then((desk) => desk.tellOf(problems))]),
      );
      void rest?.then((all) => terms === this.#terms && take(all));
      return gathered;
    };
    const isWanted = () => terms === this.#terms && this.isConnected;
    const terms = import('./term-store.js')
      .then(({gather}) => gather(this, isWanted))
      .then(take, (error: unknown) => {
        if (terms !== this.#terms) return this.#gather();
        this.#lack();
        throw error;
      });
    return (this.#terms = terms);
  }

  /** Some terms, or what underlines them, could not be had: they are asked for by the next look-up, and when the browser says that it is online again. */
  #lack() {
    this.#terms = undefined;
    // One that has gone is kept by nothing, and asks again when it is back.
    if (this.isConnected) addEventListener('online', this.#again, {once: true});
  }

  /** What is asked once a word is selected or looked up. */
  async desk(): Promise<GlossaryDesk> {
    const {GlossaryDesk} = await import('./glossary-desk.js');
    return (this.#desk ??= new GlossaryDesk(
      this,
      () => this.#lexicon,
      () => this.#gather(),
    ));
  }

  /** Gives widgets a new explainer: they draw again with it. */
  #provide() {
    const {off, every} = this;
    const lexicon = off ? undefined : this.#lexicon;
    this.#isMarked = false;
    const mark = <T>(found: T): T => {
      if (found && !this.#isMarked) {
        this.#isMarked = true;
        this.requestUpdate();
      }
      return found;
    };
    this.#provider.setValue({
      explain: (text, {about, marked}) => {
        this.#want();
        this.#desk?.back();
        const marks = lexicon?.find(text, about);
        return mark(marks?.length) && marks
          ? withMarks(text, every ? marks : firstMarks(marks, marked), about)
          : text;
      },
      meaningsOf: (word, about) => {
        this.#want();
        return mark(lexicon?.meaningsOf(word, about));
      },
      asks: !!this.terminologyUrl,
      desk: () => this.desk(),
      lang: () => this.#words.lang,
      dir: () => getComputedStyle(this).direction as 'ltr' | 'rtl',
    });
    this.requestUpdate();
    if (this.annotate) this.#want();
    if (this.#lexicon && (this.annotate || this.#host))
      this.#watch().catch(() => {
        this.#lack();
      });
  }

  /** The page's own text: what reads it is fetched only where a page asks for it. */
  async #watch() {
    const {HostMarks} = await hostMarks.load();
    // The terms that are there by now.
    if (this.#lexicon) (this.#host ??= new HostMarks(this)).watch(this.#lexicon);
  }

  /**
   * Whether words were switched off before, or on; with `isOff`, keeps that they are or are not. Asked only where the host allows it
   * (`remember`): the one word is all that is stored, and nothing of the record or of what was looked up.
   */
  #keep(isOff?: boolean): boolean | undefined {
    try {
      if (isOff !== undefined) localStorage.setItem(storageKey, isOff ? 'off' : 'on');
      const kept = localStorage.getItem(storageKey);
      return kept ? kept === 'off' : undefined;
    } catch {
      // Storage may be forbidden: the choice lasts as long as the page.
      return undefined;
    }
  }

  /** Underlines words, or does so no longer, as the person chose. */
  toggle(): void {
    this.off = !this.off;
    if (this.remember) this.#keep(this.off);
  }

  protected override render() {
    const {words} = this.#words;
    const isMarked = (this.#isMarked && !this.#desk?.isAway) || this.#host?.isMarked;
    // The lines above have their room from the first: nothing below moves when the terms have come.
    return html`<div class="help" part="help">
        ${this.off ? nothing : html`<p class=${isMarked ? nothing : 'unseen'}>${words.hint}</p>`}
        <button type="button" class="link target" @click=${this.toggle}>
          ${this.off ? words.start : words.stop}
        </button>
      </div>
      <slot></slot>
      ${this.#host?.draw()} ${this.#desk?.draw()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-glossary': PhrGlossary;
  }
}
