/**
 * Finding and marking terms in a megabyte of text, each against the least that any way of doing it costs, in the same run: finding against
 * one pass that only splits the text into words, marking against putting the plain text in the page.
 */
import {everydayWords} from '../../../src/glossary/everyday.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {FormMatcher} from '../../../src/glossary/matcher.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import {makeForms, makeParagraphs} from './clinical-text.js';
import {MarkingPage, type Marked} from './marking.js';

const megabyte = 1_000_000;
/** A single regular expression is so slow in one engine that it is given this much of the text, in characters. */
const sample = 10_000;
const most = 50_000;

const paragraphs = makeParagraphs(megabyte, makeForms(most));
const text = paragraphs.join('');
const lower = text.toLowerCase();

/** Results that are used nowhere could be left out by an engine. */
let kept = 0;

const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The limit: where each word begins and ends, in a text of small letters already, and nothing else. */
function tokenise(from: string): number {
  const {length} = from;
  let count = 0;
  for (let at = 0; at < length;) {
    while (at < length && !isWord(from.charCodeAt(at))) at++;
    if (at >= length) break;
    while (at < length && isWord(from.charCodeAt(at))) at++;
    count++;
  }
  return count;
}

/** Milliseconds that one call takes. Clocks of browsers are coarse: it is called again until `least` milliseconds are over. */
function timeOf(work: () => number, least: number): number {
  let calls = 0;
  const start = performance.now();
  let now = start;
  do {
    kept += work();
    calls++;
    now = performance.now();
  } while (now - start < least);
  return (now - start) / calls;
}

/** What finding costs with some number of terms. Times are in passes of the limit over the same text. */
export interface Matched {
  readonly find: number;
  readonly build: number;
  readonly matches: number;
  /** One pass of the limit over the megabyte, in milliseconds. */
  readonly pass: number;
}

/** The limit is timed before and after, so that what slows the one slows the other. */
function against(work: () => number, least = 150, limit = () => tokenise(lower)): number {
  const before = timeOf(limit, 60);
  const took = timeOf(work, least);
  return took / ((before + timeOf(limit, 60)) / 2);
}

function match(count: number): Matched {
  const forms = makeForms(count);
  const matcher = new FormMatcher(forms, everydayWords);
  const find = () => matcher.find(text).length;
  for (let warm = 0; warm < 3; warm++) kept += find() + tokenise(lower);
  return {
    find: against(find),
    build: against(() => new FormMatcher(forms, everydayWords).find('c/o SOB').length),
    matches: find(),
    pass: timeOf(() => tokenise(lower), 60),
  };
}

/** One regular expression of all terms, longest first, on a part of the text; the engine's own words where it refuses. */
function regex(count: number): {readonly find: number; readonly build: number} | string {
  const escaped = [...makeForms(count)]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const part = lower.slice(0, sample);
  try {
    const make = () => new RegExp(`(?<![a-z0-9])(?:${escaped.join('|')})(?![a-z0-9])`, 'g');
    const pattern = make();
    const find = () => [...part.matchAll(pattern)].length;
    kept += find() + tokenise(part);
    return {
      find: against(find, 60, () => tokenise(part)),
      // Engines compile when it is first used.
      build: against(() => [...'c/o sob'.matchAll(make())].length, 60),
    };
  } catch (error) {
    return `refused: ${String(error).split(': ').at(-1) ?? ''}`;
  }
}

/** The bundled terms, as a page has them: rules, meanings and plurals included. In passes of the limit. */
function lexicon(): {readonly find: number; readonly build: number; readonly terms: number} {
  const make = () => new Lexicon([{name: 'bundled', terms: bundledTerms}], [], everydayWords);
  const all = make();
  const find = () => all.find(text).length;
  for (let warm = 0; warm < 3; warm++)
    kept += find() + tokenise(lower) + make().find('c/o SOB').length;
  return {
    find: against(find),
    build: against(() => make().find('c/o SOB').length),
    terms: bundledTerms.length,
  };
}

const mark = (): Promise<Marked> => new MarkingPage(paragraphs).measure();

window.bench = {match, regex, lexicon, mark, kept: () => kept};
