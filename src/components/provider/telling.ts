/** What a provider tells its page, and says in its place when the page was set up wrongly. A lazy chunk. */
import {html, type TemplateResult} from 'lit';
import {checkBaseUrl, checkPatient} from '../../api/address-problems.js';
import {personWords} from '../../i18n/person.js';
import {WordsController} from '../../i18n/words-controller.js';
import type {SourceStatus} from '../../sync/source-status.js';
import {styles} from './problem.styles.js';
import {
  PhrErrorEvent,
  PhrSessionExpiredEvent,
  PhrStatusEvent,
  type PhrErrorCode,
} from './provider.events.js';
import type {PhrProvider} from './provider.js';

/** What the page is told, once, when a record cannot be shown: by why reading failed, or what was seen. */
const codes: ReadonlyMap<string, PhrErrorCode> = new Map([
  ['wrongPerson', 'wrong-person'],
  ['unsupportedVersion', 'unsupported-version'],
]);

/**
 * Speaks for a provider.
 *
 * Owns: what the page has been told about the record that is open. Does not own: what is wrong.
 */
export class Telling {
  readonly #host: PhrProvider;
  #language?: WordsController<typeof personWords.english>;
  readonly #told = new Set<string>();

  constructor(host: PhrProvider) {
    this.#host = host;
  }

  /** Another record: what was told of the last one says nothing of it. */
  forget() {
    this.#told.clear();
  }

  /** Tells how reading goes; that nothing may be shown, or the log in has ended, once. */
  status(status: SourceStatus) {
    this.#host.dispatchEvent(new PhrStatusEvent(status));
    const about = status.type === 'failed' ? status.reason : status.type;
    // A log in that ends after this is another.
    if (about === 'read') this.#told.delete('session');
    if (this.#told.has(about)) return;
    this.#told.add(about);
    const code = codes.get(about);
    if (code) this.problem(code);
    if (about === 'session') this.#host.dispatchEvent(new PhrSessionExpiredEvent());
  }

  /** Tells what is wrong with the page, or with a record. */
  problem(code: PhrErrorCode) {
    this.#host.dispatchEvent(new PhrErrorEvent({code, message: messageOf(code, this.#host)}));
  }

  /** The message in place of the widgets, in plain words; it ends with how to reach people. */
  draw(): TemplateResult {
    if (!this.#language) {
      this.#language = new WordsController(this.#host, personWords);
      const {renderRoot: root} = this.#host;
      const {styleSheet} = styles;
      if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
    }
    const {words} = this.#language;
    return html`<div class="problem" part="problem" role="alert">
      <p class="title">${words.notSetUp}</p>
      <p>${words.notSetUpNext(this.#host.contact ?? words.defaultContact)}</p>
    </div>`;
  }
}

const whyRefused = (name: string, checked: object) =>
  `${name} was refused${'problem' in checked ? `: ${String(checked.problem)}` : ''}`;

/** What is wrong with a page or a record, for a developer, in English. */
function messageOf(
  code: PhrErrorCode,
  {baseUrl, patient}: {readonly baseUrl?: string; readonly patient?: string},
): string {
  switch (code) {
    case 'bad-base-url':
      return whyRefused('base-url', checkBaseUrl(baseUrl));
    case 'bad-patient':
      return whyRefused('patient', checkPatient(patient));
    case 'wrong-person':
      return 'The server sent something about another person';
    case 'unsupported-version':
      return 'The FHIR version of the server is not R4 or R4B';
    default:
      return 'A part of the library could not be loaded';
  }
}
