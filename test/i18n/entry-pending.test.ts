import {expect} from '@open-wc/testing';
import {enGB as dates} from '../../src/i18n/en-gb/dates.js';
import {enGB as heads} from '../../src/i18n/en-gb/heads.js';
import {describeEntry, loadEntryText} from '../../src/i18n/entry-words.js';
import {decode, type DecodeContext} from '../../src/model/decode/decode.js';
import {loadEntryBody} from '../../src/model/decode/entry-body.js';
import type {FhirResource} from '../../src/model/fhir-json.js';

const context: DecodeContext = {
  source: 'test',
  now: Date.UTC(2026, 10, 21),
  isPatient: () => false,
  resolve: () => undefined,
  provenance: () => [],
};

function entryOf(json: object) {
  const found = decode(json as FhirResource, context);
  if (found.outcome !== 'entry') throw new Error(found.outcome);
  return found.entry;
}

const medicine = {
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'stopped',
  intent: 'order',
  authoredOn: '2026-03-01',
  medicationCodeableConcept: {text: 'Ramipril 5mg capsules'},
  dosageInstruction: [{text: 'Take one a day'}],
  requester: {type: 'Practitioner', display: 'Dr Tom Okafor'},
};

const words = {status: heads, dates};

// The order matters: what is not there yet cannot be taken away again once it has come.
describe('An entry whose rest is still to come', () => {
  it('says at once what it is, when it was and what changes that, and nothing of the rest', () => {
    const entry = entryOf(medicine);

    const said = describeEntry(entry, words, {viewer: 'self'});

    expect(said).to.deep.include({
      heading: 'Stopped: Ramipril 5mg capsules',
      date: '1\u00a0March 2026',
      sort: 'Medicine',
      lines: [],
      source: '',
      pending: true,
    });
    expect(JSON.stringify(said)).not.to.match(/not recorded|No range/i);
    expect(entry.searchText).to.equal('ramipril 5mg capsules');
  });

  it('is not there at all while only the rest can tell whether it may be shown', () => {
    const odd = {
      resourceType: 'Observation',
      id: 'o',
      status: 'final',
      code: {text: 'Potassium'},
      valueQuantity: {value: 5, unit: 'mmol/L', comparator: 'about'},
    };

    expect(() => decode(odd as FhirResource, context)).to.throw('not there yet');
  });

  it('is not to be shown while a word that changes what it says is still to come', () => {
    const stopped = describeEntry(entryOf(medicine), words, {viewer: 'self'});
    const plan = {resourceType: 'CarePlan', id: 'c', status: 'active', intent: 'order'};
    const ordered = describeEntry(entryOf(plan), words, {viewer: 'self'});

    expect([stopped.unsaid, ordered.unsaid]).to.deep.equal([false, true]);
  });

  it('is asked for again when it could not be fetched', async () => {
    const offline = () => Promise.reject(new Error('No answer'));

    const first = [await loadEntryBody(offline), await loadEntryText(offline)];

    expect(first).to.deep.equal([undefined, undefined]);
    expect(entryOf(medicine).pending).to.equal(true);
    expect(await Promise.all([loadEntryBody(), loadEntryText()])).not.to.include(undefined);
  });

  it('is whole once the rest is there, though it was read before', async () => {
    const entry = entryOf(medicine);
    await Promise.all([loadEntryBody(), loadEntryText()]);

    const said = describeEntry(entry, words, {viewer: 'self'});

    expect(said.pending).to.equal(undefined);
    expect(said.source).to.equal('Dr Tom Okafor');
    expect(said.lines).to.deep.equal([{type: 'text', text: 'Take one a day.', ownWords: true}]);
    expect(entry.searchText).to.contain('take one a day').and.to.contain('dr tom okafor');
  });
});
