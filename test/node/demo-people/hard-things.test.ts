import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Observation} from '@medplum/fhirtypes';
import {referencesIn} from '../../../demo/people/book.js';
import {demoPeople, measurementRecord} from '../../../demo/people/index.js';
import {all, entries, person, walk, withheldFrom} from './support.js';

const observations = (['parveen', 'callum', 'mila', 'dawn'] as const).flatMap((key) =>
  all(key, 'Observation'),
);
const named = (text: string): Observation[] => observations.filter(({code}) => code.text === text);
const words = (value: unknown): string => JSON.stringify(value);
const letters = (['parveen', 'callum', 'mila', 'dawn'] as const).flatMap((key) =>
  all(key, 'DocumentReference').map((letter) =>
    Buffer.from(letter.content[0]?.attachment.data ?? '', 'base64').toString('utf8'),
  ),
);

describe('What makes a record hard is in the demo', () => {
  it('has dates of a year only and of a month only', () => {
    const dates = all('callum', 'Immunization').map(({occurrenceDateTime}) => occurrenceDateTime);
    assert.ok(dates.filter((date) => /^\d{4}$/.test(date ?? '')).length >= 9);
    assert.ok(dates.includes('2019-11'));
    assert.ok(all('parveen', 'Condition').some(({recordedDate}) => recordedDate === '2009-03'));
  });

  it('has a date in words only', () => {
    const bcg = all('parveen', 'Immunization').find(({occurrenceString}) => occurrenceString);
    assert.equal(bcg?.occurrenceString, 'As a child, scar seen');
  });

  it('has a potassium corrected from 6.9 to 4.9, with the old value entered in error', () => {
    const potassium = named('Potassium').filter(({effectiveDateTime}) =>
      effectiveDateTime?.startsWith('2026-09-15'),
    );
    assert.deepEqual(
      potassium.map(({status, valueQuantity}) => [status, valueQuantity?.value]).sort(),
      [
        ['corrected', 4.9],
        ['entered-in-error', 6.9],
      ],
    );
    assert.match(words(potassium.find(({status}) => status === 'corrected')?.note), /6\.9 mmol/);
  });

  it('has an amended report', () => {
    assert.ok(all('parveen', 'DiagnosticReport').some(({status}) => status === 'amended'));
  });

  it('has conditions, allergies, medicines and vaccinations entered in error', () => {
    assert.ok(words(all('parveen', 'Condition')).includes('entered-in-error'));
    assert.ok(words(all('parveen', 'AllergyIntolerance')).includes('entered-in-error'));
    assert.ok(
      all('parveen', 'MedicationRequest').some(({status}) => status === 'entered-in-error'),
    );
    assert.ok(all('parveen', 'Immunization').some(({status}) => status === 'entered-in-error'));
  });

  it('has a refuted asthma, a refuted allergy and a childhood entry that was never confirmed', () => {
    const status = (key: 'parveen' | 'callum', text: string): string | undefined =>
      all(key, 'Condition').find(({code}) => code?.text === text)?.verificationStatus?.coding?.[0]
        ?.code;
    assert.equal(status('parveen', 'Asthma'), 'refuted');
    assert.equal(status('callum', 'Conduct disorder'), 'unconfirmed');
    const latex = all('parveen', 'AllergyIntolerance').find(({code}) => code?.text === 'Latex');
    assert.equal(latex?.verificationStatus?.coding?.[0]?.code, 'refuted');
  });

  it('has ranges with only a low end and only a high end', () => {
    const sides = observations.flatMap(({referenceRange}) => referenceRange ?? []);
    assert.ok(sides.some(({low, high}) => low && !high));
    assert.ok(sides.some(({low, high}) => high && !low));
  });

  it('has comparators: eGFR >90, ACR <3.0, glucose >27.8, ketones <0.1', () => {
    const compared = (text: string): string[] =>
      named(text).flatMap(({valueQuantity}) =>
        valueQuantity?.comparator ? [`${valueQuantity.comparator}${valueQuantity.value}`] : [],
      );
    assert.ok(compared('eGFR').includes('>90'));
    assert.ok(compared('Urine albumin to creatinine ratio (ACR)').includes('<3'));
    assert.ok(compared('Blood glucose').includes('>27.8'));
    assert.ok(compared('Blood ketones').includes('<0.1'));
  });

  it('has a glucose that is words: HI', () => {
    assert.ok(named('Blood glucose').some(({valueString}) => valueString === 'HI'));
  });

  it('has HbA1c in % before 2011 and in mmol/mol after, both for a while', () => {
    const percent = named('HbA1c (DCCT)')
      .map(({effectiveDateTime}) => effectiveDateTime ?? '')
      .sort();
    const mmol = all('parveen', 'Observation')
      .filter(({code}) => code.text === 'HbA1c (IFCC)')
      .map(({effectiveDateTime}) => effectiveDateTime ?? '')
      .sort();
    assert.ok((percent.at(-1) ?? '') < '2011-10');
    assert.ok((mmol[0] ?? '') > '2009-06' && (mmol[0] ?? '') < '2011');
    assert.ok(named('HbA1c (DCCT)').every(({valueQuantity}) => valueQuantity?.unit === '%'));
  });

  it('has haemoglobin in g/dL and in g/L', () => {
    const units = new Set(named('Haemoglobin').map(({valueQuantity}) => valueQuantity?.unit));
    assert.deepEqual([...units].sort(), ['g/L', 'g/dL']);
  });

  it('has no known allergies, no known drug allergies, and no list of allergies at all', () => {
    assert.match(words(all('callum', 'AllergyIntolerance')), /716186003/);
    assert.match(words(all('mila', 'AllergyIntolerance')), /409137002/);
    assert.equal(all('dawn', 'AllergyIntolerance').length, 0);
  });

  it('has a transfer-degraded penicillin allergy whose text says more than its display', () => {
    const degraded = all('parveen', 'AllergyIntolerance').find(({code}) =>
      code?.coding?.[0]?.display?.startsWith('Transfer-degraded'),
    );
    assert.equal(degraded?.code?.text, 'Penicillin V 250mg tablets');
  });

  it('has a result with neither text nor display', () => {
    const bare = observations.filter(
      ({code}) =>
        code.text === undefined && code.coding?.every(({display}) => display === undefined),
    );
    assert.equal(bare.length, 1);
  });

  it('has sensitive entries of several kinds', () => {
    const labels = new Set<unknown>();
    for (const {resources} of demoPeople()) {
      for (const {meta} of resources) meta?.security?.forEach(({code}) => labels.add(code));
    }
    for (const label of ['R', 'V', 'PSY', 'SEX', 'SDV']) assert.ok(labels.has(label), label);
  });

  it('holds entries back from proxies, and from Dawn herself', () => {
    const from = (key: 'callum' | 'mila' | 'dawn'): Set<string | undefined> =>
      new Set(entries(person(key).resources).map(withheldFrom));
    assert.ok(from('callum').has('proxy'));
    assert.ok(from('mila').has('proxy'));
    assert.ok(from('dawn').has('patient'));
  });

  it('lets nothing that can be seen refer to what is held back', () => {
    for (const {resources} of demoPeople()) {
      const held = new Set(
        resources
          .filter((one) => withheldFrom(one))
          .map(({resourceType, id}) => `${resourceType}/${id}`),
      );
      const open = resources.filter((one) => !withheldFrom(one));
      assert.deepEqual(
        referencesIn(open).filter((one) => held.has(one)),
        [],
      );
    }
  });

  it('lets nothing that is not held back from Dawn name what is', () => {
    const open = person('dawn').resources.filter((one) => withheldFrom(one) !== 'patient');
    const letter = all('dawn', 'DocumentReference')
      .filter((one) => withheldFrom(one) !== 'patient')
      .map(({content}) => Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString());
    assert.equal(letter.length, 2);
    assert.doesNotMatch(words(open) + letter.join(), /marac|abuse|safeguard|refuge|gunnerdale/i);
  });

  it('has one blood test that two laboratories sent', () => {
    const sent = all('parveen', 'Observation').filter(
      ({code, effectiveDateTime}) =>
        code.text === 'Potassium' && effectiveDateTime?.startsWith('2025-06-03'),
    );
    assert.equal(sent.length, 2);
    assert.equal(new Set(sent.map(({valueQuantity}) => valueQuantity?.value)).size, 1);
    assert.equal(new Set(sent.map(({performer}) => performer?.[0]?.display)).size, 2);
  });

  it('has conditions and medicines whose status was not recorded', () => {
    assert.ok(
      all('parveen', 'Condition').some(
        ({code, clinicalStatus}) => code?.text === 'Neck pain' && !clinicalStatus,
      ),
    );
    assert.ok(all('callum', 'MedicationRequest').some(({status}) => status === 'unknown'));
    assert.ok(all('parveen', 'MedicationStatement').some(({status}) => status === 'unknown'));
  });

  it('has several ranges on one result', () => {
    assert.ok(observations.some(({referenceRange}) => (referenceRange?.length ?? 0) > 1));
  });

  it('has ranges for an age, for a treatment, and in words only', () => {
    const ranges = observations.flatMap(({referenceRange}) => referenceRange ?? []);
    assert.ok(ranges.some(({age}) => age?.low || age?.high));
    assert.ok(ranges.some(({type}) => type?.coding?.[0]?.code === 'therapeutic'));
    assert.ok(ranges.some(({text, low, high}) => text && !low && !high));
  });

  it('has results that are not final', () => {
    assert.ok(named('Sputum culture').some(({status}) => status === 'preliminary'));
  });

  it('has results that are missing, with the reason', () => {
    assert.ok(observations.filter(({dataAbsentReason}) => dataAbsentReason).length >= 2);
  });

  it('has letters with DNA, NFA, #, CKD, ACR, 1 bd and 2/52 as clinicians write them', () => {
    const text = letters.join('\n') + words(demoPeople().map(({resources}) => resources));
    for (const term of [
      /\bDNA\b/,
      /\bNFA\b/,
      /# L/,
      /\bCKD\b/,
      /\bACR\b/,
      /\b1 bd\b/,
      /\b2\/52\b/,
    ]) {
      assert.match(text, term);
    }
  });

  it('has NFA in two meanings', () => {
    assert.ok(letters.some((text) => text.includes('Mother NFA since')));
    assert.ok(letters.some((text) => text.includes('SW informed. NFA')));
  });

  it('has home readings by Sana with device and method, and some without', () => {
    const hers = all('parveen', 'Observation').filter(
      ({performer}) => performer?.[0]?.display === 'Sana Nidderdale',
    );
    assert.ok(hers.filter(({device, method}) => device && method).length > 40);
    assert.ok(hers.filter(({device, method}) => !device && !method).length > 5);
  });

  it('has sensor readings that nobody took', () => {
    const sensed = all('mila', 'Observation').filter(({device, performer}) => device && !performer);
    assert.ok(sensed.length > 100);
  });

  it('has flu vaccines not given, with the reason', () => {
    const missed = all('mila', 'Immunization').filter(({status}) => status === 'not-done');
    assert.deepEqual(
      missed.map(({statusReason}) => statusReason?.text),
      ['Unwell on the day (fever)', 'Unwell on the day (fever)'],
    );
  });

  it('has goals of two teams that differ', () => {
    const goals = words(
      person('mila').resources.filter(({resourceType}) => resourceType === 'Goal'),
    );
    assert.match(goals, /at least 6 times a day/);
    assert.match(goals, /no more than 4 times a day/);
  });

  it('has entries that Ines wrote and whose subject is Mila', () => {
    const hers = all('mila', 'DocumentReference').filter(
      ({author}) => author?.[0]?.display === 'Ines Littondale',
    );
    assert.equal(hers.length, 3);
    assert.ok(hers.every(({subject}) => subject?.display === 'Mila Littondale'));
  });

  it('has medicines in place, contained and referenced', () => {
    const forms = all('parveen', 'MedicationRequest').map((one) =>
      one.medicationCodeableConcept
        ? 'place'
        : one.medicationReference?.reference?.[0] === '#'
          ? 'contained'
          : 'referenced',
    );
    assert.deepEqual([...new Set(forms)].sort(), ['contained', 'place', 'referenced']);
  });

  it('has the old metformin dose at the surgery and the new one from the hospital', () => {
    const surgery = words(
      all('parveen', 'MedicationRequest').filter(({status}) => status === 'active'),
    );
    const hospital = words(
      all('parveen', 'MedicationStatement').filter(({status}) => status === 'active'),
    );
    assert.match(surgery, /Metformin 500mg tablets.*Take TWO tablets twice a day/);
    assert.match(hospital, /Metformin 500mg tablets.*Take ONE tablet twice a day/);
    assert.match(hospital, /Apixaban/);
  });

  it('has Parveen’s interpreter and large print, and 50 years of dates', () => {
    const self = words(
      person('parveen').resources.find(({resourceType}) => resourceType === 'Patient'),
    );
    assert.match(self, /patient-interpreterRequired","valueBoolean":true/);
    assert.match(self, /Large print/);
    assert.ok(all('parveen', 'Condition').some(({onsetDateTime}) => onsetDateTime === '1976'));
  });

  it('has the walking group as a social prescription', () => {
    assert.match(words(person('parveen').resources), /Social prescription: walking group/);
  });

  it('has Callum’s preventer started, stopped and started again', () => {
    const preventer = all('callum', 'MedicationRequest').filter(({medicationCodeableConcept}) =>
      medicationCodeableConcept?.text?.startsWith('Beclometasone'),
    );
    assert.deepEqual(
      preventer.map(({status}) => status),
      ['stopped', 'active'],
    );
  });

  it('has Callum’s five addresses, four surgeries and three numbers', () => {
    const record = person('callum').resources;
    const self = record.find((one) => one.resourceType === 'Patient');
    assert.ok(self?.resourceType === 'Patient');
    assert.deepEqual([self.address?.length, self.telecom?.length], [5, 3]);
    const visited = new Set<unknown>();
    walk(
      record.filter(({resourceType}) => resourceType === 'Encounter'),
      ({display}) => visited.add(display),
    );
    for (const name of [
      'Foundry Street Practice',
      'Harbour Lane Surgery',
      'Canal Side Medical Centre',
      'Moor End Surgery',
    ]) {
      assert.ok(visited.has(name), name);
    }
  });

  it('has Callum’s diary: 14 months, up to 4 a day, weeks without, and its export', () => {
    const {observations: diary = [], csv = ''} = person('callum').diary ?? {};
    const days = diary.map(({effectiveDateTime}) => effectiveDateTime?.slice(0, 10) ?? '');
    const perDay = new Map<string, number>();
    for (const day of days) perDay.set(day, (perDay.get(day) ?? 0) + 1);
    assert.equal(Math.max(...perDay.values()), 4);
    assert.ok((days[0] ?? '') < '2025-09-30' && (days.at(-1) ?? '') > '2026-11-10');
    assert.ok(!days.some((day) => day > '2025-12-08' && day < '2026-01-04'));
    assert.equal(csv.trimEnd().split('\n').length, diary.length + 1);
  });

  it('keeps both diaries from proxies', () => {
    for (const key of ['callum', 'mila'] as const) {
      const diary = person(key).diary?.observations ?? [];
      assert.ok(diary.length > 50);
      assert.ok(diary.every((entry) => withheldFrom(entry) === 'proxy'));
    }
  });

  it('has Dawn’s 41 visits to her record, three of them at 3am by her own log-in', () => {
    const log = person('dawn').resources.flatMap((one) =>
      one.resourceType === 'AuditEvent' ? [one] : [],
    );
    const night = log.filter(
      ({recorded, agent}) =>
        recorded?.slice(11, 13) === '03' && agent[0]?.who?.reference?.startsWith('Patient/'),
    );
    assert.deepEqual([log.length, night.length], [41, 3]);
    assert.ok(words(log).includes('"BTG"'));
  });

  it('has Lee’s grant until 2027 and his two requests', () => {
    const record = person('dawn').resources;
    const grant = record.find((one) => one.resourceType === 'Consent');
    assert.equal(grant?.resourceType === 'Consent' && grant.provision?.period?.end, '2027-11-30');
    assert.equal(record.filter(({resourceType}) => resourceType === 'Task').length, 2);
  });

  it('gives no new address or number for Dawn', () => {
    const self = person('dawn').resources.find((one) => one.resourceType === 'Patient');
    assert.ok(self?.resourceType === 'Patient');
    assert.ok(self.address?.every(({period}) => period?.end !== undefined));
    assert.ok(self.telecom?.every(({use}) => use === 'old'));
  });

  it('has results entered in error in the long records too', () => {
    assert.ok(words(measurementRecord(10_000).resources).includes('"entered-in-error"'));
  });
});
