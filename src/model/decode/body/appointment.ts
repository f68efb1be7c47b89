/** Appointment: with whom, where, and why it was cancelled. */
import {get, objects} from '../../fhir-json.js';
import {conceptLabel} from '../../label.js';
import {placeName, professionalsOf, referenceType} from '../people.js';
import {pointOf} from './points.js';
import type {BodyReader} from './reader.js';

/** UK Core: the organisation that made the booking. */
const bookingOrganisation =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BookingOrganization';

export const appointment: BodyReader = {
  points({resource, context}) {
    const actors = objects(get(resource, 'participant'))
      .slice(0, 20)
      .map(({actor}) => actor);
    const isPlace = (actor: unknown): boolean => referenceType(actor) === 'Location';
    let at: string | undefined;
    for (const actor of actors.filter(isPlace)) at ??= placeName(actor, resource, context);
    const people = actors.filter((actor) => !isPlace(actor));
    return [
      pointOf('with', professionalsOf(people, resource, context)),
      pointOf('at', at),
      pointOf('reasonGiven', conceptLabel(get(resource, 'cancelationReason'))),
    ];
  },
  places: (resource) => [
    objects(get(resource, 'extension')).find(({url}) => url === bookingOrganisation)?.[
      'valueReference'
    ],
  ],
};
