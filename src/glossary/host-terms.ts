/** Reads terms that a host brings: JSON of unknown quality, of which each good entry is kept and each bad one named. */
import type {GlossaryTerm, TermCheck, TermKind, TermTopic} from '../model/glossary.js';

/** What was wrong with an entry. Never its content: `index` is its place in the list. */
export interface TermProblem {
  readonly index: number;
  /** The field, for example `means`. */
  readonly field: string;
  /** For a developer, in English. */
  readonly reason: string;
}

/** Characters of a meaning at most: a panel is no article. */
const longest = 400;

/** So many entries of a list may be written the same way: nobody reads through more meanings of one word. */
const mostAlike = 12;

const kinds: Record<TermKind, true> = {
  condition: true,
  symptom: true,
  anatomy: true,
  test: true,
  measurement: true,
  medicine: true,
  procedure: true,
  device: true,
  dosage: true,
  time: true,
  shorthand: true,
  organisation: true,
  role: true,
  record: true,
  phrase: true,
};

const topics: Record<TermTopic, true> = {
  cancer: true,
  'end-of-life': true,
  'pregnancy-loss': true,
  'mental-health-law': true,
  genetics: true,
  'sexual-health': true,
  safeguarding: true,
};

type Json = Record<string, unknown>;

/** Whether something of unknown quality has fields. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words as text: what changes direction or is not seen is taken out, and white space is one space. */
function words(value: unknown, most = longest): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(/\p{C}/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
  return text !== '' && text.length <= most ? text : undefined;
}

