/**
 * CodeableConcept and Coding to words. `text` beats every `display` (UK transfer-degraded entries say
 * more in `text` than in the code's display), and a raw code is never given back.
 */
import {wholeBody} from './decode/entry-body.js';
import {get, list, objects, text, type JsonObject} from './fhir-json.js';

/** UK Core: the description that is preferred in the United Kingdom. */
const sctDescription = /\/Extension-UKCore-CodingSCTDescDisplay$/;
const clinicalSystems = ['snomed.info/sct', 'dmd.nhs.uk'];

/** A code system's address without what differs between servers: `http`/`https` and a closing slash. */
export function sameSystem(a: unknown, b: string): boolean {
  return a === b || (typeof a === 'string' && bareSystem(a) === bareSystem(b));
}

/** A code system's address without scheme and closing slash, to compare it by. */
export function bareSystem(system: string): string {
  return system.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * Numbers; ICD-10 with a decimal ('B12' is a vitamin, so it stays) and Read codes with their closing dots; names of
 * machines' own tables, such as 'MDC_FLOW_AWAY_EXP'; and UUIDs.
 */
const code =
  /^(?:\d[\d./-]*|[A-Za-z]?\d{4,}|[A-Z]\d\d\.\d\d?|[A-Za-z\d]{2,4}\.{1,3}|[A-Z\d]+(?:_[A-Z\d]+)+|[\da-fA-F]{8}-[\da-fA-F-]{27})$/;

/** Words made clean that are only a code, an id, a reference or a `system|code` token, which nobody should read. */
export function looksLikeCode(words: string): boolean {
  if (words.includes(' ') || /^[A-Za-z-]+$/.test(words)) return false;
  return (
    words.includes('|') ||
    code.test(words) ||
    (words.includes('/') && wholeBody().isReferenceText(words))
  );
}

/** Longest piece of record text that is taken as it is, in characters. */
const longest = 4000;
/** What makes `clean` look closer: most words of a record have none of it. Dashes and quotation marks are no reason. */
const doubtful = /[^\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027]|<|:\S|^ | {2}| $/;

/**
 * Words of the record made safe to draw, otherwise as they are: white space is single, characters that could make
 * text read as other text show as a mark, tags and addresses are taken out, long text is cut. Undefined when nothing
 * is left, or when taking out tags would change what the words say. Throws while what makes them safe is not there.
 */
export function clean(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const isPlain = value.length <= longest && !doubtful.test(value);
  return isPlain ? value : wholeBody().cleanDoubtful(value);
}

/** Words fit to be read by a person, or nothing: `clean`, and not only a code. */
export function readable(value: unknown): string | undefined {
  let words = clean(value);
  // Some systems write the code before its name: '716186003 | No known allergy |'.
  if (words?.includes('|')) words = words.replace(/^\d{6,18} ?\| ?([^|]+?) ?\|?$/, '$1');
  return words && !looksLikeCode(words) ? words : undefined;
}

/** True when words are only the code itself; short ones such as 'B12' may be both. */
function isOnlyCode(words: string, coding: unknown): boolean {
  return words.length > 3 && words === get(coding, 'code') && /[\d_]/.test(words);
}

/** The words of one Coding: its preferred UK description, else its display. */
export function codingLabel(coding: unknown): string | undefined {
  for (const {url, valueString} of objects(get(coding, 'extension'))) {
    const words = sctDescription.test(text(url) ?? '') && readable(valueString);
    if (words) return words;
  }
  const words = readable(get(coding, 'display'));
  if (!words || isOnlyCode(words, coding)) return undefined;
  return words.endsWith(')') ? wholeBody().withoutSemanticTag(words) : words;
}

/** Which Coding speaks for a concept: the one the user chose, else one of SNOMED CT or dm+d, else any. */
const preferred: readonly ((coding: JsonObject) => boolean)[] = [
  ({userSelected}) => userSelected === true,
  ({system}) => typeof system === 'string' && clinicalSystems.includes(bareSystem(system)),
  () => true,
];

/**
 * What a CodeableConcept says, in the record's own words: its text, else those of the Coding that speaks for it. Nothing
 * when there are only codes.
 */
export function conceptLabel(concept: unknown): string | undefined {
  const codings = objects(get(concept, 'coding'));
  const own = readable(get(concept, 'text'));
  if (own && !codings.some((coding) => isOnlyCode(own, coding))) return own;
  for (const isPreferred of preferred) {
    for (const coding of codings) {
      const words = isPreferred(coding) && codingLabel(coding);
      if (words) return words;
    }
  }
  return undefined;
}

/** What the first concept of a list that has words says. */
export function firstLabel(concepts: unknown): string | undefined {
  for (const concept of list(concepts)) {
    const words = conceptLabel(concept);
    if (words) return words;
  }
  return undefined;
}

/** The codes that a CodeableConcept, or a list of them, holds in a system (`http` and `https` are the same). */
export function codesIn(concepts: unknown, system: string): string[] {
  const codes: string[] = [];
  for (const concept of list(concepts)) {
    for (const coding of list(get(concept, 'coding'))) {
      const found = text(get(coding, 'code'));
      if (found && sameSystem(get(coding, 'system'), system)) codes.push(found);
    }
  }
  return codes;
}

/** True when a CodeableConcept, or a list of them, holds one of some codes of a system. */
export function hasCode(concepts: unknown, system: string, ...codes: readonly string[]): boolean {
  return codesIn(concepts, system).some((found) => codes.includes(found));
}
