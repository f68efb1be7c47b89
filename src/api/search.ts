/** One search of a FHIR server, page after page along the next links; down the ladder where the server refuses it. */
import {get, number} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import {isType} from './address.js';
import {PhrError} from './errors.js';
import type {Parameters} from './ladder.js';
import {loadHardCases} from './load-hard-cases.js';
import {followLink, readKept} from './pages.js';
import type {Answer, PhrEntry, PhrPage, SearchOptions} from './phr-client.js';
import {isSearchAnswer, readEntries, readLink} from './searchset.js';

/** What a search needs of the client it belongs to. */
export interface SearchContext {
  readonly base: URL;
  /** The search parameter that says whose record it is, and its value. */
  readonly owner: {readonly parameter: string; readonly value: string};
  /** Fails with `notOffered` where the host or the granted scopes say that a type is not to be searched. */
  permit(type: string): Promise<void>;
  /** False for a parameter that the server is known not to offer. */
  offers(type: string, name: string, value: string): boolean;
  /** Remembers whether a type can be searched, for this session. */
  learn(type: string, answer: Answer): void;
  /** Names that a type's searches are answered without, found out by earlier searches. */
  readonly leftOut: Map<string, ReadonlySet<string>>;
  readonly maxPages: number;
  now(): number;
  /** Goes up when somebody else logs in. */
  person(): number;
  /** `permit` is asked once more when the token is there. */
  get(url: URL, signal?: AbortSignal, permit?: () => Promise<void>): Promise<FhirResource>;
}

/** An answer, and where it came from. */
export interface Answered {
  readonly found: FhirResource;
  readonly url: URL;
}

/** The first page of a search, as it may be asked for again. */
export interface FirstPage {
  readonly context: SearchContext;
  /** Names that may be left out, first to last. */
  readonly droppable: readonly string[];
  /** What was asked with last. */
  asked(): Parameters;
  /** Asks for it without some of the names that may be left out. */
  ask(without?: ReadonlySet<string>): Promise<Answered>;
}

/** What may be left out when the caller does not say, first to last. */
export const standard: readonly string[] = ['_revinclude', '_include', '_sort'];

/** Starts a search. Nothing is asked before the first `next()`; `signal` ends what is out. */
export function startSearch(
  context: SearchContext,
  type: string,
  parameters: Parameters,
  {signal, count, optional = standard}: SearchOptions = {},
): AsyncIterableIterator<PhrPage> {
  const {base, owner} = context;
  const begun = context.person();
  const droppable = [...optional, '_count'];
  let asked: Parameters = [
    ...(type === 'Patient' ? [] : [[owner.parameter, owner.value] as const]),
    ...parameters,
    ...(count === undefined ? [] : [['_count', String(count)] as const]),
  ];
  const wanted = asked;
  /** Addresses of the pages that have been, and what tells them apart. */
  const seen = new Set<string>();
  let kept: ReadonlySet<string> | undefined;
  let head: readonly PhrEntry[] = [];
  let next: URL | undefined;
  let pages = 0;
  let done = false;

  const permit = () => context.permit(type);

  async function ask(without = context.leftOut.get(type)): Promise<Answered> {
    if (!isType(type)) throw new PhrError('badAddress');
    // What the host says is known before anything is asked.
    await permit();
    asked = wanted.filter(
      ([name, value]) =>
        !droppable.includes(name) || (!without?.has(name) && context.offers(type, name, value)),
    );
    const url = new URL(type, base);
    for (const [name, value] of asked) url.searchParams.append(name, value);
    return {found: await context.get(url, signal, permit), url};
  }

  async function answer(): Promise<Answered> {
    try {
      return next ? {found: await context.get(next, signal), url: next} : await ask();
    } catch (error) {
      if (!(error as PhrError).status) throw error;
      const {afterRefusal} = await loadHardCases(error);
      const search = next ? undefined : {context, droppable, asked: () => asked, ask};
      return afterRefusal(error as PhrError, type, search);
    }
  }

  async function page(): Promise<IteratorResult<PhrPage, undefined>> {
    if (done) return {done: true, value: undefined};
    if (begun !== context.person()) throw new PhrError('aborted');
    const {found, url} = await answer();
    if (!isSearchAnswer(found)) throw new PhrError('notFhir');
    let entries = readEntries(found, type) ?? (await loadHardCases()).readAnswer(found, type);
    const {matches} = entries;
    const lacking = matches.length === 0 && (number(get(found, 'total')) ?? 0) > 0;
    let again = false;
    if (next) {
      again = (await loadHardCases()).isRepeated(seen, head, matches);
      if (again) entries = {...entries, matches: [], included: []};
    } else {
      head = matches;
      kept = readKept(readLink(found, 'self'), url, asked, owner.parameter);
      context.learn(type, 'yes');
    }
    pages += 1;
    seen.add(url.href);
    const {url: following, cut: refused} = followLink(readLink(found, 'next'), url, base);
    let cut = refused;
    if (again || (following && seen.has(following.href))) cut = 'cycle';
    else if (following && pages >= context.maxPages) cut = 'limit';
    next = cut ? undefined : following;
    done ||= !next;
    return {
      done: false,
      value: {
        ...entries,
        lacking,
        kept,
        asked: new Set(asked.map(([name]) => name)),
        cut,
        last: done,
        asOf: context.now(),
      },
    };
  }

  let queue: Promise<unknown> = Promise.resolve();
  return {
    next() {
      const answer = queue.then(page);
      queue = answer.catch(() => {});
      return answer;
    },
    return() {
      done = true;
      return Promise.resolve({done: true, value: undefined});
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
