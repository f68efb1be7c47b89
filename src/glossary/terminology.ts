/**
 * Asks a FHIR terminology server, through the host's own proxy, what a code means or which concepts are called so.
 *
 * Only the code or the words that a person typed leave the page: no cookie, no token, no referrer, nothing of the record.
 * Source: HL7 FHIR R4, `CodeSystem/$lookup` and `ValueSet/$expand`.
 */
import {snomedSystem, type GlossaryTerm} from '../model/glossary.js';

/** How long an answer may take, in milliseconds: after that the other sources stand alone. */
const patience = 3000;

/** A designation that is written for people who are not clinicians. */
const plainUse = /patient|consumer|plain|lay/i;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Text of an answer: one line, without what cannot be seen, and never markup. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(/\p{C}/gu, ' ')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
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

function termOf(code: string, display: string, plain: string | undefined): GlossaryTerm {
  const term = withoutTag(display);
  return {
    id: `snomed-${code}`,
    term,
    forms: plain && plain !== term ? [plain] : [],
    kind: 'record',
    means: plain ?? term,
    full: term,
    snomed: [code, display],
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

  /** The concept of a SNOMED CT code, in plain words where the server has them. */
  async lookUp(code: string): Promise<GlossaryTerm | undefined> {
    if (!/^\d{6,18}$/.test(code)) return undefined;
    const query = new URLSearchParams({system: snomedSystem, code, property: 'designation'});
    const [term] = await this.#ask(`CodeSystem/$lookup?${query}`, (json) => {
      const parts = listOf(json['parameter']);
      const display = textOf(valueOf(named(parts, 'display')));
      if (!display) return [];
      const plain = parts
        .filter((part) => part['name'] === 'designation')
        .map((part) => listOf(part['part']))
        .find((inner) => {
          const use = valueOf(named(inner, 'use'));
          return isObject(use) && plainUse.test(`${String(use['code'])} ${String(use['display'])}`);
        });
      return [termOf(code, display, plain && textOf(valueOf(named(plain, 'value'))))];
    });
    return term;
  }

  /** Concepts that are called so, at most ten. */
  find(words: string): Promise<readonly GlossaryTerm[]> {
    const filter = words.trim().slice(0, 100);
    if (filter.length < 3) return Promise.resolve([]);
    const query = new URLSearchParams({url: `${snomedSystem}?fhir_vs`, filter, count: '10'});
    return this.#ask(`ValueSet/$expand?${query}`, (json) => {
      const expansion = isObject(json['expansion']) ? json['expansion'] : {};
      return listOf(expansion['contains']).flatMap((concept) => {
        const display = textOf(concept['display']);
        const code = concept['code'];
        return display && typeof code === 'string' && /^\d{6,18}$/.test(code)
          ? [termOf(code, display, undefined)]
          : [];
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
        signal: abort.signal,
      });
      const json: unknown = response.ok ? await response.json() : undefined;
      return isObject(json) ? json : undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
