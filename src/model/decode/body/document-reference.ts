/** DocumentReference: what sort of document it is. */
import {get, list} from '../../fhir-json.js';
import {conceptLabel} from '../../label.js';
import {textPoint} from './points.js';
import type {BodyReader} from './reader.js';

export const documentReference: BodyReader = {
  points({entry, resource}) {
    const type = conceptLabel(get(resource, 'type'));
    return [textPoint(type === entry.title ? undefined : type)];
  },
  authors: (resource) => list(get(resource, 'author')),
  places: (resource) => [get(resource, 'custodian')],
};
