/** Encounter: who was seen, and what for. */
import {get, objects} from '../../fhir-json.js';
import {allLabels} from '../../all-labels.js';
import {professionalsOf} from '../people.js';
import {pointOf} from './points.js';
import type {BodyReader} from './reader.js';

export const encounter: BodyReader = {
  // Those who were seen are named here; who wrote it down is not said by an Encounter.
  points({resource, context}) {
    const people = objects(get(resource, 'participant')).slice(0, 10);
    const names = professionalsOf(
      people.map(({individual}) => individual),
      resource,
      context,
    );
    return [pointOf('with', names), pointOf('whatFor', allLabels(get(resource, 'reasonCode')))];
  },
  places: (resource) => [
    get(resource, 'serviceProvider'),
    objects(get(resource, 'location'))[0]?.['location'],
  ],
};
