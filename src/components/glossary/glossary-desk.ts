/** What a glossary does for a person who selected a word or looks one up: fetched when the page has time. */
import {ContextConsumer} from '@lit/context';
import {html, nothing, type ReactiveController} from 'lit';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext} from '../../context/settings-context.js';
import {bundledName, type TermAction, type TermDesk} from '../../context/glossary-context.js';
import type {Lexicon} from '../../glossary/lexicon.js';
import {lookUp} from '../../glossary/look-up.js';
import {orderOf} from '../../glossary/source-order.js';
import {glossaryPanelWords} from '../../i18n/glossary-panel.js';
import {wordsIn, langOf} from '../../i18n/words.js';
import type {About, FoundTerm, Meaning} from '../../model/glossary.js';
import {RecordEnd} from '../../internal/record-end.js';
import {externalOpener} from '../../platform/external-link.js';
import {
  QuestionEvent,
  TermReportEvent,
  TermsProblemEvent,
  type QuestionDetail,
  type TermsProblemDetail,
} from './glossary.events.js';
import type {PhrGlossary} from './glossary.js';
import {questionList, questionStyles} from './questions.js';
import {codedMeanings} from '../../glossary/coded.js';
import type {Gathered} from './term-store.js';
import type {TerminologySource} from './terminology-source.js';

/** The terms with the host's file, when that has come or will not. */
const wholeOf = async (gathered: Gathered): Promise<Gathered> => (await gathered.rest) ?? gathered;

/**
 * One glossary's desk.
 *
 * Owns: the questions a person keeps, and the terminology server. Does not own: which terms there are.
 */
export class GlossaryDesk implements TermDesk, ReactiveController {
  /** True once the log in has ended: the questions wait, unseen, until the record is shown again. */
  isAway = false;
  readonly #host: PhrGlossary;
  readonly #lexicon: () => Lexicon | undefined;
  readonly #terms: () => Promise<Gathered>;
  #kept: readonly QuestionDetail[] = [];
  /** The word of the question that was removed last. */
  #removed: string | undefined;
  #source: RecordSource | undefined;
  #server?: {readonly asks: string; readonly source: Promise<TerminologySource | undefined>};

  /** `lexicon`: the terms there are at the moment; `terms`: those that are to be there, fetched now if they are not. */
  constructor(
    host: PhrGlossary,
    lexicon: () => Lexicon | undefined,
    terms: () => Promise<Gathered>,
  ) {
    this.#host = host;
    this.#lexicon = lexicon;
    this.#terms = terms;
    const {styleSheet} = questionStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    new ContextConsumer(host, {
      context: settingsContext,
      callback: (value) => (host.settings = value),
      subscribe: true,
    });
    new ContextConsumer(host, {
      context: recordContext,
      callback: (value) => (host.source = value),
      subscribe: true,
    });
    this.#source = host.source;
    host.addController(this);
    new RecordEnd(host, (why) => {
      this.isAway = true;
      if (why === 'wrongPerson') this.#forget();
      host.requestUpdate();
    });
  }

  /** Questions go with the person whose record it is. */
  hostUpdate() {
    const {source} = this.#host;
    if (this.#source !== undefined && source !== this.#source) this.#forget();
    this.#source = source;
  }

  #forget() {
    this.#kept = [];
    this.#removed = undefined;
    // What one person asked is not remembered for the next.
    this.#server = undefined;
  }

  /** Text of the record is shown, so that its questions may be too. */
  back(): void {
    if (!this.isAway) return;
    this.isAway = false;
    this.#host.requestUpdate();
  }

  /** Questions the person wants to ask. */
  get questions(): readonly QuestionDetail[] {
    return this.#kept;
  }

  get contact(): string | undefined {
    return this.#host.contact ?? this.#host.settings?.contact;
  }

  get reviewer(): string | undefined {
    return this.#host.reviewer || undefined;
  }

