/**
 * CodeableConcept and Coding to words. `text` beats every `display` (UK transfer-degraded entries say
 * more in `text` than in the code's display), and a raw code is never given back.
 */
import {get, list, object, objects, text} from './fhir-json.js';

const sctDescription =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-CodingSCTDescDisplay';
const clinicalSystems = ['snomed.info/sct', 'dmd.nhs.uk'];

/** Longest piece of record text shown, in characters: what is longer ends in an ellipsis. */
const longest = 4000;

/** A code system's address without what differs between servers: `http`/`https` and a closing slash. */
export function sameSystem(a: unknown, b: string): boolean {
  return a === b || (typeof a === 'string' && bareSystem(a) === bareSystem(b));
}

/** A code system's address without scheme and closing slash, to compare it by. */
export function bareSystem(system: string): string {
  return system.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

const relativeReference =
  /^#?(?:Patient|Practitioner|PractitionerRole|Organization|Location|Medication\w*|Observation|DiagnosticReport|Condition|AllergyIntolerance|Procedure|Encounter|Immunization|DocumentReference|Appointment|Care(?:Plan|Team)|Device|Specimen|ServiceRequest|RelatedPerson|Binary|Provenance)\/[\w./-]+$/;

/**
 * Words that are only a code, an id or an address, which nobody should read: digits, URLs, URNs, UUIDs,
 * `Type/id` references and `system|code` tokens.
 */
export function looksLikeCode(words: string): boolean {
  if (words.includes(' ') || /^[A-Za-z-]+$/.test(words)) return false;
  if (/^\d[\d./-]*$/.test(words) || /^[A-Za-z]?\d{4,}$/.test(words)) return true;
  // ICD-10 with a decimal, and Read codes with their closing dots. 'B12' is a vitamin, so it stays.
  if (/^[A-Z]\d{2}\.\d{1,2}$/.test(words) || /^[A-Za-z0-9]{2,4}\.{1,3}$/.test(words)) return true;
  // Names of machines' own tables, such as 'MDC_FLOW_AWAY_EXP'.
  if (/^[A-Z\d]+(?:_[A-Z\d]+)+$/.test(words)) return true;
  if (/^(?:https?|ftp|urn|javascript|data|file|blob|oid):/i.test(words)) return true;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(words)) return true;
  return words.includes('|') || relativeReference.test(words);
}

/** Everything outside Latin letters and common signs: only then are the slower rules looked at. */
const unusual = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]/;
/** What makes `clean` look closer; most words of a record have none of it. */
const doubtful = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]|[<:]|^ | {2}| $/;
/** What turns the direction of other text, and control characters: a visible mark takes their place. */
const spoofing =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** What has no width: taken out, so that two names that look the same are the same. */
const invisible = /[\u00ad\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff]/g;
/** More than four marks on one letter climb over the lines above. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
const address = /\b(?:https?|ftp|file|javascript|data|blob|urn):[^\s<>"]+/gi;
const markup = /<\/?[a-z!][^<>]*>/gi;
/** In HTML, words that were struck out: without the stroke they say the opposite. */
const struckOut = /<(?:s|strike|del)\b|line-through/i;

/**
 * Words of the record made safe to draw, otherwise as they are: white space is single, characters that could make
 * text read as other text show as a mark, tags and addresses are taken out, long text is cut. Undefined when nothing
 * is left, or when taking out tags would change what the words say.
 */
export function clean(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (value.length <= longest && !doubtful.test(value)) return value;
  let words = value;
  if (words.length > longest) words = `${words.slice(0, longest)}…`;
  if (unusual.test(words)) {
    words = words
      .replace(/\s+/g, ' ')
      .replace(spoofing, '\ufffd')
      .replace(invisible, '')
      .replace(piledMarks, '$1');
  }
  if (words.includes('<')) {
    if (struckOut.test(words)) return undefined;
    words = words.replace(markup, ' ');
  }
  if (words.includes(':')) words = words.replace(address, '…');
  if (words.includes('  ') || words.includes('\n')) words = words.replace(/\s+/g, ' ');
  words = words.trim();
  return words === '' || words === '…' ? undefined : words;
}

