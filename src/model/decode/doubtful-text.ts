/** Words of a record that may not be what they look like, made safe to draw. Part of a lazy chunk. */

/** Longest piece of record text shown, in characters: what is longer ends in an ellipsis. */
const longest = 4000;
const spaces = /[\s\x85]+/g;
/** What has no width: taken out, so that two names that look the same are the same. */
const invisible = /[\xad\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff]/g;
/** Control characters, what turns the direction of other text, halves of a character: a visible mark takes their place. */
const spoofing = /[\p{Cc}\p{Bidi_C}\p{Cs}\ufff9-\ufffb]/gu;
/** More than four marks on one letter climb over the lines above. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
const address = /\b(?:https?|ftp|file|javascript|data|blob|urn|oid):[^\s<>"]+/gi;
const markup = /<\/?[a-z!][^<>]*>/gi;
/** In HTML, words that were struck out: without the stroke they say the opposite. */
const struckOut = /<(?:s|strike|del)\b|line-through/i;

/** What `clean` makes of words that it does not take as they are. */
export function cleanDoubtful(value: string): string | undefined {
  const marked = (value.length > longest ? `${value.slice(0, longest)}…` : value)
    .replace(spaces, ' ')
    .replace(invisible, '')
    .replace(spoofing, '\ufffd')
    .replace(piledMarks, '$1');
  if (marked.includes('<') && struckOut.test(marked)) return undefined;
  const words = marked.replace(markup, ' ').replace(address, '…').replace(spaces, ' ').trim();
  return words === '…' ? undefined : words || undefined;
}

/** `Type/id`, or `#Type/id`, of the resources that a record refers to. */
const reference =
  /^#?(?:Patient|Practitioner(?:Role)?|Organization|Location|Medication\w*|Observation|DiagnosticReport|Condition|AllergyIntolerance|Procedure|Encounter|Immunization|DocumentReference|Appointment|Care(?:Plan|Team)|Device|Specimen|ServiceRequest|RelatedPerson|Binary|Provenance)\/[\w./-]+$/;

/** True for words that only refer to a resource. */
export function isReferenceText(words: string): boolean {
  return reference.test(words);
}

/** The sort of concept that SNOMED CT puts after a full name, which says nothing to a reader. */
const semanticTag =
  / \((?:disorder|finding|procedure|situation|substance|product|medicinal product|clinical drug|observable entity|qualifier value|event|body structure|regime\/therapy|organism|physical object)\)$/i;

/** A full name of SNOMED CT without the sort of concept at its end. */
export const withoutSemanticTag = (words: string): string => words.replace(semanticTag, '');
