import {ContextProvider} from '@lit/context';
import {LitElement, html, type PropertyValues} from 'lit';
import type {CapabilityOverrides} from '../../api/capabilities.js';
import type {PhrClient} from '../../api/phr-client.js';
import type {GetToken, TransportOptions} from '../../api/transport.js';
import {personContext} from '../../context/person-context.js';
import {recordContext} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {laterPart} from '../../model/later-part.js';
import type {Person} from '../../model/person.js';
import {baseStyles} from '../../styles/base.styles.js';
import {createRecordSource} from '../../sync/record-source.js';
import {connect} from './connection.js';
import type {PhrErrorCode} from './provider.events.js';
import type * as telling from './telling.js';

const property = {attribute: false};

/** Whichever of these changes, it may be another person's record: everything of the last one goes. */
const identity = {
  baseUrl: {attribute: 'base-url'},
  patient: {},
  client: property,
  resources: property,
  credentials: {},
  capabilities: property,
  owner: property,
  types: property,
  scopes: {},
};

const part = laterPart<typeof telling>(() => import('./telling.js'));

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
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-surface=#fff] - Behind what is read: rows, panels, fields and second buttons.
 * @cssproperty [--phr-color-border=#d8dde0] - Lines between rows.
 * @cssproperty [--phr-color-border-strong=#4c6272] - Edges of fields, panels and second buttons.
 */
export class PhrProvider extends LitElement {
  static override styles = baseStyles;

  // One table in place of eighteen decorators: it is a part of every page's first bytes.
  static override properties = {
    ...identity,
    getToken: property,
    fetch: property,
    headers: property,
    openExternal: property,
    viewer: {},
    viewerName: {attribute: 'viewer-name'},
    viewerId: {attribute: 'viewer-id'},
    contact: {},
    sourceName: {attribute: 'source-name'},
    correction: {},
    remember: {type: Boolean},
  };

  /**
   * The FHIR R4 base: an `https:` address, or a path on the page's own origin.
   *
   * @attr base-url
   */
  baseUrl?: string;

  /**
   * The person's Patient id at that base.
   *
   * @attr patient
   */
  patient?: string;

  /**
   * `include` for sessions kept in a cookie; `omit` unless set.
   *
   * @attr credentials
   */
  credentials?: string;

  /** Asked for an access token for each request. What it gives is never stored. */
  getToken?: GetToken;

  /** In place of the page's `fetch`. */
  fetch?: typeof fetch;

  /** Headers to add to each request. */
  headers?: TransportOptions['headers'];

  /** A whole client in place of a server: for a backend of the host's own. */
  client?: PhrClient;

  /** A Bundle or an array of resources in place of a server. */
  resources?: unknown;

  /** What the server offers, where the host knows better than its CapabilityStatement. */
  capabilities?: CapabilityOverrides;

  /** FHIR types that `resources` cover even where they hold none: only for these is 'none recorded' said. */
  types?: readonly string[];

  /**
   * SMART scopes that were granted, separated by spaces, where the host knows them. Those that come with a token take their place.
   *
   * @attr scopes
   */
  scopes?: string;

  /** How the server wants to be told whose record it is, if not by `patient` and the id. */
  owner?: {readonly parameter: string; readonly value: string};

  /** `proxy` when somebody looks at another person's record. */
  viewer?: string;

  /** The name of a proxy, shown as 'You are logged in as'. */
  viewerName?: string;

  /** Whose 'new since last time' this is: an opaque id, never shown or sent. */
  viewerId?: string;

  /**
   * Whose records the server holds, as people call them: 'Northmoor Hospitals'. Where nothing is recorded, it is said to be so there;
   * without it, the places are named that recorded the entries that were read.
   *
   * @attr source-name
   */
  sourceName?: string;

  /** How to reach people without a computer: a whole sentence, which ends every failure text. */
  contact?: string;

  /** How to ask for a correction: a whole sentence. */
  correction?: string;

  /** Lets the widgets keep on this device when the person last looked; nothing else is kept. */
  remember = false;

  /**
   * Opens a page of somebody else, for every widget inside: where an app around the page is to do it, and not the browser in a new
   * tab. Takes its address.
   */
  openExternal?: (url: string) => void;

  readonly #record = new ContextProvider(this, {context: recordContext});
  readonly #person = new ContextProvider<typeof personContext>(this, {context: personContext});
  readonly #settings = new ContextProvider(this, {
    context: settingsContext,
    initialValue: this.#readSettings(),
  });

  #source?: ReturnType<typeof createRecordSource>;
  #coming?: unknown;
  #subject?: string;
  /** True when the page was set up wrongly. */
  #isWrong = false;
  #telling?: telling.Telling;

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
    const hasNewToken = changed.has('getToken');
    // A token meant for one server is never offered to another.
    if (changed.get('baseUrl') !== undefined && !hasNewToken) this.getToken = undefined;
    if (
      Object.keys(identity).some((name) => (changed as Map<string, unknown>).has(name)) ||
      (hasNewToken && changed.get('getToken') === undefined)
    ) {
      this.#subject = undefined;
      this.#open();
    }
    this.#settings.setValue(this.#readSettings());
  }

  protected override render() {
    return html`${this.#isWrong ? this.#telling?.draw() : undefined}<slot></slot>`;
  }

  #readSettings(): Settings {
    const {viewer, viewerId, viewerName, remember, contact, correction, sourceName, openExternal} =
      this;
    return {
      viewer: {
        as: viewer === 'proxy' ? 'proxy' : 'self',
        ...(viewerId && {id: viewerId}),
        ...(viewerName && {name: viewerName}),
      },
      remember,
      now: Date.now,
      contact: contact || undefined,
      correction: correction || undefined,
      sourceName: sourceName || undefined,
      openExternal,
    };
  }

  /** Lets go of the last person at once: what is shown, what is in memory and what is on its way. */
  #close() {
    this.#source?.close();
    this.#source = this.#coming = undefined;
    this.#telling?.forget();
    this.#person.setValue(undefined);
    this.#record.setValue(undefined);
  }

  #open() {
    this.#close();
    const client = connect(this, (subject) => this.#subjectSeen(subject));
    this.#coming = client;
    this.#isWrong = false;
    if (typeof client === 'string') this.#fail(client);
    else if (client instanceof Promise) void this.#openLater(client);
    else if (client) this.#read(client);
  }

  /** Opens what must be fetched first, unless the page has turned to something else meanwhile. */
  async #openLater(coming: Promise<PhrClient>) {
    const client = await coming.catch(() => undefined);
    if (this.#coming !== coming) return;
    // The part of the library that is needed could not be fetched: widgets stay unconnected, and say so.
    if (client) this.#read(client);
    else this.#fail('not-loaded');
  }

  #read(client: PhrClient) {
    let person: Person | undefined;
    /** Why nobody may be named: another person was seen, which is for good, or the log in has ended. */
    let barred: unknown;
    const name = () => {
      if (this.#source === source) this.#person.setValue(barred ? undefined : person);
    };
    const source = createRecordSource({
      clients: [client],
      onStatus: (status) => {
        if (this.#source !== source) return;
        const {type} = status;
        // That all is well is told only where it was not.
        if (type === 'read' && barred !== 'failed') return;
        this.#tell((page) => page.status(status));
        if (type === 'read') barred = undefined;
        else if (type === 'stopped') barred = type;
        else if (type === 'failed' && status.reason === 'session') barred ??= type;
        name();
      },
    });
    this.#source = source;
    // It comes while the first requests are on their way: what it tells may be that there is no connection.
    void part.load();
    this.#record.setValue(source);
    source.person({signal: new AbortController().signal}).then(
      ({value}) => {
        person = value;
        name();
      },
      () => {
        // The record is still shown; widgets that must name the person say that they cannot.
      },
    );
  }

  /** Somebody else has logged in under the same page: nothing of the last person may stay. */
  #subjectSeen(subject: string) {
    const before = this.#subject;
    this.#subject = subject;
    if (before !== undefined && before !== subject) this.#open();
  }

  #fail(code: PhrErrorCode) {
    this.#isWrong = true;
    this.#tell((page) => {
      page.problem(code);
      this.requestUpdate();
    });
  }

  /** Tells the page something of the record that is open now. What tells it is tried again with the next where it cannot be had. */
  #tell(say: (page: telling.Telling) => void) {
    const source = this.#source;
    void part.load().then((module) => {
      // Unless the page has turned to something else meanwhile.
      if (module && this.#source === source) say((this.#telling ??= new module.Telling(this)));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-provider': PhrProvider;
  }
}