/** Words fit to be read by a person, or nothing: `clean`, and not only a code. */
export function readable(value: unknown): string | undefined {
  let words = clean(value);
  // Some systems write the code before its name: '716186003 | No known allergy |'.
  if (words?.includes('|')) words = words.replace(/^\d{6,18} ?\| ?([^|]+?) ?\|?$/, '$1');
  return words === undefined || looksLikeCode(words) ? undefined : words;
}

/** The sort of concept that SNOMED CT puts after a full name, which says nothing to a reader. */
const semanticTag =
  / \((?:disorder|finding|procedure|situation|substance|product|medicinal product|clinical drug|observable entity|qualifier value|event|body structure|regime\/therapy|organism|physical object)\)$/i;

/** The words of one Coding: its preferred UK description, else its display. */
export function codingLabel(coding: unknown): string | undefined {
  const extensions = get(coding, 'extension');
  if (extensions !== undefined) {
    for (const extension of objects(extensions)) {
      if (extension['url'] === sctDescription) {
        const words = readable(extension['valueString']);
        if (words) return words;
      }
    }
  }
  const words = notItsCode(readable(get(coding, 'display')), coding);
  return words?.endsWith(')') ? words.replace(semanticTag, '') : words;
}

/** Words, unless they are only the code itself; short ones such as 'B12' may be both. */
function notItsCode(words: string | undefined, coding: unknown): string | undefined {
  return words !== undefined &&
    words.length > 3 &&
    words === get(coding, 'code') &&
    /\d|_/.test(words)
    ? undefined
    : words;
}

/**
 * What a CodeableConcept says, in the record's own words: its text, else the coding the user chose, else a
 * SNOMED CT or dm+d display, else any display. Nothing when there are only codes.
 */
export function conceptLabel(concept: unknown): string | undefined {
  if (!object(concept)) return undefined;
  const codings = objects(get(concept, 'coding'));
  const own = get(concept, 'text');
  if (own !== undefined) {
    let words = readable(own);
    for (let at = 0; at < codings.length && at < 20; at += 1)
      words = notItsCode(words, codings[at]);
    if (words) return words;
  }
  if (codings.length > 1) {
    const chosen = codings.find((coding) => coding['userSelected'] === true);
    const words = chosen && codingLabel(chosen);
    if (words) return words;
    for (const coding of codings) {
      const system = coding['system'];
      if (typeof system === 'string' && clinicalSystems.includes(bareSystem(system))) {
        const clinical = codingLabel(coding);
        if (clinical) return clinical;
      }
    }
  }
  for (const coding of codings) {
    const words = codingLabel(coding);
    if (words) return words;
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

/** What every concept of a list that has words says, joined by commas; nothing when none has. */
export function allLabels(concepts: unknown): string | undefined {
  const words: string[] = [];
  for (const concept of list(concepts)) {
    const label = conceptLabel(concept);
    if (label && !words.includes(label)) words.push(label);
    if (words.length === 20) break;
  }
  return words.length > 0 ? words.join(', ') : undefined;
}

/** True when a CodeableConcept, or a list of them, holds a code of a system (`http` and `https` are the same). */
export function hasCode(concepts: unknown, system: string, ...codes: readonly string[]): boolean {
  for (const concept of list(concepts)) {
    for (const coding of list(get(concept, 'coding'))) {
      const code = get(coding, 'code');
      if (
        typeof code === 'string' &&
        codes.includes(code) &&
        sameSystem(get(coding, 'system'), system)
      )
        return true;
    }
  }
  return false;
}

/** The code a CodeableConcept holds in a system, if it holds one. */
export function codeIn(concept: unknown, system: string): string | undefined {
  for (const coding of list(get(concept, 'coding'))) {
    if (sameSystem(get(coding, 'system'), system)) return text(get(coding, 'code'));
  }
  return undefined;
}