/** An address that a link may lead to. */
function httpsAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  try {
    const url = new URL(value);
    return url.protocol === 'https:' && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

const validDay = (value: unknown): string | undefined => {
  try {
    return isDay(value) ? value : undefined;
  } catch {
    // A day that no month has.
    return undefined;
  }
};

/** Milliseconds by which the day that began first on Earth is ahead of UTC: it is nobody's future. */
const firstDayAhead = 14 * 3_600_000;

/** Who checked a meaning, in words, on a day that has come; nothing where that is not what is said. */
export function readCheck(value: unknown): TermCheck | undefined {
  if (!isObject(value)) return undefined;
  const on = validDay(value['on']);
  const by = words(value['by'], 100);
  const latest = new Date(Date.now() + firstDayAhead).toISOString().slice(0, 10);
  return on && on <= latest && by && /\p{L}/u.test(by) ? {on, by} : undefined;
}

/** What a check is to be, for a developer. */
export const checkForm = 'a day as 2026-10-03 that has come, and who';

type Fault = (field: string, reason: string) => undefined;

/** A field that may be missing, and is not allowed to be wrong. */
function optional<T>(
  json: Json,
  field: string,
  read: (value: unknown) => T | undefined,
  fault: Fault,
  reason: string,
): T | undefined {
  if (json[field] === undefined) return undefined;
  return read(json[field]) ?? fault(field, reason);
}

/** The same in other languages, by language subtag. */
function readLanguages(value: unknown): GlossaryTerm['in'] | undefined {
  if (!isObject(value)) return undefined;
  const read: Record<string, {means: string; full?: string}> = {};
  for (const [lang, said] of Object.entries(value)) {
    const means = isObject(said) ? words(said['means']) : undefined;
    const full = isObject(said) ? words(said['full'], 200) : undefined;
    if (
      !/^[a-z]{2,3}$/.test(lang) ||
      !means ||
      (isObject(said) && said['full'] !== undefined && !full)
    )
      return undefined;
    read[lang] = {means, ...(full && {full})};
  }
  return read;
}

function readTerm(json: Json, fault: Fault): GlossaryTerm | undefined {
  let isBad = false;
  const bad: Fault = (field, reason) => {
    isBad = true;
    return fault(field, reason);
  };
  const id = typeof json['id'] === 'string' && /^[\w.-]{1,100}$/.test(json['id']) ? json['id'] : '';
  const term = words(json['term'], 100);
  const means = words(json['means']);
  const kind = json['kind'] === undefined ? 'record' : json['kind'];
  const topic = json['topic'];
  if (!id) bad('id', 'letters, digits, dots and hyphens, at most 100');
  if (!term) bad('term', 'text of at most 100 characters');
  if (!means) bad('means', `text of at most ${longest} characters`);
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) bad('kind', 'one of the kinds');
  if (topic !== undefined && (typeof topic !== 'string' || !Object.hasOwn(topics, topic)))
    bad('topic', 'one of the topics');
  const text = (field: string) => optional(json, field, (value) => words(value, 200), bad, 'text');
  const forms = optional(
    json,
    'forms',
    (value) => {
      if (!Array.isArray(value) || value.length > 100) return undefined;
      const read = value.map((form) => words(form, 100));
      return read.every((form) => form !== undefined) ? read : undefined;
    },
    bad,
    'a list of at most 100 texts',
  );
  const source = optional(
    json,
    'source',
    (value) => {
      const name = isObject(value) ? words(value['name'], 100) : undefined;
      const address = isObject(value) ? value['url'] : undefined;
      const url = httpsAddress(address);
      if (!name || (address !== undefined && !url)) return undefined;
      return {name, ...(url && {url})};
    },
    bad,
    'a name, and an https address where there is one',
  );
  const checked = optional(json, 'checked', readCheck, bad, checkForm);
  const snomed = optional(
    json,
    'snomed',
    (value) => {
      const [code, display] = Array.isArray(value) ? (value as unknown[]) : [];
      const shown = words(display, 300);
      return typeof code === 'string' && /^\d{6,18}$/.test(code) && shown
        ? ([code, shown] as const)
        : undefined;
    },
    bad,
    'a code and its display',
  );
  const translated = optional(
    json,
    'in',
    readLanguages,
    bad,
    'words by language: {"cy": {"means": …}}',
  );
  const full = text('full');
  const say = text('say');
  const example = text('example');
  const not = text('not');
  if (isBad || !term || !means) return undefined;
  return {
    id,
    term,
    means,
    kind: kind as TermKind,
    forms: forms ?? [],
    ...(typeof topic === 'string' && {topic: topic as TermTopic}),
    ...(full && {full}),
    ...(say && {say}),
    ...(example && {example}),
    ...(not && {not}),
    ...(json['ambiguous'] === true && {ambiguous: true}),
    ...(snomed && {snomed}),
    ...(source && {source}),
    ...(checked && {checked}),
    ...(translated && {in: translated}),
  };
}

/** Every good term of a list, and what is wrong with the others. A list that is none has no terms and one problem. */
export function readTerms(json: unknown): {terms: GlossaryTerm[]; problems: TermProblem[]} {
  const terms: GlossaryTerm[] = [];
  const problems: TermProblem[] = [];
  const list = isObject(json) ? json['terms'] : json;
  if (!Array.isArray(list))
    return {terms, problems: [{index: -1, field: 'terms', reason: 'a list of terms'}]};
  const seen = new Set<string>();
  const alike = new Map<string, number>();
  list.forEach((entry: unknown, index) => {
    const fault: Fault = (field, reason) => {
      problems.push({index, field, reason});
      return undefined;
    };
    if (!isObject(entry)) return fault('', 'an object');
    const term = readTerm(entry, fault);
    if (!term) return undefined;
    if (seen.has(term.id)) return fault('id', 'the same as of an entry before');
    seen.add(term.id);
    const written = new Set([term.term, ...term.forms].map((form) => form.toLowerCase()));
    if ([...written].some((form) => (alike.get(form) ?? 0) >= mostAlike))
      return fault('forms', `written as ${mostAlike} entries before`);
    for (const form of written) alike.set(form, (alike.get(form) ?? 0) + 1);
    terms.push(term);
    return undefined;
  });
  return {terms, problems};
}
