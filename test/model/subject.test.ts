import {expect} from '@open-wc/testing';
import {judgeReference, judgeSubject, subjectIdentity} from '../../src/model/subject.js';
import type {FhirResource} from '../../src/model/fhir-json.js';

const system = 'https://fhir.nhs.uk/Id/nhs-number';
const base = 'https://fhir.example/r4/';
const person = subjectIdentity(base, 'p1', {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [
    {system, value: '9990000018'},
    {system: 'https://trust.example/Id/hospital-number', value: '1'},
  ],
  link: [
    {type: 'replaces', other: {reference: 'Patient/old'}},
    {type: 'replaces', other: {reference: 'https://elsewhere.example/Patient/9'}},
    {type: 'replaced-by', other: {reference: 'Patient/next'}},
  ],
} as FhirResource);

function resource(more: Record<string, unknown>): FhirResource {
  return {resourceType: 'Observation', id: 'o', ...more} as FhirResource;
}

describe('whose a resource is', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['our id', {reference: 'Patient/p1'}, 'same'],
    ['our id with a version', {reference: 'Patient/p1/_history/2'}, 'same'],
    ['our id under our base', {reference: `${base}Patient/p1`}, 'same'],
    ['our id under another base', {reference: 'https://x.example/Patient/p1'}, 'unknown'],
    ['another id', {reference: 'Patient/p2'}, 'other'],
    ['another id under our base', {reference: `${base}Patient/p2`}, 'other'],
    ['an id that begins like ours', {reference: 'Patient/p11'}, 'other'],
    ['an id in other letters', {reference: 'Patient/P1'}, 'other'],
    ['an id that ours replaces', {reference: 'Patient/old'}, 'same'],
    ['an address that ours replaces', {reference: 'https://elsewhere.example/Patient/9'}, 'same'],
    ['an id that replaced ours', {reference: 'Patient/next'}, 'other'],
    ['our NHS number', {identifier: {system, value: '9990000018'}}, 'same'],
    ['our NHS number with spaces', {identifier: {system, value: '999 000 0018'}}, 'same'],
    [
      'our NHS number under http',
      {identifier: {system: system.replace('https', 'http'), value: '9990000018'}},
      'same',
    ],
    ['another NHS number', {identifier: {system, value: '9990000026'}}, 'other'],
    [
      'our number of another system',
      {identifier: {system: 'https://a.example', value: '9990000018'}},
      'unknown',
    ],
    ['an NHS number that is none', {identifier: {system, value: 'unknown'}}, 'unknown'],
    ['a display alone', {display: 'Somebody'}, 'unknown'],
    ['a group', {reference: 'Group/g'}, 'unknown'],
    ['an unresolvable uuid', {reference: 'urn:uuid:1'}, 'unknown'],
    [
      'an unresolvable uuid with another NHS number',
      {reference: 'urn:uuid:1', identifier: {system, value: '9990000026'}},
      'other',
    ],
    ['nothing', undefined, 'unknown'],
    ['text in place of a reference', 'Patient/p1', 'unknown'],
    ['a number in place of a reference', {reference: 1}, 'unknown'],
    ['a path that leads to another person', {reference: 'Patient/p1/../p2'}, 'unknown'],
  ];
  for (const [title, reference, verdict] of cases) {
    it(`is ${verdict} for ${title}`, () => {
      expect(judgeReference(reference, person)).to.equal(verdict);
    });
  }

  it('follows a uuid of the same answer', () => {
    const found: Record<string, FhirResource> = {
      'urn:uuid:mine': {resourceType: 'Patient', id: 'p1'},
      'urn:uuid:number': {
        resourceType: 'Patient',
        identifier: [{system, value: '9990000018'}],
      } as FhirResource,
      'urn:uuid:theirs': {resourceType: 'Patient', id: 'p2'},
      'urn:uuid:nobody': {resourceType: 'Patient'},
    };

    const verdicts = Object.keys(found).map((reference) =>
      judgeReference({reference}, person, undefined, (url) => found[url]),
    );

    expect(verdicts).to.deep.equal(['same', 'same', 'other', 'unknown']);
  });

  it('judges a contained Patient by its NHS number, never by its id', () => {
    const within = (contained: unknown) =>
      judgeSubject(resource({subject: {reference: '#a'}, contained: [contained]}), person);

    expect([
      within({resourceType: 'Patient', id: 'a', identifier: [{system, value: '9990000018'}]}),
      within({resourceType: 'Patient', id: 'a', identifier: [{system, value: '9990000026'}]}),
      within({resourceType: 'Patient', id: 'a'}),
    ]).to.deep.equal(['same', 'other', 'unknown']);
  });

  it('looks at subject and patient', () => {
    expect([
      judgeSubject(resource({subject: {reference: 'Patient/p1'}}), person),
      judgeSubject(resource({patient: {reference: 'Patient/p2'}}), person),
      judgeSubject(
        resource({subject: {reference: 'Patient/p1'}, patient: {reference: 'Patient/p2'}}),
        person,
      ),
      judgeSubject(resource({}), person),
    ]).to.deep.equal(['same', 'other', 'other', 'unknown']);
  });

  it('takes an appointment for this person as soon as they take part', () => {
    const appointment = (...actors: string[]) =>
      judgeSubject(
        {
          resourceType: 'Appointment',
          participant: actors.map((reference) => ({actor: {reference}})),
        } as FhirResource,
        person,
      );

    expect([
      appointment('Practitioner/d', 'Patient/p1'),
      appointment('Patient/p1', 'Patient/p2'),
      appointment('Practitioner/d', 'Patient/p2'),
      appointment('Practitioner/d'),
    ]).to.deep.equal(['same', 'same', 'other', 'unknown']);
  });

  it('cannot tell by NHS number before the Patient has been read', () => {
    const bare = subjectIdentity(base, 'p1');

    expect(judgeReference({identifier: {system, value: '9990000018'}}, bare)).to.equal('unknown');
  });
});
