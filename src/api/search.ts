/** One search of a FHIR server, page after page: down the ladder first, then along the next links. */
import {get, number} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import {isType} from './address.js';
import {isSearchAnswer, readLink, sortEntries, unwrap} from './bundle.js';
import {PhrError} from './errors.js';
import {isRefusal, needsCategory, nextStep, standard} from './ladder.js';
import type {Parameters} from './ladder.js';
import {fingerprint, followLink, readKept} from './pages.js';
import type {Answer, PhrCapabilities, PhrPage, SearchOptions} from './phr-client.js';

/** What a search needs of the client it belongs to. */
export interface SearchContext {
  readonly base: URL | undefined;
  /** The search parameter that says whose record it is, and its value. */
  readonly owner: {readonly parameter: string; readonly value: string};
  /** What is known of the server, once it has been asked. */
  known(): PhrCapabilities | undefined;
  /** Whether the host or the granted scopes say that a type is not to be searched. Never fails. */
  forbids(type: string): Promise<boolean>;
  /** Remembers whether a type can be searched, for this session. */
  learn(type: string, answer: Answer): void;
  /** Names that a type's searches are answered without, found out by earlier searches. */
  readonly leftOut: Map<string, ReadonlySet<string>>;
  readonly maxPages: number;
  now(): number;
  /** Goes up when somebody else logs in. */
  person(): number | undefined;
  get(url: URL, signal: AbortSignal): Promise<FhirResource>;
}

interface Answered {
  readonly found: FhirResource;
  readonly url: URL;
}

/** Starts a search. Nothing is asked before the first `next()`. */
export function startSearch(
  context: SearchContext,
  type: string,
  parameters: Parameters,
  {signal: outer, count, optional = standard}: SearchOptions = {},
): AsyncIterableIterator<PhrPage> {
  const {base, owner, leftOut} = context;
  const stop = new AbortController();
  const abort = () => {
    stop.abort();
  };
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort);
  const begun = context.person();
  const droppable = [...optional, '_count'];
  const wanted: Parameters = [
    ...(type === 'Patient' ? [] : [[owner.parameter, owner.value] as const]),
    ...parameters,
    ...(count === undefined ? [] : [['_count', String(count)] as const]),
  ];
  /** Addresses and fingerprints of the pages that have been. */
  const seen = new Set<string>();
  let asked = wanted;
  let kept: ReadonlySet<string> | undefined;
  let next: URL | undefined;
  let pages = 0;
  let done = false;

  /** True unless the server is known not to offer a parameter that may be left out. */
  const isOffered = ([name, value]: Parameters[number]) =>
    !droppable.includes(name) ||
    (name === '_include' || name === '_revinclude'
      ? context.known()?.includes(type, name, value)
      : context.known()?.searches(type, name)) !== 'no';

  /** Asks for the first page, going down the ladder. */
  async function first(): Promise<Answered> {
    if (!isType(type) || !base) throw new PhrError('badAddress');
    if (await context.forbids(type)) throw new PhrError('notOffered');
    const without = new Set(
      [...(leftOut.get(type) ?? [])].filter((one) => droppable.includes(one)),
    );
    const offered = wanted.filter(isOffered);
    for (;;) {
      asked = offered.filter(([name]) => !without.has(name));
      const url = new URL(type, base);
      for (const [name, value] of asked) url.searchParams.append(name, value);
      try {
        const found = await context.get(url, stop.signal);
        if (without.size > 0) leftOut.set(type, without);
        return {found, url};
      } catch (error) {
        const {status, kind, outcome} = error as PhrError;
        const step = nextStep(status, asked, droppable);
        for (const name of step) without.add(name);
        if (step.length > 0) continue;
        if (needsCategory(type, status, asked)) {
          throw new PhrError(kind, {status, outcome, needs: 'category'});
        }
        // A refused filter says nothing of the type.
        const bare = asked.every(([name]) => name === owner.parameter);
        if (kind === 'notOffered' || (bare && isRefusal(status))) {
          context.learn(type, 'no');
        }
        throw error;
      }
    }
  }

  /** Asks for a later page. To refuse it is a fault: the type itself has been answered. */
  async function later(url: URL): Promise<Answered> {
    try {
      return {found: await context.get(url, stop.signal), url};
    } catch (error) {
      const {status} = error as PhrError;
      throw isRefusal(status) || status === 410 ? new PhrError('server', {status}) : error;
    }
  }

  async function page(): Promise<PhrPage | undefined> {
    if (done) return undefined;
    if (begun !== context.person()) throw new PhrError('aborted');
    const {found, url} = next ? await later(next) : await first();
    if (!isSearchAnswer(found)) throw new PhrError('notFhir');
    if (!next) {
      kept = readKept(readLink(found, 'self'), url, asked, owner.parameter);
      context.learn(type, 'yes');
    }
    pages += 1;
    seen.add(url.href);
    const sorted = sortEntries(unwrap(found), type);
    const print = fingerprint(sorted.matches);
    const again = print !== undefined && seen.has(print);
    if (print !== undefined) seen.add(print);

    const link = readLink(found, 'next');
    const after = link === undefined || !base ? undefined : followLink(link, url, base);
    let cut: PhrPage['cut'];
    next = undefined;
    if (again) cut = 'cycle';
    else if (after && 'cut' in after) cut = after.cut;
    else if (after && seen.has(after.url.href)) cut = 'cycle';
    else if (after && pages >= context.maxPages) cut = 'limit';
    else next = after?.url;
    if (!next) end();
    const lacking = sorted.matches.length === 0 && (number(get(found, 'total')) ?? 0) > 0;
    return {
      ...sorted,
      ...(again && {matches: [], included: []}),
      ...(lacking && {lacking}),
      ...(kept && {kept}),
      asked: new Set(asked.map(([name]) => name)),
      ...(cut && {cut}),
      last: done,
      asOf: context.now(),
    };
  }

  function end(): void {
    done = true;
    outer?.removeEventListener('abort', abort);
  }

  let queue: Promise<unknown> = Promise.resolve();
  return {
    next() {
      const answer = queue
        .then(page)
        .then((value) =>
          value ? {done: false as const, value} : {done: true as const, value: undefined},
        );
      queue = answer.catch(() => {});
      return answer;
    },
    return() {
      end();
      abort();
      return Promise.resolve({done: true as const, value: undefined});
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
