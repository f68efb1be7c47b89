/** What a glossary does for a person who selected a word or looks one up: fetched when the page has time. */
import {ContextConsumer} from '@lit/context';
import type {ReactiveController} from 'lit';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext} from '../../context/settings-context.js';
import type {TermAction, TermDesk} from '../../context/glossary-context.js';
import type {Lexicon} from '../../glossary/lexicon.js';
import {lookUp} from '../../glossary/look-up.js';
import {glossaryPanelWords} from '../../i18n/glossary-panel.js';
import {wordsIn, langOf} from '../../i18n/words.js';
import type {About, FoundTerm, Meaning} from '../../model/glossary.js';
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

/**
 * One glossary's desk.
 *
 * Owns: the questions a person keeps, and the terminology server. Does not own: which terms there are.
 */
export class GlossaryDesk implements TermDesk, ReactiveController {
  readonly #host: PhrGlossary;
  readonly #lexicon: () => Lexicon | undefined;
  readonly #terms: () => Promise<Gathered>;
  #kept: readonly QuestionDetail[] = [];
  #source: RecordSource | undefined;
  #server?: {readonly address: string; readonly source: Promise<TerminologySource | undefined>};

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
  }

  /** Questions go with the person whose record it is. */
  hostUpdate() {
    const {source} = this.#host;
    if (this.#source !== undefined && source !== this.#source) this.#kept = [];
    this.#source = source;
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

  get asksFirst(): boolean {
    return /terminology.*(?:bundled|own)/.test(this.#host.order ?? '');
  }

  async lookUp(words: string, limit = 20): Promise<readonly FoundTerm[]> {
    const {lexicon, isPart} = await this.#terms();
    const known = lookUp(lexicon, words, limit);
    const server = await this.#asking();
    const others = (await server?.find(words, known, lexicon)) ?? [];
    const all = this.asksFirst ? [...others, ...known] : [...known, ...others];
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
    const terms = await this.#terms().catch(() => undefined);
    const server = await this.#asking();
    return (terms && (await server?.ask(codes, known, word, terms.lexicon))) ?? [];
  }

  /** The server at the host's address, and a word to the page when that is no address to ask. */
  #asking(): Promise<TerminologySource | undefined> {
    const {terminologyUrl: address, terminologyName: name} = this.#host;
    if (!address) return Promise.resolve(undefined);
    if (this.#server?.address !== address) {
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
      this.#server = {address, source};
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

  act(action: TermAction, term: string, meanings: readonly Meaning[], about: About): boolean {
    if (action === 'report') {
      const event = new TermReportEvent({
        term,
        meanings: meanings.map((meaning) => meaning.term.id),
        sources: [...new Set(meanings.map(({from}) => from))],
      });
      return !this.#host.dispatchEvent(event);
    }
    const question = {term, ...(about.reference && {reference: about.reference})};
    if (this.#host.dispatchEvent(new QuestionEvent(question))) {
      const isKnown = this.#kept.some(
        (one) => one.term === term && one.reference === question.reference,
      );
      if (!isKnown) this.#keep([...this.#kept, question]);
    }
    return true;
  }

  stop(focus: boolean): void {
    this.#host.toggle();
    if (!focus) return;
    const host = this.#host;
    void host.updateComplete.then(() => {
      host.shadowRoot?.querySelector<HTMLElement>('.help button')?.focus();
    });
  }

  #keep(questions: readonly QuestionDetail[]) {
    this.#kept = questions;
    this.#host.requestUpdate();
  }

  /** The list of questions, when there is anything in it. */
  draw() {
    const words = wordsIn(glossaryPanelWords, langOf(this.#host));
    return questionList(this.#kept, words, (question) => {
      this.#keep(this.#kept.filter((one) => one !== question));
    });
  }
}
