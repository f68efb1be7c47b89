/** The panel of a word: fetched when the page has time, or when the first word is selected. */
import {html, nothing, type ReactiveController} from 'lit';
import type {Explainer, TermAction, TermDesk} from '../../context/glossary-context.js';
import {dateWords} from '../../i18n/dates.js';
import {glossaryPanelWords} from '../../i18n/glossary-panel.js';
import {WordsController} from '../../i18n/words-controller.js';
import {wordsIn} from '../../i18n/words.js';
import type {Meaning} from '../../model/glossary.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {watchOutside} from './outside-press.js';
import {panelContent} from './panel-content.js';
import {fit, place, point} from './placing.js';
import {panelStyles} from './term-panel.styles.js';
import type {PhrTerm} from './term.js';

/** The one panel that is open. */
let opened: PhrTerm | undefined;

/** What was asked of the host's terminology server for one opening. */
interface Asked {
  readonly isWaiting: boolean;
  readonly answers: readonly Meaning[];
}

const notAsked: Asked = {isWaiting: false, answers: []};

/**
 * Draws the panel of one word, places it, and closes it.
 *
 * Owns: where it stands, what was said in it and what was asked for it. Does not own: whether it is open.
 */
export class TermPanel implements ReactiveController {
  readonly #host: PhrTerm;
  readonly #words: WordsController<unknown>;
  #explainer: Explainer | undefined;
  #desk: TermDesk | undefined;
  #asked = notAsked;
  #said: string | undefined;
  #shown = '';
  #wasOpen = false;
  #isPlaced = false;
  /** Ends what is listened to while it is open. */
  #closing: AbortController | undefined;

  /** `desk`: what the explainer around the word has given already. */
  constructor(host: PhrTerm, desk?: TermDesk) {
    this.#host = host;
    this.#explainer = host.explainer;
    this.#desk = desk;
    const {styleSheet: buttons} = buttonStyles;
    const {styleSheet: own} = panelStyles;
    const {shadowRoot} = host;
    // Ours for buttons come first: the word itself keeps its own look.
    if (shadowRoot && buttons && own)
      shadowRoot.adoptedStyleSheets = [buttons, ...shadowRoot.adoptedStyleSheets, own];
    this.#words = new WordsController(host, glossaryPanelWords);
    host.addController(this);
    // Taken from the page in the meantime: it does not open when it comes back.
    if (!host.isConnected) host.open = false;
  }

  hostDisconnected() {
    this.#host.open = false;
    this.#close();
  }

