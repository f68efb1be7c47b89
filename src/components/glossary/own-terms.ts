/** The host's own terms: fetched only where a page has some. */
import {readTerms} from '../../glossary/host-terms.js';
import type {GlossaryTerm, TermSet} from '../../model/glossary.js';
import type {TermOrigins} from './term-store.js';

/** How long a file may take, in milliseconds: after that the other terms stand alone. */
const patience = 30_000;

async function fileAt(address: string): Promise<unknown> {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new Error('not an http address');
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, patience);
  try {
    const headers = {accept: 'application/json'};
    const response = await fetch(url, {headers, signal: abort.signal});
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}

function sane(json: unknown, problems: string[]): GlossaryTerm[] {
  const read = readTerms(json);
  for (const {index, field, reason} of read.problems)
    problems.push(`term ${index}: ${field || 'entry'}: ${reason}`);
  return read.terms;
}

/** The host's own set; a part of it where its file could not be read. What was left out is added to `problems`. */
export async function ownTerms(
  {terms, src, reviewer}: TermOrigins,
  problems: string[],
): Promise<TermSet & {readonly isPart: boolean}> {
  const own: GlossaryTerm[] = [];
  let isPart = false;
  if (terms !== undefined) own.push(...sane(terms, problems));
  if (src) {
    try {
      own.push(...sane(await fileAt(src), problems));
    } catch (error) {
      isPart = true;
      problems.push(`src: ${error instanceof Error ? error.message : 'could not be read'}`);
    }
  }
  return {name: reviewer ?? location.hostname, terms: own, isPart};
}

const plain = (words: string) => words.toLowerCase();
const nameOf = ({full, term}: GlossaryTerm) => plain(full ?? term);
const formsOf = ({term, forms}: GlossaryTerm) => [term, ...forms].map(plain);

/**
 * Two sets that know of each other. What both call the same and write the same is one term, by the id of the first and written in every way
 * of both: otherwise the host's own words for it would stand beside ours as if the word could mean two things. And a topic that one of them
 * gives a term is that of both: words of a host that say nothing of their topic wait for their check too.
 */
export function alike(first: TermSet, second: TermSet): TermSet[] {
  const own = new Map(first.terms.map((term) => [term.id, term]));
  const byName = new Map(first.terms.map((term) => [nameOf(term), term.id]));
  const others = second.terms.map((term) => {
    const name = nameOf(term);
    const isSame = own.has(term.id);
    const known = own.get(isSame ? term.id : (byName.get(name) ?? ''));
    const written = known && formsOf(known);
    if (!written || (!isSame && !formsOf(term).some((form) => written.includes(form)))) return term;
    // One of ours for each of theirs.
    byName.delete(name);
    const topic = known.topic ?? term.topic;
    const forms = isSame ? known.forms : [...known.forms, term.term, ...term.forms];
    own.set(known.id, {...known, forms, ...(topic && {topic})});
    return {...term, id: known.id, ...(topic && {topic})};
  });
  return [
    {...first, terms: [...own.values()]},
    {...second, terms: others},
  ];
}
