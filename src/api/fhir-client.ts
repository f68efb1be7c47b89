/** Reads a person's record from a FHIR R4 server. */
import {baseOf, idOf, isId, isType} from './address.js';
import type {CapabilityOverrides} from './capabilities.js';
import {get, text} from '../model/fhir-json.js';
import {PhrError, errorKind} from './errors.js';
import type {Findings} from './known.js';
import {loadHardCases} from './load-hard-cases.js';
import type {PhrClient} from './phr-client.js';
import {startSearch} from './search.js';
import type {SearchContext} from './search.js';
import {systemClock, within} from './time.js';
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
  /** SMART scopes that were granted, where the host knows them; those that come with a token take their place. */
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

/** Nothing is under this address, since none with a user name may be asked: all that is tried fails with `badAddress`. */
const nowhere = 'https://nobody@invalid/';

/** Makes a client. Never throws: with a bad address or id, every call fails with `badAddress`. */
export function createFhirClient(
  options: FhirClientOptions,
  onSubject = options.onSubject,
): PhrClient {
  const address = baseOf(options.baseUrl);
  const patient = idOf(options.patient);
  const base = new URL((patient && address) || nowhere);
  const {clock = systemClock, capabilities: overrides, scopes, maxPages = 2000} = options;
  const findings: Findings = {clock, overrides, scopes, learnt: new Map(), describe};
  const {learnt} = findings;
  const transport = createTransport(
    base,
    options,
    (scope) => {
      findings.scopes = scope;
    },
    onSubject,
  );
  // It comes while the first requests are on their way.
  loadHardCases().catch(() => {});

  const checkVersion = () => {
    const {trouble} = findings;
    if (trouble === 'unsupportedVersion') throw new PhrError(trouble);
  };

  async function describe(signal?: AbortSignal): Promise<void> {
    try {
      const statement = await transport.get(new URL('metadata', base), false, signal);
      if (!isReadableVersion(text(get(statement, 'fhirVersion')))) {
        throw new PhrError('unsupportedVersion');
      }
      findings.statement = statement;
      findings.trouble = undefined;
    } catch (error) {
      // Another version cannot be read, whatever fails later.
      if (findings.trouble !== 'unsupportedVersion') findings.trouble = errorKind(error);
    }
  }

  /** Settles when the version of the server is known, or when it has been waited for long enough. */
  let version: Promise<void> | undefined;

  /** Asks for something. What comes is not given out before the version is known, within limits. */
  const ask = (
    path: string | URL,
    one: boolean,
    outer?: AbortSignal,
    permit?: () => Promise<void>,
  ) =>
    within(clock, undefined, 'aborted', outer, async (signal) => {
      checkVersion();
      if (options.checkVersion !== false) {
        version ??= Promise.race([
          (findings.describing = describe()),
          new Promise<void>((resolve) => clock.after(versionWait, resolve)),
        ]);
      }
      const asked = transport.get(new URL(path, base), one, signal, permit);
      await asked.catch(() => {});
      await version;
      // Also in place of a refusal: another version may not know our parameters.
      checkVersion();
      return asked;
    });

  const context: SearchContext = {
    base,
    owner: options.owner ?? {parameter: 'patient', value: patient},
    maxPages,
    leftOut: new Map(),
    now: clock.now,
    person: transport.person,
    get: (url, signal, permit) => ask(url, false, signal, permit),
    async permit(type) {
      if (!overrides && !findings.scopes) return;
      // Where what is known cannot be read now, the server is the one to say.
      const hardCases = await loadHardCases().catch(() => undefined);
      if (hardCases?.knownOf(findings).forbids(type, 'search-type')) {
        throw new PhrError('notOffered');
      }
    },
    offers: (type, name, value) => findings.known?.offers(type, name, value) ?? true,
    learn(type, answer) {
      learnt.set(`${type} search-type`, answer);
    },
  };

  return {
    base: address,
    patient,

    capabilities: async ({signal} = {}) =>
      (await loadHardCases()).readCapabilities(findings, signal),

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
