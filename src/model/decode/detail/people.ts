/** Who and where, from References: names of people, teams, places and things in the record's own words. */
import type {DetailValue, Note, Who} from '../../detail.js';
import {get, object, objects, text, type FhirResource} from '../../fhir-json.js';
import {conceptLabel, firstLabel, readable} from '../../label.js';
import {currentName, deviceName} from '../people.js';
import {follow} from './follow.js';
import {covered, dateOf, prose, type Maybe, type Scope} from './scope.js';

/** What a resource is called, whatever it is. */
function nameOf(resource: FhirResource, scope: Scope): string | undefined {
  const at = (name: string) => get(resource, name);
  switch (resource.resourceType) {
    case 'Practitioner':
    case 'RelatedPerson':
    case 'Patient':
      return currentName(at('name'), scope.context.now ?? Date.now());
    case 'Device':
      return deviceName(resource) ?? conceptLabel(at('type')) ?? readable(at('modelNumber'));
    case 'Encounter':
      return firstLabel(at('type')) ?? conceptLabel(at('serviceType'));
    case 'Specimen':
      return conceptLabel(at('type'));
    default:
      return (
        conceptLabel(at('code')) ??
        readable(at('name')) ??
        readable(at('title')) ??
        readable(at('description')) ??
        conceptLabel(at('type')) ??
        firstLabel(at('type')) ??
        conceptLabel(at('medicationCodeableConcept')) ??
        conceptLabel(at('vaccineCode'))
      );
  }
}

/** Who a Reference is to, as far as the record says. Nobody, when they are covered. */
export function who(scope: Scope, reference: unknown, role?: string): Who | undefined {
  if (!object(reference)) return undefined;
  if (scope.context.isPatient(reference)) return {patient: true, ...(role && {role})};
  const {resource, unsafe} = follow(scope, reference, 'party');
  if (unsafe) return undefined;
  const display = readable(get(reference, 'display'));
  let name = display ?? (resource && nameOf(resource, scope));
  let place: string | undefined;
  let spoken = role;
  if (resource?.resourceType === 'PractitionerRole') {
    const practitioner = who(scope, get(resource, 'practitioner'));
    const organisation = who(scope, get(resource, 'organization'));
    name = practitioner?.name ?? display;
    place = organisation?.name;
    spoken ??= firstLabel(get(resource, 'code')) ?? firstLabel(get(resource, 'specialty'));
  }
  if (resource?.resourceType === 'RelatedPerson') {
    spoken ??= firstLabel(get(resource, 'relationship'));
  }
  if (!name && !place && !spoken) return undefined;
  return {
    patient: false,
    ...(name && {name}),
    ...(spoken && spoken !== name && {role: spoken}),
    ...(place && place !== name && {place}),
  };
}

/** Who each Reference is to, as values. */
export function whoValues(scope: Scope, references: unknown, role?: string): readonly Maybe[] {
  return objects(references).map((reference) => whoValue(scope, reference, role));
}

/** Who a Reference is to, as a value. */
export function whoValue(scope: Scope, reference: unknown, role?: string): Maybe {
  const found = who(scope, reference, role);
  if (found) return {type: 'who', who: found};
  return object(reference) && follow(scope, reference, 'party').isCovered ? covered : undefined;
}

/** The words of a `who`, for a sentence: a name, else a role, else a place. */
export function whoName(found: Who | undefined): string | undefined {
  return found && (found.name ?? found.place ?? found.role);
}

/** What a clinical resource is called, led by what changes its meaning. Errors and other people's are nothing. */
export function clinicalValue(scope: Scope, reference: unknown): Maybe {
  const {resource, unsafe, isCovered} = follow(scope, reference);
  if (isCovered) return covered;
  if (unsafe) return undefined;
  const name = (resource && nameOf(resource, scope)) ?? readable(get(reference, 'display'));
  if (!name) return undefined;
  const isRefuted = objects(get(get(resource, 'verificationStatus'), 'coding')).some(
    (coding) => coding['code'] === 'refuted',
  );
  return isRefuted ? {type: 'words', key: 'ruledOut', text: name} : {type: 'text', text: name};
}

/** What each Reference is called. */
export function clinicalValues(scope: Scope, references: unknown): readonly Maybe[] {
  return objects(references).map((reference) => clinicalValue(scope, reference));
}

/** The notes beside an entry: FHIR Annotation, with who wrote them and when. */
export function notes(scope: Scope, json: unknown): Note[] {
  return objects(json).flatMap((annotation) => {
    const words = prose(annotation['text']);
    if (!words) {
      if (text(annotation['text'])) scope.withheld = true;
      return [];
    }
    const name = readable(annotation['authorString']);
    const by = who(scope, annotation['authorReference']) ?? (name && {patient: false, name});
    const date = dateOf(annotation, 'time');
    return [{text: words, ...(by && {by}), ...(date && {date})}];
  });
}

/** Notes as values of a row. */
export function noteValues(scope: Scope, json: unknown): readonly DetailValue[] {
  return notes(scope, json).map((note) => ({type: 'note', note}));
}
