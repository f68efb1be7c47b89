/**
 * Asks a FHIR terminology server, through the host's own proxy, what a code means or which concepts are called so.
 *
 * Only the code or the words that a person typed leave the page, in a body and never in an address, which logs keep: no cookie, no
 * token, no referrer, nothing of the record.
 * Source: HL7 FHIR R4, operations, `CodeSystem/$lookup` and `ValueSet/$expand`.
 */
import {snomedSystem, type GlossaryTerm} from '../model/glossary.js';
import {textOf} from './text-of-answer.js';

/** How long an answer may take, in milliseconds: after that the other sources stand alone. */
const patience = 3000;

/** Its names are asked for in English: what is too hard to meet alone is told by English words. */
const displayLanguage = 'en';

/** The longest answer that is read, in bytes: ten concepts with every name of theirs are far less. */
const largest = 1_000_000;

/** No more concepts than this are asked for, or taken. */
const mostFound = 10;

/** No more answers than this are remembered, for as long as the page is open. */
const mostKept = 50;

/** A designation that is written for people who are not clinicians: 'patient-friendly', never 'display' or 'inpatient'. */
const plainUse =
  /(?<!\p{L}|(?:in|out)[ -])(?:patient|consumer|plain|lay(?:man|person|people|terms?)?(?!\p{L}))/iu;

type Json = Record<string, unknown>;

/** What goes to the server: a part of a `Parameters` resource. */
interface Parameter {
  readonly name: string;
  readonly valueUri?: string;
  readonly valueCode?: string;
  readonly valueString?: string;
  readonly valueInteger?: number;
  readonly valueBoolean?: boolean;
}

/** Another name of a concept: what it is for, in which language, and the name. */
interface Designation {
  readonly use: unknown;
  readonly language: unknown;
  readonly value: unknown;
}

const fhirJson = 'application/fhir+json';

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{6,18}$/.test(value);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

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
    if (!isCode(code)) return undefined;
    const [term] = await this.#ask(
      'CodeSystem/$lookup',
      [
        {name: 'system', valueUri: snomedSystem},
        {name: 'code', valueCode: code},
        {name: 'property', valueCode: 'designation'},
        {name: 'displayLanguage', valueCode: displayLanguage},
      ],
      (json) => {
        if (json['resourceType'] !== 'Parameters') return undefined;
        const parts = listOf(json['parameter']);
        // Not all servers say the code again; the words of another would be a wrong meaning.
        const said = valueOf(named(parts, 'code'));
        if (said !== undefined && said !== code) return undefined;
        const display = textOf(valueOf(named(parts, 'display')));
        if (!display) return undefined;
        const designations = parts
          .filter((part) => part['name'] === 'designation')
          .map((part) => listOf(part['part']))
          .map((inner) => ({
            use: valueOf(named(inner, 'use')),
            language: valueOf(named(inner, 'language')),
            value: valueOf(named(inner, 'value')),
          }));
        return [termOf(code, display, plainIn(designations))];
      },
    );
    return term;
  }

  /**
   * Concepts that are called so, at most ten, in plain words where the server has them. Nothing is sent that may be a number or an
   * address of somebody: no word of medicine has five digits.
   */
  async find(words: string): Promise<readonly GlossaryTerm[]> {
    const filter = words.trim().slice(0, 100);
    if (filter.length < 3 || (filter.match(/\p{Nd}/gu)?.length ?? 0) > 4 || filter.includes('@'))
      return [];
    return this.#ask(
      'ValueSet/$expand',
      [
        {name: 'url', valueUri: `${snomedSystem}?fhir_vs`},
        {name: 'filter', valueString: filter},
        {name: 'count', valueInteger: mostFound},
        {name: 'includeDesignations', valueBoolean: true},
        {name: 'activeOnly', valueBoolean: true},
        {name: 'displayLanguage', valueCode: displayLanguage},
      ],
      (json) => {
        const {resourceType, expansion} = json;
        if (resourceType !== 'ValueSet' || !isObject(expansion)) return undefined;
        return listOf(expansion['contains'])
          .slice(0, mostFound)
          .flatMap(({system, code, display, designation, inactive}) => {
            const name = textOf(display);
            const isOurs = system === snomedSystem && inactive !== true;
            if (!name || !isOurs || !isCode(code)) return [];
            const designations = listOf(designation).map(({use, language, value}) => ({
              use,
              language,
              value,
            }));
            return [termOf(code, name, plainIn(designations))];
          });
      },
    );
  }

  /** `read` gives nothing where an answer makes no sense. */
  async #ask(
    operation: string,
    parameter: readonly Parameter[],
    read: (json: Json) => readonly GlossaryTerm[] | undefined,
  ): Promise<readonly GlossaryTerm[]> {
    const body = JSON.stringify({resourceType: 'Parameters', parameter});
    const known = this.#answers.get(body);
    if (known) return known;
    const answer = this.#request(operation, body)
      .then((json) => (isObject(json) ? read(json) : undefined))
      .catch(() => undefined)
      .then((terms) => {
        // A failure is no answer to keep: the next person to ask may be luckier.
        if (!terms) this.#answers.delete(body);
        return terms ?? [];
      });
    this.#answers.set(body, answer);
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > mostKept) this.#answers.delete(oldest);
    return answer;
  }

  /** Also a page whose own `fetch` does not stop when it is told to is waited for no longer. */
  async #request(operation: string, body: string): Promise<unknown> {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        resolve(undefined);
        abort.abort();
      }, patience);
    });
    const asked = this.#fetch(`${this.#base}/${operation}`, {
      method: 'POST',
      body,
      headers: {accept: fhirJson, 'content-type': fhirJson},
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Which words a person looked up is not to lie on the device.
      cache: 'no-store',
      // Elsewhere is not the address that was agreed to.
      redirect: 'error',
      signal: abort.signal,
    }).then((response) => (response.ok ? jsonOf(response) : undefined));
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What an answer says, when it is not longer than anything that is of use. */
async function jsonOf({body}: Response): Promise<unknown> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const {done, value} = (await reader?.read()) ?? {done: true};
    if (done) return JSON.parse(text + decoder.decode());
    size += value.byteLength;
    if (size > largest) {
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, {stream: true});
  }
}
