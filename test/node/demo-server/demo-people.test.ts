/** The people of the demo on the demo server: every log in opens its own record, and no other. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {demoPeople} from '../../../demo/people/index.js';
import {demoLogin} from '../../../demo/server/logins.js';
import {withholdSystem} from '../../../demo/server/types.js';
import type {FhirResource} from '../../../demo/server/types.js';
import {list, isObject} from '../../../demo/server/json.js';
import {ids, pages, serve} from './support.js';

const people = demoPeople();
const {ask} = await serve({
  records: people,
  logins: people.flatMap(({logins}) => logins.map(demoLogin)),
  now: () => Date.UTC(2026, 10, 21, 12),
});

function isWithheld(resource: FhirResource): boolean {
  const meta = isObject(resource['meta']) ? resource['meta'] : {};
  return list(meta['tag']).some((tag) => isObject(tag) && tag['system'] === withholdSystem);
}

describe('a log in of the demo', () => {
  for (const person of people)
    for (const login of person.logins) {
      it(`opens the record it is for, and no other: ${login.key}`, async () => {
        assert.equal((await ask(`Patient/${login.for}`, {as: login.key})).status, 200);
        for (const other of people) {
          if (other.patient === login.for) continue;
          assert.equal((await ask(`Patient/${other.patient}`, {as: login.key})).status, 403);
          const search = await ask(`Observation?patient=${other.patient}`, {as: login.key});
          assert.equal(search.status, 403);
        }
      });

      if (login.role === 'proxy')
        it(`is shown nothing that is held back from proxies: ${login.key}`, async () => {
          const held = (person.resources as unknown as readonly FhirResource[]).filter(isWithheld);
          for (const {resourceType, id} of held) {
            const {status} = await ask(`${resourceType}/${String(id)}`, {as: login.key});
            assert.ok(status === 404 || status === 403);
          }
        });
    }

  it('is shown the whole record, each entry once, when it is the person’s own', async () => {
    for (const {patient, resources, logins} of people) {
      const own = logins.find(({role}) => role === 'patient');
      if (!own) continue;
      for (const type of ['Observation', 'Condition', 'Encounter', 'MedicationRequest']) {
        const read = await pages(ask, `${type}?patient=${patient}&_count=50`, own.key);
        const found = read.flatMap((body) => ids(body)).sort();
        const expected = (resources as unknown as readonly FhirResource[])
          .filter((resource) => resource.resourceType === type)
          .filter((resource) => !JSON.stringify(resource['meta'] ?? {}).includes('"patient"'))
          .map(({id}) => id)
          .sort();
        assert.deepEqual(found, expected, `${own.key} ${type}`);
      }
    }
  });
});
