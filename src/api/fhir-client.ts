/** Reads a person's record from a FHIR R4 server. */
import {text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import {checkBaseUrl, checkPatient, isId} from './address.js';
import {isSearchAnswer, readLink, sortEntries, unwrap} from './bundle.js';
import {createCapabilities} from './capabilities.js';
import type {CapabilityOverrides, KnownCapabilities} from './capabilities.js';
import {PhrError, errorKind} from './errors.js';
import {isRefusal, needsCategory, nextStep} from './ladder.js';
import type {Parameters} from './ladder.js';
import {fingerprint, followLink, readKept} from './pages.js';
import type {PhrClient, PhrPage, RequestOptions} from './phr-client.js';
import {shared, systemClock} from './retry.js';
import {createTransport} from './transport.js';
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
}

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
  const known = createCapabilities(options.capabilities);
  if (options.scopes) known.grant(options.scopes);
  const transport =
    base &&
    createTransport(base, options, (scope) => {
      known.grant(scope);
    });
  const clock = options.clock ?? systemClock;
  /** Set once the server has said that it is of another FHIR version. */
  let unsupported = false;
  /** Names that a type's searches are answered without. */
  const leftOut = new Map<string, ReadonlySet<string>>();

  async function get(path: string | URL, one: boolean, signal?: AbortSignal) {
    if (!base || !transport) throw new PhrError('badAddress');
    if (unsupported) throw new PhrError('unsupportedVersion');
    return transport.get(typeof path === 'string' ? new URL(path, base) : path, one, signal);
  }

  /** Set once `/metadata` has been read, or is known not to be there. */
  let published = false;
  const publish = shared(clock, async (signal) => {
    try {
      known.publish(await get('metadata', false, signal));
      published = true;
    } catch (error) {
      const kind = errorKind(error);
      if (kind === 'unsupportedVersion') unsupported = true;
      if (kind === 'unsupportedVersion' || kind === 'aborted' || kind === 'badAddress') throw error;
      // Not now is asked again next time; not here is not.
      published = noStatement.has(kind);
    }
  });

  return {
    base: address,
    patient,

    async capabilities({signal}: RequestOptions = {}): Promise<KnownCapabilities> {
      if (!published) await publish(signal);
      return known;
    },

    async read(type, id, {signal} = {}) {
      if (!isType(type) || !isId(id)) throw new PhrError('badAddress');
      try {
        const found = await get(`${type}/${id}`, true, signal);
        // Another resource than the one asked for may be another person's.
        if (found.resourceType !== type || found.id !== id) throw new PhrError('notFhir');
        return {resource: found, url: `${address}${type}/${id}`};
      } catch (error) {
        if (errorKind(error) === 'notOffered') known.learn(type, 'read', 'no');
        throw error;
      }
    },

    search(type, parameters, searchOptions = {}) {
      const stop = new AbortController();
      const {signal: outer, count} = searchOptions;
      const abort = () => {
        stop.abort();
      };
      if (outer?.aborted) abort();
      outer?.addEventListener('abort', abort, {once: true});
      const begun = transport?.person();
      const owner = options.owner ?? {parameter: 'patient', value: patient};
      const wanted: Parameters = [
        ...(type === 'Patient' ? [] : [[owner.parameter, owner.value] as const]),
        ...parameters,
        ...(count === undefined ? [] : [['_count', String(count)] as const]),
      ];
      const seen = new Set<string>();
      let next: URL | undefined;
      let pages = 0;
      let done = false;
      let asked: Parameters = wanted;
      let kept: ReadonlySet<string> | undefined;

      /** Asks for the first page, going down the ladder. */
      async function first(): Promise<{found: FhirResource; url: URL}> {
        if (!isType(type) || !base) throw new PhrError('badAddress');
        const without = new Set(leftOut.get(type));
        for (const [name, value] of wanted) {
          if (name === '_include' || name === '_revinclude') {
            if (known.includes(type, name, value) === 'no') without.add(name);
          } else if (
            searchOptions.optional?.includes(name) &&
            known.searches(type, name) === 'no'
          ) {
            without.add(name);
          }
        }
        for (;;) {
          asked = wanted.filter(([name]) => !without.has(name));
          const url = new URL(type, base);
          for (const [name, value] of asked) url.searchParams.append(name, value);
          try {
            const found = await get(url, false, stop.signal);
            if (without.size > 0) leftOut.set(type, without);
            known.learn(type, 'search-type', 'yes');
            return {found, url};
          } catch (error) {
            if (!(error instanceof PhrError)) throw error;
            const {status} = error;
            const step = nextStep(status, asked, searchOptions.optional);
            for (const name of step) without.add(name);
            if (step.length > 0) continue;
            if (needsCategory(type, status, asked)) {
              const {kind, outcome} = error;
              throw new PhrError(kind, {
                ...(status !== undefined && {status}),
                ...(outcome && {outcome}),
                needs: 'category',
              });
            }
            // A refused filter says nothing of the type.
            const bare = asked.every(([name]) => name === owner.parameter);
            if (isRefusal(status) && (bare || error.kind === 'notOffered')) {
              known.learn(type, 'search-type', 'no');
            }
            throw error;
          }
        }
      }

      async function page(): Promise<PhrPage | undefined> {
        if (done) return undefined;
        if (begun !== transport?.person()) throw new PhrError('aborted');
        const {found, url} = next
          ? {found: await get(next, false, stop.signal), url: next}
          : await first();
        if (!isSearchAnswer(found)) throw new PhrError('notFhir');
        const sorted = sortEntries(unwrap(found), type);
        if (!next) kept = readKept(readLink(found, 'self'), url, asked, owner.parameter);
        pages += 1;
        seen.add(url.href);
        const print = fingerprint(sorted.matches);
        const again = print !== undefined && seen.has(print);
        if (print !== undefined) seen.add(print);
        const link = readLink(found, 'next');
        const following = link === undefined ? undefined : followLink(link, url, base ?? url);
        let cut: PhrPage['cut'];
        if (again || (following && 'url' in following && seen.has(following.url.href))) {
          cut = 'cycle';
        } else if (following && 'cut' in following) cut = following.cut;
        else if (following && pages >= (options.maxPages ?? 2000)) cut = 'limit';
        next = following && 'url' in following ? following.url : undefined;
        done = !next || cut !== undefined;
        return {
          ...sorted,
          ...(again && {matches: [], included: []}),
          ...(kept && {kept}),
          asked: new Set(asked.map(([name]) => name)),
          ...(cut && {cut}),
          last: done,
          asOf: clock.now(),
        };
      }

      let queue: Promise<unknown> = Promise.resolve();
      const end = () => {
        done = true;
        outer?.removeEventListener('abort', abort);
      };
      return {
        next() {
          const answer = queue.then(page).then((value) => {
            if (done) end();
            return value ? {done: false, value} : {done: true as const, value: undefined};
          });
          queue = answer.catch(() => {});
          return answer;
        },
        return() {
          end();
          stop.abort();
          return Promise.resolve({done: true as const, value: undefined});
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}

/** True for what can be the name of a FHIR type. */
function isType(type: string): boolean {
  return text(type) !== undefined && /^[A-Z][A-Za-z]{1,63}$/.test(type);
}
