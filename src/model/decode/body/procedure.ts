/** Procedure: why it was done, or was not. */
import {get, objects} from '../../fhir-json.js';
import {allLabels} from '../../all-labels.js';
import {clean, conceptLabel} from '../../label.js';
import {pointOf} from './points.js';
import type {BodyReader} from './reader.js';

export const procedure: BodyReader = {
  points: ({resource}) => [
    pointOf('dateWords', clean(get(resource, 'performedString'))),
    pointOf('reasonGiven', conceptLabel(get(resource, 'statusReason'))),
    pointOf('whatFor', allLabels(get(resource, 'reasonCode'))),
  ],
  authors: (resource) => [
    ...objects(get(resource, 'performer')).map((each) => each['actor']),
    get(resource, 'recorder'),
    get(resource, 'asserter'),
  ],
  places: (resource) => [
    ...objects(get(resource, 'performer')).map((each) => each['onBehalfOf']),
    get(resource, 'location'),
  ],
};
