/**
 * Asks a FHIR terminology server, through the host's own proxy, what a code means or which concepts are called so.
 *
 * Only the code or the words that a person typed leave the page: no cookie, no token, no referrer, nothing of the record.
 * Source: HL7 FHIR R4, `CodeSystem/$lookup` and `ValueSet/$expand`.
 */
import {snomedSystem, type GlossaryTerm} from '../model/glossary.js';

/** How long an answer may take, in milliseconds: after that the other sources stand alone. */
const patience = 3000;

/** Its names are asked for in English: what is too hard to meet alone is told by English words. */
const displayLanguage = 'en';

/** A tag: a name, and after it nothing or attributes. '<18.5 or >40' is none. */
const tag =
  /<(?:\/?[a-z][\w-]*(?:\s[^<>]{0,200}=[^<>]{0,200})?\s*\/?|!(?:--|[a-z])[^<>]{0,200})>/gi;

/** A designation that is written for people who are not clinicians. */
const plainUse = /patient|consumer|plain|lay/i;

type Json = Record<string, unknown>;

/** Another name of a concept: what it is for, in which language, and the name. */
interface Designation {
  readonly use: unknown;
  readonly language: unknown;
  readonly value: unknown;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Text of an answer: one line, without what cannot be seen, and never markup. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\p{C}/gu, ' ').replace(tag, ' ').replace(/\s+/gu, ' ').trim();
  return text && text.length <= 400 ? text : undefined;
}

/** The part of a `Parameters` part with a name, whatever its type. */
function valueOf(part: Json | undefined): unknown {
  const key = part && Object.keys(part).find((name) => name.startsWith('value'));
  return key ? part[key] : undefined;
}

const named = (parts: readonly Json[], name: string): Json | undefined =>
  parts.find((part) => part['name'] === name);

/** 'Atrial fibrillation (disorder)' without what only tells clinicians what it is. */
const withoutTag = (display: string): string => display.replace(/\s\([\p{Ll} /]+\)$/u, '');

/** Plain words by the language they are in, as a primary subtag; without a language they are English. */
type PlainWords = ReadonlyMap<string, string>;

/** The first plain words of each language among designations. */
function plainIn(designations: readonly Designation[]): PlainWords {
  const plain = new Map<string, string>();
  for (const {use, language, value} of designations) {
    const text = textOf(value);
    const isPlain =
      isObject(use) && plainUse.test(`${String(use['code'])} ${String(use['display'])}`);
    const [lang = ''] = (typeof language === 'string' ? language : 'en').toLowerCase().split('-');
    if (text && isPlain && /^[a-z]{2,3}$/.test(lang) && !plain.has(lang)) plain.set(lang, text);
  }
  return plain;
}

function termOf(code: string, display: string, plain: PlainWords): GlossaryTerm {
  const term = withoutTag(display);
  const said = plain.get('en') ?? '';
  // A name is no meaning of itself.
  const means = said.toLowerCase() === term.toLowerCase() ? '' : said;
  const others = [...plain].filter(([lang]) => lang !== 'en');
  return {
    id: `snomed-${code}`,
    term,
    forms: means ? [means] : [],
    kind: 'record',
    means,
    full: term,
    snomed: [code, display],
    ...(others.length > 0 && {
      in: Object.fromEntries(others.map(([lang, words]) => [lang, {means: words}])),
    }),
  };
}

/** Asks one terminology server. An answer that fails, is slow or makes no sense is no answer. */
export class Terminology {
  readonly #base: string;
  readonly #fetch: typeof fetch;
  readonly #answers = new Map<string, Promise<readonly GlossaryTerm[]>>();

  /** `base`: address of the host's proxy, https. */
  constructor(base: string, fetcher: typeof fetch = (...args) => fetch(...args)) {
    this.#base = base.replace(/\/+$/, '');
    this.#fetch = fetcher;
  }

  /** The concept of a SNOMED CT code: in plain words, and in other languages, where the server has them; else `means` is empty. */
  async lookUp(code: string): Promise<GlossaryTerm | undefined> {
    if (!/^\d{6,18}$/.test(code)) return undefined;
    const query = new URLSearchParams({
      system: snomedSystem,
      code,
      property: 'designation',
      displayLanguage,
    });
    const [term] = await this.#ask(`CodeSystem/$lookup?${query}`, (json) => {
      const parts = listOf(json['parameter']);
      const display = textOf(valueOf(named(parts, 'display')));
      if (!display) return [];
      const designations = parts
        .filter((part) => part['name'] === 'designation')
        .map((part) => listOf(part['part']))
        .map((inner) => ({
          use: valueOf(named(inner, 'use')),
          language: valueOf(named(inner, 'language')),
          value: valueOf(named(inner, 'value')),
        }));
      return [termOf(code, display, plainIn(designations))];
    });
    return term;
  }

  /** Concepts that are called so, at most ten, in plain words where the server has them. */
  find(words: string): Promise<readonly GlossaryTerm[]> {
    const filter = words.trim().slice(0, 100);
    if (filter.length < 3) return Promise.resolve([]);
    const query = new URLSearchParams({
      url: `${snomedSystem}?fhir_vs`,
      filter,
      count: '10',
      includeDesignations: 'true',
      displayLanguage,
    });
    return this.#ask(`ValueSet/$expand?${query}`, (json) => {
      const expansion = isObject(json['expansion']) ? json['expansion'] : {};
      return listOf(expansion['contains']).flatMap((concept) => {
        const display = textOf(concept['display']);
        const code = concept['code'];
        if (!display || typeof code !== 'string' || !/^\d{6,18}$/.test(code)) return [];
        const designations = listOf(concept['designation']).map(({use, language, value}) => ({
          use,
          language,
          value,
        }));
        return [termOf(code, display, plainIn(designations))];
      });
    });
  }

  #ask(
    path: string,
    read: (json: Json) => readonly GlossaryTerm[],
  ): Promise<readonly GlossaryTerm[]> {
    const known = this.#answers.get(path);
    if (known) return known;
    const answer = this.#request(path).then((json) => (json ? read(json) : undefined));
    const result = answer.then(
      (terms) => terms ?? [],
      () => [],
    );
    this.#answers.set(path, result);
    // A failure is no answer to keep: the next person to ask may be luckier.
    answer.then(
      (terms) => terms ?? this.#answers.delete(path),
      () => this.#answers.delete(path),
    );
    return result;
  }

  async #request(path: string): Promise<Json | undefined> {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      abort.abort();
    }, patience);
    try {
      const response = await this.#fetch(`${this.#base}/${path}`, {
        headers: {accept: 'application/fhir+json'},
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // Which words a person looked up is not to lie on the device.
        cache: 'no-store',
        // Elsewhere is not the address that was agreed to.
        redirect: 'error',
        signal: abort.signal,
      });
      const json: unknown = response.ok ? await response.json() : undefined;
      return isObject(json) ? json : undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
