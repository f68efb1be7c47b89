/** Gathers the terms of a glossary from the host, a terminology server and the library, and makes one lexicon of them. */
import {readTerms} from '../../glossary/host-terms.js';
import {Lexicon} from '../../glossary/lexicon.js';
import {bundledName} from '../term/term-panel.js';
import type {GlossaryTerm, TermReview, TermSet} from '../../model/glossary.js';

/** Where terms come from. */
export interface TermOrigins {
  /** The host's own terms, as it gave them. */
  readonly terms: unknown;
  /** Address of a JSON file of the host's own terms. */
  readonly src: string;
  /** Name of whoever wrote the host's terms. */
  readonly name: string;
  /** False: only the host's terms. */
  readonly bundled: boolean;
  readonly reviewed: readonly TermReview[];
}

/** The lexicon, and what a developer should know of terms that are not in it. */
export interface Gathered {
  readonly lexicon: Lexicon;
  readonly problems: readonly string[];
}

let bundle: Promise<readonly GlossaryTerm[]> | undefined;

/** The bundled terms, fetched once for a page; again when that failed. */
function bundledTerms(): Promise<readonly GlossaryTerm[]> {
  bundle ??= import('../../glossary/terms/index.js').then((module) => module.bundledTerms);
  bundle.catch(() => (bundle = undefined));
  return bundle;
}

async function fileAt(address: string, signal: AbortSignal): Promise<unknown> {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new Error('not an http address');
  const response = await fetch(url, {signal, headers: {accept: 'application/json'}});
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

function sane(json: unknown, problems: string[]): GlossaryTerm[] {
  const read = readTerms(json);
  for (const {index, field, reason} of read.problems)
    problems.push(`term ${index}: ${field || 'entry'}: ${reason}`);
  return read.terms;
}

/** Reads every origin; one that fails is named and leaves the others. */
export async function gather(origins: TermOrigins, signal: AbortSignal): Promise<Gathered> {
  const problems: string[] = [];
  const own: GlossaryTerm[] = [];
  if (origins.terms !== undefined) own.push(...sane(origins.terms, problems));
  if (origins.src) {
    try {
      own.push(...sane(await fileAt(origins.src, signal), problems));
    } catch (error) {
      problems.push(`src: ${error instanceof Error ? error.message : 'could not be read'}`);
    }
  }
  const sets: TermSet[] = own.length > 0 ? [{name: origins.name, terms: own}] : [];
  if (origins.bundled) {
    try {
      sets.push({name: bundledName, terms: await bundledTerms()});
    } catch {
      problems.push('the bundled terms could not be fetched');
    }
  }
  return {lexicon: new Lexicon(sets, origins.reviewed), problems};
}
