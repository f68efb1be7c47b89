/** What must never stand on a screen, whatever a record holds. */
export const neverShown: readonly (readonly [string, RegExp])[] = [
  ['undefined', /\bundefined\b/],
  ['null', /\bnull\b/],
  ['NaN', /\bNaN\b/],
  ['an object', /\[object /],
  ['an invalid date', /Invalid Date/],
  ['a tag', /<\/?[a-z][^>]*>/i],
  ['an address', /\b(?:https?|urn|ftp|file|data|javascript):\S/i],
  ['a UUID', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i],
  ['a reference', /\b(?:Patient|Practitioner|Observation|Organization|Encounter)\/[\w-]/],
];
