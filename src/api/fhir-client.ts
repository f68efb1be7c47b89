/** Reads a person's record from a FHIR R4 server. */
import {checkBaseUrl, checkPatient, isId, isType} from './address.js';
import type {CapabilityOverrides, KnownCapabilities} from './capabilities.js';
import {get, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import {PhrError, errorKind} from './errors.js';
import type {Answer, PhrClient, RequestOptions} from './phr-client.js';
import {shared, systemClock, within} from './retry.js';
import {startSearch} from './search.js';
import type {SearchContext} from './search.js';
import {createTransport, isReadableVersion} from './transport.js';
import type {TransportOptions} from './transport.js';

/** Where a record is, whose it is, and how to reach it. */
export interface FhirClientOptions extends TransportOptions {
  /** The FHIR base: `https://…`, or a path of the page's own origin. */
  readonly baseUrl: string;
  /** The person's Patient id at that base. */
  readonly patient: string;
  /**
   * How this server wants to be told whose record it is, for example `{parameter:
   * 'patient:identifier', value: 'https://fhir.nhs.uk/Id/nhs-number|9990000018'}`. Unless set:
   * `patient` and the id.
   */
  readonly owner?: {readonly parameter: string; readonly value: string};
  /** What the server offers, where the host knows better than `/metadata`. */
  readonly capabilities?: CapabilityOverrides;
  /** SMART scopes that were granted, where the host knows them. */
  readonly scopes?: string;
  /** How many pages of one search are read at most; 2,000 unless set. */
  readonly maxPages?: number;
  /**
   * False for a server that is known to be R4 or R4B and whose `/metadata` is not to be asked. Unless
   * false, it is asked beside the first request, whose answer waits for it up to a second.
   */
  readonly checkVersion?: boolean;
}

/** The longest that a first answer waits for the server's version, in milliseconds. */
const versionWait = 1000;

/** Kinds of failure that say that a server has no CapabilityStatement, rather than 'not now'. */
const noStatement: ReadonlySet<string> = new Set([
  'notOffered',
  'notFound',
  'refused',
  'badRequest',
  'notFhir',
]);

/** Makes a client. Never throws: with a bad address or id, every call fails with `badAddress`. */
export function createFhirClient(options: FhirClientOptions): PhrClient {
  const checked = checkBaseUrl(options.baseUrl);
  const person = checkPatient(options.patient);
  const address = 'base' in checked ? checked.base : '';
  const patient = 'id' in person ? person.id : '';
  const base = address && patient ? new URL(address) : undefined;
  const learnt = new Map<string, Answer>();
  let {scopes} = options;
  let known: KnownCapabilities | undefined;
  const transport =
    base &&
    createTransport(base, options, (scope) => {
      scopes = scope;
      known?.grant(scope);
    });
  const clock = options.clock ?? systemClock;
  /** Set once the server has said that it is of another FHIR version. */
  let unsupported = false;

  /** Asked of the server by itself; what it says is read when somebody wants to know. */
  let statement: FhirResource | undefined;
  /** Set once `/metadata` has been read, or is known not to be there. */
  let described = false;
  const describe = shared(clock, async (signal) => {
    if (!base || !transport) throw new PhrError('badAddress');
    try {
      statement = await transport.get(new URL('metadata', base), false, signal);
      const version = text(get(statement, 'fhirVersion'));
      unsupported = version !== undefined && !isReadableVersion(version);
      described = !unsupported;
      known?.publish(statement);
    } catch (error) {
      const kind = errorKind(error);
      if (kind === 'unsupportedVersion') unsupported = true;
      if (kind === 'aborted') throw error;
      // Not now is asked again next time; not here is not.
      described = noStatement.has(kind);
    }
    if (unsupported) throw new PhrError('unsupportedVersion');
  });

  /** Reading capabilities is a chunk of its own: the first rows do not need it. */
  const load = async () => {
    if (known) return known;
    const {createCapabilities} = await import('./capabilities.js').catch(() => {
      throw new PhrError('offline');
    });
    if (!known) {
      known = createCapabilities(options.capabilities, learnt);
      if (scopes) known.grant(scopes);
      if (statement) known.publish(statement);
    }
    return known;
  };
  // What the host says of a server is known before it is first asked.
  if (options.capabilities) void load().catch(() => {});

  /** Settles when the version of the server is known, or when it has been waited for long enough. */
  let version: Promise<void> | undefined;

  /** Asks for something. What comes is not given out before the version is known, within limits. */
  async function ask(path: string | URL, one: boolean, signal?: AbortSignal) {
    if (!base || !transport) throw new PhrError('badAddress');
    if (unsupported) throw new PhrError('unsupportedVersion');
    if (options.checkVersion !== false) {
      version ??= within(clock, versionWait, 'timeout', undefined, () => describe()).catch(
        () => {},
      );
    }
    const url = typeof path === 'string' ? new URL(path, base) : path;
    const asked = transport.get(url, one, signal);
    await asked.catch(() => {});
    if (!signal?.aborted) await version;
    if (signal?.aborted) throw new PhrError('aborted');
    // Also in place of a refusal: another version may not know our parameters.
    if (unsupported) throw new PhrError('unsupportedVersion');
    return asked;
  }

  const context: SearchContext = {
    base,
    owner: options.owner ?? {parameter: 'patient', value: patient},
    known: () => known,
    async forbids(type) {
      if (!options.capabilities && !scopes) return false;
      // Where what is known cannot be read now, the server is the one to say.
      const can = await load().catch(() => undefined);
      return can?.forbids(type, 'search-type') ?? false;
    },
    learn(type, answer) {
      learnt.set(`${type} search-type`, answer);
    },
    leftOut: new Map(),
    maxPages: options.maxPages ?? 2000,
    now: clock.now,
    person: () => transport?.person(),
    get: (url, signal) => ask(url, false, signal),
  };

  return {
    base: address,
    patient,

    async capabilities({signal}: RequestOptions = {}): Promise<KnownCapabilities> {
      if (!described) await describe(signal);
      return load();
    },

    async read(type, id, {signal} = {}) {
      if (!isType(type) || !isId(id)) throw new PhrError('badAddress');
      try {
        const found = await ask(`${type}/${id}`, true, signal);
        // Another resource than the one asked for may be another person's.
        if (found.resourceType !== type || found.id !== id) throw new PhrError('notFhir');
        return {resource: found, url: `${address}${type}/${id}`};
      } catch (error) {
        if (errorKind(error) === 'notOffered') learnt.set(`${type} read`, 'no');
        throw error;
      }
    },

    search: (type, parameters, searchOptions) =>
      startSearch(context, type, parameters, searchOptions),
  };
}
