import {ContextProvider} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {CapabilityOverrides} from '../../api/capabilities.js';
import type {PhrClient} from '../../api/phr-client.js';
import type {GetToken, TransportOptions} from '../../api/transport.js';
import {personContext} from '../../context/person-context.js';
import {recordContext} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {personWords} from '../../i18n/person.js';
import {WordsController} from '../../i18n/words.js';
import type {Person} from '../../model/person.js';
import {baseStyles} from '../../styles/base.styles.js';
import {createRecordSource} from '../../sync/record-source.js';
import type {SourceStatus} from '../../sync/source-status.js';
import {connect} from './connection.js';
import {
  PhrErrorEvent,
  PhrSessionExpiredEvent,
  PhrStatusEvent,
  type PhrErrorCode,
  type PhrErrorDetail,
} from './provider.events.js';
import {styles} from './provider.styles.js';

type ClosableSource = ReturnType<typeof createRecordSource>;

/** Whichever of these changes, it may be another person's record: everything of the last one goes. */
const identity = [
  'baseUrl',
  'patient',
  'client',
  'resources',
  'credentials',
  'capabilities',
  'owner',
  'types',
  'scopes',
] as const;

/**
 * Connects the widgets inside it to one person's health record.
 *
 * @summary Where the record is, whose it is, and who looks at it.
 *
 * @slot - The widgets, however deep.
 * @fires {PhrErrorEvent} phr-error - The page was set up wrongly, or the record must not be shown.
 * @fires {PhrSessionExpiredEvent} phr-session-expired - The server no longer accepts the log in.
 * @fires {PhrStatusEvent} phr-status - How reading goes, for the page's own code: never content. Does not bubble.
 * @csspart problem - The message shown when the page was set up wrongly.
 */
export class PhrProvider extends LitElement {
  static override styles = [baseStyles, styles];

  /** The FHIR R4 base: an `https:` address, or a path on the page's own origin. */
  @property({attribute: 'base-url'}) baseUrl?: string;

  /** The person's Patient id at that base. */
  @property() patient?: string;

  /** `include` for sessions kept in a cookie; `omit` unless set. */
  @property() credentials?: string;

  /** Asked for an access token for each request. What it gives is never stored. */
  @property({attribute: false}) getToken?: GetToken;

  /** In place of the page's `fetch`. */
  @property({attribute: false}) fetch?: typeof fetch;

  /** Headers to add to each request. */
  @property({attribute: false}) headers?: TransportOptions['headers'];

  /** A whole client in place of a server: for a backend of the host's own. */
  @property({attribute: false}) client?: PhrClient;

  /** A Bundle or an array of resources in place of a server. */
  @property({attribute: false}) resources?: unknown;

  /** What the server offers, where the host knows better than its CapabilityStatement. */
  @property({attribute: false}) capabilities?: CapabilityOverrides;

  /** FHIR types that `resources` cover even where they hold none: only for these is 'none recorded' said. */
  @property({attribute: false}) types?: readonly string[];

  /** SMART scopes that were granted, separated by spaces, where the host knows them. */
  @property() scopes?: string;

  /** How the server wants to be told whose record it is, if not by `patient` and the id. */
  @property({attribute: false}) owner?: {readonly parameter: string; readonly value: string};

  /** `proxy` when somebody looks at another person's record. */
  @property() viewer?: string;

  /** The name of a proxy, shown as 'You are logged in as'. */
  @property({attribute: 'viewer-name'}) viewerName?: string;

  /** Whose 'new since last time' this is: an opaque id, never shown or sent. */
  @property({attribute: 'viewer-id'}) viewerId?: string;

  /** How to reach people without a computer: a whole sentence, which ends every failure text. */
  @property() contact?: string;

  /** How to ask for a correction: a whole sentence. */
  @property() correction?: string;

  /** Lets the widgets keep on this device when the person last looked; nothing else is kept. */
  @property({type: Boolean}) remember = false;

