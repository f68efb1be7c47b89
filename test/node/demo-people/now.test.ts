import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CodeableConcept, Resource} from '@medplum/fhirtypes';
import {demoPeople} from '../../../demo/people/index.js';
import type {NowItem} from '../../../demo/people/index.js';
import {all, person, withheldFrom} from './support.js';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

/** A FHIR date as it should read. */
function reads(date: string | undefined): string {
  const [year, month, day] = (date ?? '').slice(0, 10).split('-');
  if (!year) return 'Date not recorded';
  const name = month ? `${months[Number(month) - 1]} ` : '';
  return `${day ? `${Number(day)} ` : ''}${name}${year}`;
}

interface Line {
  readonly name: string;
  readonly date: string;
  readonly source: string | undefined;
  readonly reason: string | undefined;
}

const line = ({name, date, source, reason}: NowItem): Line => ({name, date, source, reason});
const sorted = (lines: readonly Line[]): string[] =>
  lines.map((one) => JSON.stringify([one.name, one.date, one.source, one.reason])).sort();
const code = (concept: CodeableConcept | undefined): string | undefined =>
  concept?.coding?.[0]?.code;

/** What a plain reading of the raw resources gives, for the checks of the hand-written lists. */
function rows(key: (typeof keys)[number]) {
  const {resources} = person(key);
  const nameOf = (reference: string | undefined, within: Resource): string | undefined => {
    const contained = 'contained' in within ? within.contained : undefined;
    const found = [...resources, ...(contained ?? [])].find(
      ({resourceType, id}) => reference === `${resourceType}/${id}` || reference === `#${id}`,
    );
    return found && 'code' in found ? (found.code as CodeableConcept).text : undefined;
  };
  const medicines = [...all(key, 'MedicationRequest'), ...all(key, 'MedicationStatement')]
    .filter((one) => one.resourceType === 'MedicationStatement' || !one.doNotPerform)
    .map((one) => ({
      status: one.status,
      name:
        one.medicationCodeableConcept?.text ??
        nameOf(one.medicationReference?.reference, one) ??
        '',
      date: reads(one.resourceType === 'MedicationRequest' ? one.authoredOn : one.dateAsserted),
      source: (one.resourceType === 'MedicationRequest' ? one.requester : one.informationSource)
        ?.display,
      reason: one.reasonCode?.[0]?.text ?? one.reasonReference?.[0]?.display,
    }));
  const conditions = all(key, 'Condition')
    .filter((one) => !withheldFrom(one) || withheldFrom(one) === 'proxy')
    .filter((one) => !['refuted', 'entered-in-error'].includes(code(one.verificationStatus) ?? ''))
    .map((one) => ({
      status: code(one.clinicalStatus),
      name: one.code?.text ?? '',
      date: reads(one.recordedDate ?? one.onsetDateTime),
      source: one.recorder?.display,
      reason: undefined,
    }));
  const allergies = all(key, 'AllergyIntolerance').map((one) => ({
    status: code(one.clinicalStatus),
    verification: code(one.verificationStatus),
    name: one.code?.text ?? '',
    date: reads(one.recordedDate),
    source: one.recorder?.display,
    reason: undefined,
  }));
  return {medicines, conditions, allergies};
}

const keys = ['parveen', 'callum', 'mila', 'dawn'] as const;

