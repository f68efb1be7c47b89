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

function readingOf(performer: object, context: DecodeContext): TimelineEntry {
  const resource = {
    resourceType: 'Observation',
    id: '1',
    status: 'final',
    code: {text: 'Weight'},
    performer: [performer],
  } as unknown as FhirResource;
  const decoded = decode(resource, context);
  if (decoded.outcome !== 'entry') throw new Error('No entry came');
  return decoded.entry;
}

describe('who recorded an entry, before everything that reads entries has come', () => {
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
});