  readonly #words = new WordsController(this, personWords);
  readonly #record = new ContextProvider(this, {context: recordContext});
  readonly #person = new ContextProvider<typeof personContext>(this, {context: personContext});
  readonly #settings = new ContextProvider(this, {
    context: settingsContext,
    initialValue: this.#readSettings(),
  });

  #source?: ClosableSource;
  #coming?: Promise<PhrClient>;
  #problem?: PhrErrorDetail;
  #subject?: string;
  #readingPerson?: AbortController;
  /** What the page has been told about the record that is open. */
  readonly #told = new Set<string>();

  override connectedCallback() {
    super.connectedCallback();
    // Moved within the page, or put back: what was closed when it left is opened again.
    if (this.hasUpdated && !this.#source) this.#open();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const from = changed.get('baseUrl');
    if (from !== undefined && !changed.has('getToken')) {
      // A token meant for one server is never offered to another.
      this.getToken = undefined;
    }
    if (
      identity.some((name) => changed.has(name)) ||
      (changed.get('getToken') === undefined && changed.has('getToken'))
    ) {
      this.#subject = undefined;
      this.#open();
    }
    this.#settings.setValue(this.#readSettings());
  }

  protected override render() {
    return html`${this.#problem ? this.#problemMessage() : nothing}<slot></slot>`;
  }

  #problemMessage() {
    const {words} = this.#words;
    return html`<div class="problem" part="problem" role="alert">
      <p class="title">${words.notSetUp}</p>
      <p>${words.notSetUpNext(this.contact ?? words.defaultContact)}</p>
    </div>`;
  }

  #readSettings(): Settings {
    return {
      viewer: {
        as: this.viewer === 'proxy' ? 'proxy' : 'self',
        ...(this.viewerId && {id: this.viewerId}),
        ...(this.viewerName && {name: this.viewerName}),
      },
      remember: this.remember,
      now: Date.now,
      ...(this.contact && {contact: this.contact}),
      ...(this.correction && {correction: this.correction}),
    };
  }

  /** Lets go of the last person at once: what is shown, what is in memory and what is on its way. */
  #close() {
    this.#readingPerson?.abort();
    this.#readingPerson = undefined;
    this.#coming = undefined;
    this.#source?.close();
    this.#source = undefined;
    this.#told.clear();
    this.#person.setValue(undefined);
    this.#record.setValue(undefined);
  }

  #open() {
    this.#close();
    const connection = connect({
      ...(this.baseUrl !== undefined && {baseUrl: this.baseUrl}),
      ...(this.patient !== undefined && {patient: this.patient}),
      ...(this.client && {client: this.client}),
      ...(this.resources !== undefined && {resources: this.resources}),
      ...(this.types && {types: this.types}),
      ...(this.scopes && {scopes: this.scopes}),
      ...(this.credentials && {credentials: this.credentials}),
      ...(this.capabilities && {capabilities: this.capabilities}),
      ...(this.owner && {owner: this.owner}),
      // Asked of the element each time, so that a page that makes its functions anew does not start a new reading.
      ...(this.getToken && {getToken: (request) => this.getToken?.(request)}),
      ...(this.fetch && {fetch: (...request) => (this.fetch ?? fetch)(...request)}),
      ...(this.headers && {headers: (request) => this.headers?.(request) ?? {}}),
      onSubject: (subject) => this.#subjectSeen(subject),
    });
    this.#setProblem(connection.problem);
    const {client} = connection;
    if (client instanceof Promise) void this.#openLater(client);
    else if (client) this.#read(client);
  }

  /** Opens what must be fetched first, unless the page has turned to something else meanwhile. */
  async #openLater(coming: Promise<PhrClient>) {
    this.#coming = coming;
    try {
      const client = await coming;
      if (this.#coming === coming) this.#read(client);
    } catch {
      // The part of the library that is needed could not be fetched: widgets stay unconnected, and say so.
      if (this.#coming === coming) {
        this.#setProblem({
          code: 'not-loaded',
          message: 'A part of the library could not be loaded',
        });
        this.requestUpdate();
      }
    }
  }

  #read(client: PhrClient) {
    const source = createRecordSource({
      clients: [client],
      onStatus: (status) => {
        if (this.#source === source) this.#statusSeen(status);
      },
    });
    this.#source = source;
    this.#record.setValue(source);
    void this.#readPerson(source);
  }

  async #readPerson(source: ClosableSource) {
    const reading = new AbortController();
    this.#readingPerson = reading;
    let person: Person | undefined;
    try {
      person = (await source.person({signal: reading.signal})).value;
    } catch {
      // The record is still shown; widgets that must name the person say that they cannot.
    }
    if (!reading.signal.aborted && this.#source === source) this.#person.setValue(person);
  }

  /** Somebody else has logged in under the same page: nothing of the last person may stay. */
  #subjectSeen(subject: string) {
    const before = this.#subject;
    this.#subject = subject;
    if (before !== undefined && before !== subject) this.#open();
  }

  #statusSeen(status: SourceStatus) {
    this.dispatchEvent(new PhrStatusEvent(status));
    if (status.type === 'wrongPerson') {
      this.#tellOnce('wrong-person', 'The server sent something about another person');
    } else if (status.type === 'failed' && status.reason === 'unsupportedVersion') {
      this.#tellOnce('unsupported-version', 'The FHIR version of the server is not R4 or R4B');
    } else if (
      status.type === 'failed' &&
      status.reason === 'session' &&
      !this.#told.has('session')
    ) {
      this.#told.add('session');
      this.dispatchEvent(new PhrSessionExpiredEvent());
    }
  }

  #tellOnce(code: PhrErrorCode, message: string) {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.dispatchEvent(new PhrErrorEvent({code, message}));
  }

  #setProblem(problem: PhrErrorDetail | undefined) {
    this.#problem = problem;
    if (problem) this.dispatchEvent(new PhrErrorEvent(problem));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-provider': PhrProvider;
  }
}