describe('The hand-written ‘Now’ lists agree with the records', () => {
  for (const key of keys) {
    const {now} = person(key);
    const {medicines, conditions, allergies} = rows(key);
    it(`${key}: the medicines are those being taken`, () => {
      assert.deepEqual(
        sorted(now.medicines.map(line)),
        sorted(medicines.filter(({status}) => status === 'active')),
      );
    });

    it(`${key}: the conditions are those that are active`, () => {
      assert.deepEqual(
        sorted(now.conditions.map(line)),
        sorted(conditions.filter(({status}) => status === 'active')),
      );
    });

    it(`${key}: the allergies are those that are active, and statements stand apart`, () => {
      const active = allergies.filter(
        ({status, verification}) => status === 'active' && verification === 'confirmed',
      );
      const none = now.noKnownAllergies ? [now.noKnownAllergies] : [];
      assert.deepEqual(sorted([...now.allergies, ...none].map(line)), sorted(active));
    });

    it(`${key}: what has no status stands apart`, () => {
      const unknown = [
        ...medicines.filter(({status}) => status === 'unknown'),
        ...conditions.filter(({status}) => status === undefined),
      ];
      assert.deepEqual(sorted(now.unknown.map(line)), sorted(unknown));
    });

    it(`${key}: what must never be in it is in the record, and not in the list`, () => {
      const text = JSON.stringify(person(key).resources);
      const names = [...now.medicines, ...now.conditions, ...now.allergies, ...now.unknown].map(
        ({name}) => name,
      );
      assert.ok(now.never.length > 0);
      for (const name of now.never) {
        assert.ok(text.includes(JSON.stringify(name)), name);
        assert.ok(!names.includes(name), name);
      }
    });
  }
});

describe('The hand-written facts stand in the records', () => {
  it('Parveen’s newest HbA1c is 61 mmol/mol on 5 November 2026', () => {
    const newest = all('parveen', 'Observation')
      .filter(({code: name}) => name.text?.startsWith('HbA1c'))
      .sort((a, b) => (a.effectiveDateTime ?? '').localeCompare(b.effectiveDateTime ?? ''))
      .at(-1);
    const {value, unit} = newest?.valueQuantity ?? {};
    assert.deepEqual(person('parveen').facts.newestHba1c, {
      value: `${value} ${unit}`,
      date: reads(newest?.effectiveDateTime),
    });
  });

  it('Parveen’s last discharge letter is the one of 12 November 2026', () => {
    const last = all('parveen', 'DocumentReference')
      .filter(({type, status}) => type?.text === 'Discharge letter' && status === 'current')
      .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
      .at(-1);
    assert.deepEqual(person('parveen').facts.lastDischargeLetter, {
      title: last?.description,
      date: reads(last?.date),
    });
  });

  it('every reason for a medicine stands in the list of that person', () => {
    for (const {facts, now} of demoPeople()) {
      const {medicine, reason} = facts.medicineReason ?? {};
      assert.ok(
        now.medicines.some((one) => one.name === medicine && one.reason === reason),
        medicine,
      );
    }
  });
});

describe('Everyone who should log in can', () => {
  const logins = demoPeople().flatMap((one) => one.logins);

  it('has a log-in for each person, carer and member of staff', () => {
    const found = logins.map(({key}) => key);
    for (const key of [
      'parveen',
      'sana',
      'callum',
      'charity-worker',
      'mila',
      'ines',
      'piotr',
      'dawn',
      'lee',
      'ward-nurse',
      'gp',
      'ae-doctor',
    ]) {
      assert.ok(found.includes(key), key);
    }
    assert.equal(new Set(found).size, found.length);
  });

  it('lets Piotr see appointments only, until Mila is 16', () => {
    const piotr = logins.find(({key}) => key === 'piotr');
    assert.deepEqual([piotr?.kinds, piotr?.until], [['appointments'], '2029-06-02']);
  });

  it('marks only the A&E doctor as emergency access', () => {
    assert.deepEqual(
      logins.filter(({emergency}) => emergency).map(({key}) => key),
      ['ae-doctor'],
    );
  });

  it('stands for somebody who is in the record, by the same name', () => {
    for (const {resources, logins: theirs} of demoPeople()) {
      for (const {user, name} of theirs) {
        const who = resources.find(({resourceType, id}) => `${resourceType}/${id}` === user);
        const families = JSON.stringify(who).match(/"family":"([^"]+)"/);
        assert.ok(name.endsWith(families?.[1] ?? '?'), name);
      }
    }
  });
});
