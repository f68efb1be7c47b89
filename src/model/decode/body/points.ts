/** Lines under an entry's name, and what they are made of. */
import {get, objects} from '../../fhir-json.js';
import type {PointKey} from '../../status.js';
import type {Point, PointValues} from '../../timeline.js';

/** A sentence of ours under an entry's name. */
export function point(key: PointKey, values: PointValues = {}): Point {
  return {type: 'words', key, values};
}

/** A sentence of ours around words of the record; nothing without those words. */
export function pointOf(key: PointKey, words: string | undefined): Point | undefined {
  return words === undefined ? undefined : {type: 'words', key, values: {text: words}};
}

/** Words of the record as a line of their own. */
export function textPoint(words: string | undefined): Point | undefined {
  return words === undefined ? undefined : {type: 'text', text: words};
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
