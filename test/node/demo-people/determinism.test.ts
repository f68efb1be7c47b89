import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import type {Resource} from '@medplum/fhirtypes';
import {callum} from '../../../demo/people/callum/index.js';
import {dawn} from '../../../demo/people/dawn/index.js';
import {mila} from '../../../demo/people/mila/index.js';
import {parveen} from '../../../demo/people/parveen/index.js';
import {demoPeople, entryTypes, measurementRecord} from '../../../demo/people/index.js';
import {at} from '../../../demo/people/time.js';
import {entries, fingerprint, person, root, withheldFrom} from './support.js';

/** Milliseconds of processor time, which other programs on the machine do not change. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

const fresh = () => [parveen(), callum(), mila(), dawn()];

describe('The demo people are always the same', () => {
  it('writes the same bytes twice', () => {
    assert.equal(fingerprint(fresh()), fingerprint(fresh()));
  });

  it('writes the same bytes in another time zone', () => {
    const script =
      "import('./demo/people/index.ts').then(async ({demoPeople, measurementRecord}) => {" +
      "const {createHash} = await import('node:crypto');" +
      "process.stdout.write(createHash('sha256').update(JSON.stringify([demoPeople(), measurementRecord(1000)])).digest('hex'))})";
    const elsewhere = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: root,
      env: {...process.env, TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8'},
      encoding: 'utf8',
    });
    assert.equal(elsewhere, fingerprint([demoPeople(), measurementRecord(1000)]));
  });

  it('writes the four in under one second', () => {
    const took = processorTime(fresh);
    assert.ok(took < 1000, `${took} ms`);
  });

  it('gives every resource an id of its own', () => {
    for (const {resources} of demoPeople()) {
      const ids = resources.map(({resourceType, id}) => `${resourceType}/${id}`);
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it('gives ids that look random and say nothing', () => {
    for (const {id} of demoPeople().flatMap(({resources}) => resources)) {
      assert.match(
        id ?? '',
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  it('writes UK clock times with the offset of that day', () => {
    assert.equal(at('2026-07-05', '09:30'), '2026-07-05T09:30:00+01:00');
    assert.equal(at('2026-11-12', '14:05'), '2026-11-12T14:05:00+00:00');
    // Britain kept summer time all year from 1968 to 1971.
    assert.equal(at('1970-01-15', '10:00'), '1970-01-15T10:00:00+01:00');
  });
});

describe('The demo records have the size their people have', () => {
  for (const [key, low, high] of [
    ['parveen', 1900, 2100],
    ['callum', 310, 390],
    ['mila', 560, 640],
  ] as const) {
    it(`${key} has between ${low} and ${high} entries`, () => {
      const count = entries(person(key).resources).length;
      assert.ok(count >= low && count <= high, `${count} entries`);
    });
  }

  it('Dawn can see 11 entries, and three more are held back from her', () => {
    const held = entries(person('dawn').resources).filter((entry) => withheldFrom(entry));
    assert.equal(entries(person('dawn').resources).length - held.length, 11);
    assert.deepEqual(held.map(withheldFrom), ['patient', 'patient', 'patient']);
  });

  it('Parveen’s record comes from a surgery, two hospitals, a pharmacy and eye screening', () => {
    const names = person('parveen').resources.flatMap((resource) =>
      resource.resourceType === 'Organization' ? [resource.name] : [],
    );
    for (const name of [
      'Nidd Valley Surgery',
      'Northmoor Hospitals',
      'Three Rivers Hospital',
      'Bridge Street Pharmacy',
      'Northmoor Diabetic Eye Screening',
    ]) {
      assert.ok(names.includes(name), name);
    }
  });
});

describe('The records for measuring', () => {
  for (const n of [100, 1000, 10_000, 50_000]) {
    it(`has exactly ${n} entries, in under 5 seconds`, () => {
      let made: readonly Resource[] = [];
      const took = processorTime(() => (made = measurementRecord(n).resources));
      assert.equal(entries(made).length, n);
      assert.ok(took < 5000, `${took} ms`);
    });
  }

  it('writes the same bytes twice', () => {
    assert.equal(fingerprint(measurementRecord(1000)), fingerprint(measurementRecord(1000)));
  });

  it('is mostly results, with medicines, visits and letters', () => {
    const {resources} = measurementRecord(10_000);
    const share = (type: string): number =>
      resources.filter(({resourceType}) => resourceType === type).length / 10_000;
    assert.ok(share('Observation') > 0.5);
    for (const type of [
      'DiagnosticReport',
      'MedicationRequest',
      'Encounter',
      'DocumentReference',
    ]) {
      assert.ok(share(type) > 0.01, type);
    }
  });

  it('reaches back 60 years and up to the last days', () => {
    const {resources} = measurementRecord(10_000);
    const days = resources.flatMap((resource) =>
      resource.resourceType === 'DiagnosticReport' && resource.effectiveDateTime
        ? [resource.effectiveDateTime.slice(0, 10)]
        : [],
    );
    days.sort();
    assert.ok((days[0] ?? '') < '1970-01-01', days[0]);
    assert.ok((days.at(-1) ?? '') > '2026-11-10', days.at(-1));
  });

  it('refuses a size that is not a whole number above 0', () => {
    for (const n of [0, -1, 1.5, Number.NaN]) assert.throws(() => measurementRecord(n), RangeError);
  });

  it('counts as entries only types that a timeline shows', () => {
    assert.equal(entryTypes.size, 12);
  });
});