  get openExternal(): ((url: string) => void) | undefined {
    return externalOpener(this.#host.openExternal ?? this.#host.settings?.openExternal);
  }

  asksFirst(known: readonly Meaning[]): boolean {
    const {order} = orderOf(this.#host.order);
    const placeOf = ({from}: Meaning) => order.indexOf(from === bundledName ? 'bundled' : 'own');
    const place = order.indexOf('terminology');
    return known.every((meaning) => place < placeOf(meaning));
  }

  async lookUp(words: string, limit = 20): Promise<readonly FoundTerm[]> {
    let gathered = await this.#terms();
    let known = lookUp(gathered.lexicon, words, limit);
    // What is not here may be in the host's file; and what is too hard to ask about must be known before a server is asked.
    if (known.length === 0 || this.#host.terminologyUrl) {
      gathered = await wholeOf(gathered);
      known = lookUp(gathered.lexicon, words, limit);
    }
    const {lexicon, isPart} = gathered;
    const server = isPart ? undefined : await this.#asking();
    const others = (await server?.find(words, known, lexicon)) ?? [];
    const isLater = ({meanings}: FoundTerm) => others.length > 0 && this.asksFirst(meanings);
    const all = [
      ...known.filter((term) => !isLater(term)),
      ...others,
      ...known.filter((term) => isLater(term)),
    ];
    // The terms that have come are drawn first: who waits for this answer is not made to ask again by them, and so on for ever.
    if (isPart)
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    // It may be among those that could not be fetched: 'not found' would not be true.
    if (isPart && all.length === 0) throw new Error('not all terms are here');
    return all.slice(0, limit);
  }

  coded(codes: readonly string[], name: string): readonly Meaning[] | undefined {
    const lexicon = this.#lexicon();
    return lexicon && !this.#host.off ? codedMeanings(lexicon, codes, name) : undefined;
  }

  async ask(
    codes: readonly string[],
    known: readonly Meaning[],
    word: string,
  ): Promise<readonly Meaning[]> {
    // Which words are too hard to meet alone must be known before anything is asked.
    const terms = await this.#terms().then(wholeOf, () => undefined);
    if (!terms || terms.isPart) return [];
    const server = await this.#asking();
    return (await server?.ask(codes, known, word, terms.lexicon)) ?? [];
  }

  /** The server at the host's address, and a word to the page when that is no address to ask. */
  #asking(): Promise<TerminologySource | undefined> {
    const {terminologyUrl: address, terminologyName: name} = this.#host;
    if (!address) return Promise.resolve(undefined);
    // Under another name it is another source.
    const asks = `${address}\n${name ?? ''}`;
    if (this.#server?.asks !== asks) {
      const source = import('./terminology-source.js').then(
        ({TerminologySource, checkAddress}) => {
          const base = checkAddress(address);
          if (base) return new TerminologySource(base, name);
          this.tell('bad-address', 'terminology-url was refused: neither https nor our own');
          return undefined;
        },
        () => {
          // Offline: the next word asks again.
          this.#server = undefined;
          return undefined;
        },
      );
      this.#server = {asks, source};
    }
    return this.#server.source;
  }

  /** Says to the page which of its terms are not in use. */
  tellOf(problems: readonly string[]): void {
    if (problems.length > 0) this.tell('bad-terms', problems.join('; '));
  }

  /** Says to the page what a developer should know. */
  tell(code: TermsProblemDetail['code'], message: string): void {
    this.#host.dispatchEvent(new TermsProblemEvent({code, message}));
  }

  act(
    action: TermAction,
    term: string,
    meanings: readonly Meaning[],
    about: About,
  ): boolean | 'list' {
    if (action === 'report') {
      const event = new TermReportEvent({
        term,
        meanings: [...new Set(meanings.map((meaning) => meaning.term.id))],
        sources: [...new Set(meanings.map(({from}) => from))],
      });
      return !this.#host.dispatchEvent(event);
    }
    this.#removed = undefined;
    const question = {term, ...(about.reference && {reference: about.reference})};
    if (this.#host.dispatchEvent(new QuestionEvent(question))) {
      if (this.#isOutside) return false;
      // One word is one question, in however many entries it stands.
      if (!this.#kept.some((one) => one.term === term)) this.#keep([...this.#kept, question]);
      return 'list';
    }
    return true;
  }

  get isOff(): boolean {
    return this.#host.off;
  }

  stop(focus: boolean): void {
    if (!this.#host.off) this.#host.toggle();
    if (!focus) return;
    const host = this.#host;
    void host.updateComplete.then(() => {
      host.shadowRoot?.querySelector<HTMLElement>('.help button')?.focus();
    });
  }

  /** True around a provider: who the person is, and when it is another one, is told only inside it. */
  get #isOutside(): boolean {
    const host = this.#host;
    const isOutside = host.source === undefined && host.querySelector('phr-provider') !== null;
    if (isOutside)
      this.tell('outside-provider', 'No question was kept: put phr-glossary inside phr-provider');
    return isOutside;
  }

  #keep(questions: readonly QuestionDetail[]) {
    this.#kept = questions;
    this.#host.requestUpdate();
  }

  /** Takes a question from the list. What had focus goes with it: the next one takes it, or what stays when there is none. */
  async #remove(question: QuestionDetail, place: number) {
    const host = this.#host;
    this.#removed = question.term;
    this.#keep(this.#kept.filter((one) => one !== question));
    await host.updateComplete;
    const left = [...host.renderRoot.querySelectorAll<HTMLElement>('.questions li button')];
    const next = left[place] ?? left.at(-1) ?? host.renderRoot.querySelector('button');
    next?.focus();
  }

  /** The list of questions, when there is anything in it, and what became of it. */
  draw() {
    if (this.isAway) return nothing;
    const words = wordsIn(glossaryPanelWords, langOf(this.#host));
    const list = questionList(this.#kept, words, (question, place) => {
      void this.#remove(question, place);
    });
    return html`<p role="status" class="visually-hidden">
        ${this.#removed === undefined ? nothing : words.removed(this.#removed)}
      </p>
      ${list}`;
  }
}
