import {expect} from '@open-wc/testing';
import {decode, type DecodeContext} from '../../../src/model/decode/decode.js';
import type {FhirResource} from '../../../src/model/fhir-json.js';
import type {TimelineEntry} from '../../../src/model/timeline.js';
import '../../support/whole-entries.js';

/** A page on which the code that tells whose an unusual reference is has not come yet. */
function slowPage() {
  const page = {hasCome: false};
  const context: DecodeContext = {
    source: 'test',
    isPatient: () => {
      if (!page.hasCome) throw new Error('not there yet');
      return true;
    },
    resolve: () => undefined,
    provenance: () => [],
  };
  return {page, context};
}

function entryOf(resource: object, context: DecodeContext): TimelineEntry {
  const decoded = decode({id: '1', ...resource} as unknown as FhirResource, context);
  if (decoded.outcome !== 'entry') throw new Error('No entry came');
  return decoded.entry;
}

function readingOf(performer: object, context: DecodeContext): TimelineEntry {
  return entryOf(
    {
      resourceType: 'Observation',
      status: 'final',
      code: {text: 'Weight'},
      performer: [performer],
    },
    context,
  );
}

/** Its place is words alone, of which only the whole check can tell whether they are the person. */
const appointment = {
  resourceType: 'Appointment',
  status: 'booked',
  participant: [
    {actor: {reference: 'Practitioner/1', display: 'Dr Tom Okafor'}},
    {actor: {display: 'Ribble Bank Surgery'}},
  ],
};

describe('what an entry says, before everything that reads entries has come', () => {
  it('names a professional without knowing more of the person', () => {
    const {context} = slowPage();

    const {author} = readingOf({reference: 'Practitioner/1', display: 'Dr Tom Okafor'}, context);

    expect(author.name).to.equal('Dr Tom Okafor');
  });

  it('says that it was the person as soon as that can be told', () => {
    const {page, context} = slowPage();
    const entry = readingOf({identifier: {value: '9990001112'}}, context);
    const before = entry.author.who;
    page.hasCome = true;

    const {who} = entry.author;

    expect([before, who]).to.deep.equal(['unknown', 'patient']);
  });

  it('waits for what it cannot read yet, and calls nothing unsafe for it', () => {
    const {context} = slowPage();

    const {points, pending, place} = entryOf(appointment, context);

    expect({points, pending, place}).to.deep.equal({points: [], pending: true, place: undefined});
  });

  it('says with whom an appointment is as soon as that can be told', () => {
    const {page, context} = slowPage();
    const entry = entryOf(appointment, context);
    const before = [entry.points, entry.author, entry.place, entry.searchText].length;
    page.hasCome = true;

    const {points, pending, searchText} = entry;

    expect(before).to.equal(4);
    expect(pending).to.equal(false);
    expect(points).to.deep.equal([{type: 'words', key: 'with', values: {text: 'Dr Tom Okafor'}}]);
    expect(searchText).to.contain('okafor');
  });

  it('keeps the place of a result that is asked for before and after', () => {
    const {page, context} = slowPage();
    const performers = [
      {identifier: {value: '9990001112'}},
      {type: 'Organization', display: 'Ward 4'},
    ];
    const entry = entryOf(
      {resourceType: 'Observation', status: 'final', code: {text: 'Weight'}, performer: performers},
      {...context, isPatient: () => context.isPatient({}) && false},
    );
    const before = entry.place;
    page.hasCome = true;

    const {place} = entry;

    expect([before, place]).to.deep.equal([undefined, 'Ward 4']);
  });

  it('says that a part of it cannot be shown when reading it fails for another reason', () => {
    const {page, context} = slowPage();
    page.hasCome = true;
    const failing = {
      ...context,
      resolve() {
        throw new RangeError('not foreseen');
      },
    };

    const {points} = entryOf(appointment, failing);

    expect(points).to.deep.equal([{type: 'words', key: 'unsafePart', values: {}}]);
  });
});
