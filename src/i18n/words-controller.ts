import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {announce, langOf, wordWatchers, wordsIn, type WordSlice} from './words.js';

let observer: MutationObserver | undefined;

/** Gives an element its words, and draws it again when the page changes language. */
export class WordsController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #slice: WordSlice<T>;
  readonly #changed = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost & Element, slice: WordSlice<T>) {
    this.#host = host;
    this.#slice = slice;
    host.addController(this);
  }

  hostConnected() {
    wordWatchers.add(this.#changed);
    if (!observer) {
      observer = new MutationObserver(announce);
      observer.observe(document, {
        subtree: true,
        attributes: true,
        attributeFilter: ['lang', 'dir'],
      });
    }
  }

  hostDisconnected() {
    wordWatchers.delete(this.#changed);
  }

  /** Language subtag, for example `en` or `cy`. */
  get lang(): string {
    return langOf(this.#host);
  }

  /** This part's words in the language of the page. */
  get words(): T {
    return wordsIn(this.#slice, this.lang);
  }
}
