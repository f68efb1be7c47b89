/**
 * CodeableConcept and Coding to words. `text` beats every `display` (UK transfer-degraded entries say
 * more in `text` than in the code's display), and a raw code is never given back.
 */
import {get, object, objects, text} from './fhir-json.js';

const sctDescription =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-CodingSCTDescDisplay';
const clinicalSystems = ['snomed.info/sct', 'dmd.nhs.uk'];

/** A code system's address without what differs between servers: `http`/`https` and a closing slash. */
export function sameSystem(a: unknown, b: string): boolean {
  return typeof a === 'string' && bareSystem(a) === bareSystem(b);
}

/** A code system's address without scheme and closing slash, to compare it by. */
export function bareSystem(system: string): string {
  return system.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

/**
 * Words that are only a code, an id or an address, which nobody should read: digits, URLs, URNs, UUIDs,
 * `Type/id` references and `system|code` tokens.
 */
export function looksLikeCode(words: string): boolean {
  const bare = words.trim();
  if (/^\d[\d\s./-]*$/.test(bare) || /^[A-Za-z]?\d{4,}$/.test(bare)) return true;
  if (/\b(?:https?|ftp|urn|javascript|data|file):\S/i.test(bare)) return true;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(bare)) return true;
  return /^\S*\|\S*$/.test(bare) || /^#?[A-Z][A-Za-z]+\/[\w.-]+$/.test(bare);
}

/** Words fit to be read by a person, or nothing. */
export function readable(value: unknown): string | undefined {
  const words = text(value)?.replace(/\s+/g, ' ').trim();
  return words && !looksLikeCode(words) ? words : undefined;
}

/** The words of one Coding: its preferred UK description, else its display. */
export function codingLabel(coding: unknown): string | undefined {
  const extension = objects(get(coding, 'extension')).find(
    (item) => item['url'] === sctDescription,
  );
  return readable(get(extension, 'valueString')) ?? readable(get(coding, 'display'));
}

/**
 * What a CodeableConcept says, in the record's own words: its text, else the coding the user chose, else a
 * SNOMED CT or dm+d display, else any display. Nothing when there are only codes.
 */
export function conceptLabel(concept: unknown): string | undefined {
  if (!object(concept)) return undefined;
  const own = readable(get(concept, 'text'));
  if (own) return own;
  const codings = objects(get(concept, 'coding'));
  const chosen = codings.find((coding) => coding['userSelected'] === true);
  const clinical = codings.find((coding) =>
    clinicalSystems.includes(bareSystem(String(coding['system'] ?? ''))),
  );
  for (const coding of [chosen, clinical, ...codings]) {
    const words = codingLabel(coding);
    if (words) return words;
  }
  return undefined;
}

/** What the first concept of a list that has words says. */
export function firstLabel(concepts: unknown): string | undefined {
  for (const concept of objects(concepts)) {
    const words = conceptLabel(concept);
    if (words) return words;
  }
  return undefined;
}

/** True when a CodeableConcept, or a list of them, holds a code of a system (`http` and `https` are the same). */
export function hasCode(concepts: unknown, system: string, ...codes: readonly string[]): boolean {
  return objects(concepts).some((concept) =>
    objects(concept['coding']).some(
      (coding) =>
        typeof coding['code'] === 'string' &&
        codes.includes(coding['code']) &&
        sameSystem(coding['system'], system),
    ),
  );
}

/** The code a CodeableConcept holds in a system, if it holds one. */
export function codeIn(concept: unknown, system: string): string | undefined {
  const coding = objects(get(concept, 'coding')).find((item) => sameSystem(item['system'], system));
  return text(coding?.['code']);
}
