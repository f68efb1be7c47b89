/** Lines under an entry's name, and what they are made of. */
import {get, objects, type FhirResource} from '../../fhir-json.js';
import type {PointKey} from '../../status.js';
import type {Naming, Point, PointValues} from '../../timeline.js';
import type {DecodeContext} from '../entry.js';
import {namedBy} from '../named.js';

/** A sentence of ours under an entry's name. */
export function point(key: PointKey, values: PointValues = {}): Point {
  return {type: 'words', key, values};
}

/** A sentence of ours around words of the record; nothing without those words. */
export function pointOf(
  key: PointKey,
  words: string | undefined,
  naming: Naming = {},
): Point | undefined {
  return words === undefined ? undefined : {type: 'words', key, values: {text: words}, ...naming};
}

/** Words of the record as a line of their own. */
export function textPoint(words: string | undefined, naming: Naming = {}): Point | undefined {
  return words === undefined ? undefined : {type: 'text', text: words, ...naming};
}

/** That the words of a line are the name of what a Reference leads to. */
export function naming(context: DecodeContext, reference: unknown, resource: FhirResource): Naming {
  return {names: () => namedBy(context, reference, context.resolve(reference, resource))};
}

/** The value of the first extension with an address, whatever its type; undefined when there is none. */
export function extensionValue(
  holder: unknown,
  isWanted: (url: string) => boolean,
  element: string,
): unknown {
  for (const extension of objects(get(holder, 'extension'))) {
    const url = extension['url'];
    if (typeof url === 'string' && isWanted(url)) return extension[element];
  }
  return undefined;
}