  hostUpdate() {
    const host = this.#host;
    const shown = [host.word, ...host.found.meanings.map(({term}) => term.id)].join('\n');
    // What is open explains this word and no other.
    if (host.open && this.#wasOpen && shown !== this.#shown) host.hide();
    this.#shown = shown;
    if (host.explainer !== this.#explainer) this.#change();
    if (host.open && !this.#wasOpen) {
      this.#said = undefined;
      void this.#ask();
    }
    if (!host.open) {
      this.#asked = notAsked;
      // What has focus goes with the panel: the word takes it.
      if (host.shadowRoot?.activeElement?.closest('.panel')) host.focus();
    }
  }

  hostUpdated() {
    const host = this.#host;
    if (host.open !== this.#wasOpen) {
      this.#wasOpen = host.open;
      if (!host.open) this.#close();
      else {
        if (opened && opened !== host) opened.open = false;
        opened = host;
        this.#listen();
      }
    }
    const panel = this.#element;
    const isNew = !this.#isPlaced;
    this.#fit();
    if (isNew) panel?.querySelector('button')?.focus();
  }

  /** The words of another explainer, as they come. */
  #change() {
    const explainer = (this.#explainer = this.#host.explainer);
    this.#desk = undefined;
    explainer?.desk().then(
      (desk) => {
        if (this.#explainer !== explainer) return;
        this.#desk = desk;
        this.#host.requestUpdate();
      },
      // Without it nobody takes what is chosen in the panel, which then says whom to ask.
      () => undefined,
    );
  }

  #close() {
    this.#wasOpen = this.#isPlaced = false;
    this.#asked = notAsked;
    this.#closing?.abort();
    if (opened === this.#host) opened = undefined;
  }

  /** Asks for more only now: which words a person reads is theirs, and a whole record is never asked about. */
  async #ask() {
    const {found, about, explainer, word} = this.#host;
    const desk = this.#desk;
    if (!desk || !explainer?.asks || about.isPrivate) return;
    const asked: Asked = {isWaiting: true, answers: []};
    this.#asked = asked;
    const codes = this.#host.coded
      ? (about.codes ?? [])
      : found.meanings.flatMap(({term}) => term.snomed?.[0] ?? []);
    const answers = await desk.ask(codes, found.meanings, word);
    if (this.#asked !== asked) return;
    this.#asked = {isWaiting: false, answers};
    this.#host.requestUpdate();
  }

  #listen() {
    const {signal} = (this.#closing = new AbortController());
    watchOutside(this.#host, signal, this.#leave);
    document.addEventListener('keydown', this.#escape, {capture: true, signal});
    window.addEventListener('resize', this.#fit, {signal});
  }

  /** Pressing elsewhere takes the focus away, to what is pressed, or to nothing or what is around the word. */
  readonly #leave = () => {
    const host = this.#host;
    const {activeElement, body} = document;
    if (activeElement === body || focusableAround(host)?.matches(':focus')) host.focus();
    host.hide();
  };

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#hide();
  };

  get #element() {
    return this.#host.renderRoot.querySelector<HTMLElement>('.panel');
  }

  /** Wherever the panel stands by now, it stands clear of its word and points at it. */
  readonly #fit = () => {
    const panel = this.#element;
    const word = this.#host.renderRoot.querySelector('.word');
    if (!panel || !word) return;
    if (!this.#isPlaced) {
      place(panel, word);
      requestAnimationFrame(this.#fit);
    }
    this.#isPlaced = true;
    fit(panel, word);
    point(panel, word);
  };

  /** Tab past the last thing in the panel closes it, and goes on in the text. */
  readonly #left = ({relatedTarget: to}: FocusEvent) => {
    if (to && !this.#host.renderRoot.contains(to as Node)) this.#host.open = false;
  };

  /** Pressing, in the panel too, may have taken the focus away: the word has it again. */
  readonly #hide = () => {
    this.#host.focus();
    this.#host.hide();
  };

  readonly #act = (action: TermAction) => {
    const host = this.#host;
    const words = wordsIn(glossaryPanelWords, this.#lang);
    const contact = this.#desk?.contact ?? words.defaultContact;
    const {meanings} = host.found;
    const all = [...meanings, ...this.#asked.answers];
    // The name of an entry is text of the record: a report tells what was explained, and not where.
    const [first] = all;
    const term =
      action === 'report' && host.coded ? (first?.term.full ?? first?.term.term ?? '') : host.word;
    const taken = this.#desk?.act(action, term, all, host.about);
    if (taken === 'list') this.#said = words.questionListed;
    else if (action === 'question') this.#said = taken ? words.questionAdded : contact;
    else this.#said = taken ? words.reported : words.notReported(contact);
    host.requestUpdate();
  };

  /** The word goes with its underline: the focus must have somewhere to be. */
  readonly #stop = () => {
    const around = focusableAround(this.#host);
    this.#host.open = false;
    this.#desk?.stop(around === undefined);
    around?.focus({preventScroll: true});
  };

  readonly #follow = (event: Event) => {
    const link = event.currentTarget;
    const {openExternal} = this.#desk ?? {};
    if (!openExternal || !(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    openExternal(link.href);
  };

  /** Language of our words: the page's, for the text around the word may be marked as English. */
  get #lang(): string {
    return this.#host.explainer?.lang() ?? this.#words.lang;
  }

  /** The panel; nothing while what is to be read in it has not come. */
  draw() {
    const host = this.#host;
    const {found, explainer, word} = host;
    const {isWaiting, answers} = this.#asked;
    const desk = this.#desk;
    const isFirst = desk?.asksFirst(found.meanings) ?? false;
    // What is only a name here may have a meaning there.
    const isNamed = found.meanings.every(({term}) => term.means === '');
    if (isWaiting && (isNamed || isFirst)) return undefined;
    const lang = this.#lang;
    const words = wordsIn(glossaryPanelWords, lang);
    // Where nothing is known here, what the server says is the meaning; where it gave the name, it may say more of it.
    const isAlone = found.meanings.length === 0;
    const meanings = isAlone
      ? answers
      : found.meanings.map((one) => answers.find((other) => isMoreOf(other, one)) ?? one);
    return html`<div
      id="panel"
      class="panel"
      part="panel"
      role="dialog"
      aria-labelledby="name"
      aria-describedby="meaning note"
      lang=${lang}
      dir=${explainer?.dir() ?? nothing}
      @focusout=${this.#left}
    >
      <div class="head">
        <p id="name" class="name"><bdi lang=${this.#words.lang}>${word}</bdi></p>
        <button type="button" class="link target" @click=${this.#hide}>${words.close}</button>
      </div>
      ${panelContent({
        word,
        meanings,
        ambiguous: found.ambiguous,
        others: answers.filter((one) => !meanings.includes(one)),
        othersFirst: isFirst,
        lang,
        words,
        dates: wordsIn(dateWords, lang),
        contact: desk?.contact,
        reviewer: desk?.reviewer,
        opensTab: !desk?.openExternal,
        said: this.#said,
        onFollow: this.#follow,
        onAct: this.#act,
        ...(desk && !desk.isOff && {onStop: this.#stop}),
      })}
    </div>`;
  }
}

/** Whether two meanings are what one server says of one code. */
const isMoreOf = (other: Meaning, one: Meaning) =>
  other.from === one.from && other.term.id === one.term.id;

/** What holds the word and can have focus: an opened entry, for one. */
function focusableAround(word: Element): HTMLElement | undefined {
  for (let at: Element | null = word; at;) {
    const root: Node = at.getRootNode();
    const found: HTMLElement | null = at.closest<HTMLElement>('[tabindex]');
    if (found) return found;
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
