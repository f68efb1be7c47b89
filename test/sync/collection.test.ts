import {expect} from '@open-wc/testing';
import type {TimelineEntry} from '../../src/model/timeline.js';
import {dropKinds, replaceEntry} from '../../src/sync/collection-later.js';
import {Collection} from '../../src/sync/collection.js';
import type {RecordKind} from '../../src/model/record-kind.js';
import {fakeEntry} from '../support/fake-decode.js';

const result = (title: string): TimelineEntry => fakeEntry({reference: 'Observation/1', title});

/** A collection with one result inside one report. */
function collectionWith(unsafe?: ReadonlySet<RecordKind>): Collection {
  const collection = new Collection(undefined, unsafe);
  const parts = ['Observation/1', 'Observation/2'];
  collection.add([fakeEntry({reference: 'DiagnosticReport/1', kind: 'documents', parts})]);
  collection.add([result('Sodium')]);
  return collection;
}

describe('results inside reports', () => {
  it('come into the same map, so that what was looked for in it is not looked for again', () => {
    const collection = collectionWith();
    const {parts} = collection;

    collection.add([fakeEntry({reference: 'Observation/2'})]);

    expect([collection.parts === parts, parts.size]).to.deep.equal([true, 2]);
  });

  it('are in another map once one was replaced', () => {
    const collection = collectionWith();
    const {parts} = collection;

    replaceEntry(collection, result('Potassium'));

    const titles = [parts, collection.parts].map((map) => map.get('Observation/1')?.title);
    expect(titles).to.deep.equal(['Sodium', 'Potassium']);
  });

  it('are in another map once one was taken away', () => {
    const unsafe = new Set<RecordKind>();
    const collection = collectionWith(unsafe);
    const {parts} = collection;
    unsafe.add('results');

    dropKinds(collection, ['results']);

    expect([parts.size, collection.parts.size]).to.deep.equal([1, 0]);
  });
});
