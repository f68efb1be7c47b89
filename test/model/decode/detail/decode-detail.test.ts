import {expect} from '@open-wc/testing';
import {detailTexts} from '../../../../src/components/entry-detail/detail-text.js';
import {enGB as dates} from '../../../../src/i18n/en-gb/dates.js';
import {enGB as words} from '../../../../src/i18n/en-gb/detail.js';
import {enGB as status} from '../../../../src/i18n/en-gb/status.js';
import {compareQuantities} from '../../../../src/model/change.js';
import {decodeDetail} from '../../../../src/model/decode/detail/decode-detail.js';
import {codeSets, type CodeSet, type EntryDetail} from '../../../../src/model/detail.js';
import type {FhirResource} from '../../../../src/model/fhir-json.js';
import type {TimelineEntry} from '../../../../src/model/timeline.js';
import {
  contextOf,
  entryOf,
  openedExamples,
  patient,
  resultOf,
  withEarlier,
  quantityOf,
  type Fhir,
} from '../../../fixtures/details.js';

const settings = {words, status, dates, proxy: false};
const say = (detail: EntryDetail) =>
  detailTexts(detail, settings).join(' | ').replaceAll('\u00a0', ' ');

function open(
  resource: Fhir,
  others: readonly FhirResource[] = [],
  more: Partial<TimelineEntry> = {},
) {
  return decodeDetail(resource, contextOf(others), entryOf(resource, more));
}

const medicineWith = (dosage: Readonly<Record<string, unknown>>): Fhir => ({
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  subject: patient,
  dosageInstruction: [dosage],
});

const reportOf = (...results: readonly string[]): Fhir => ({
  resourceType: 'DiagnosticReport',
  id: 'r',
  status: 'final',
  subject: patient,
  code: {text: 'Bloods'},
  result: results.map((id) => ({reference: `Observation/${id}`})),
});

describe('an opened result', () => {
  it('gives value, unit, flag, range and the change since last time', () => {
    expect(say(openedExamples.bloodTest.detail)).to.contain(
      'HbA1c | 68 mmol/mol | High | 20 to 41 | Up 4, from 64',
    );
  });

  it('keeps the laboratory’s order and groups', () => {
    const {groups} = openedExamples.bloodTest.detail;
    expect(groups.map(({title}) => title)).to.deep.equal([
      undefined,
      'Kidney function (U&E and eGFR)',
    ]);
    expect(groups[1]?.results.map(({name}) => name)).to.deep.equal([
      'eGFR',
      'Creatinine',
      'Urea',
      'Sodium',
      'Potassium',
      'Bicarbonate',
    ]);
  });

  it('names who asked for the test as who can explain it', () => {
    expect(openedExamples.bloodTest.detail.team).to.equal('Dr Priya Nair');
  });

  it('leads to its series over time', () => {
    expect(openedExamples.bloodTest.detail.groups[0]?.results[0]?.seriesKey).to.be.a('string');
  });

  it('does not show a result that was entered in error', () => {
    const wrong = resultOf(
      {id: 'a', name: 'Troponin', value: 900, unit: 'ng/L'},
      {status: 'entered-in-error'},
    );
    const detail = open(reportOf('a'), [wrong]);
    expect(say(detail)).not.to.contain('Troponin');
    expect(detail.withheld).to.equal(false);
  });

  it('does not show a result of another person, and says that a part is missing', () => {
    const other = resultOf(
      {id: 'a', name: 'Troponin', value: 900, unit: 'ng/L'},
      {subject: {reference: 'Patient/other'}},
    );
    const detail = open(reportOf('a'), [other]);
    expect(say(detail)).not.to.contain('Troponin');
    expect(detail.withheld).to.equal(true);
  });

  it('withholds a component with a modifier we do not know', () => {
    const panel: Fhir = {
      ...resultOf({id: 'p', name: 'Panel', value: 1, unit: 'mg'}),
      component: [
        {
          code: {text: 'Secret'},
          valueQuantity: {value: 7, unit: 'mg'},
          modifierExtension: [{url: 'https://x.example/not'}],
        },
      ],
    };
    const detail = open(panel);
    expect(say(detail)).not.to.contain('Secret');
    expect(say(detail)).to.contain(
      'Part of this entry cannot be shown safely. Ask Three Rivers Hospital about it.',
    );
  });

  it('does not judge by the ranges that are left when one is withheld', () => {
    const result = resultOf(
      {id: 'k', name: 'Potassium', value: 9, unit: 'mmol/L'},
      {
        referenceRange: [
          {low: {value: 3}, high: {value: 5}},
          {low: {value: 8}, modifierExtension: [{url: 'https://x.example/y'}]},
        ],
      },
    );
    const detail = open(result);
    expect(detail.groups[0]?.results[0]?.judgement.flag).to.equal('notJudged');
    expect(detail.withheld).to.equal(true);
  });

  it('does not show a number whose comparator is not known', () => {
    const detail = open(resultOf({id: 'x', name: 'CRP', value: 5, unit: 'mg/L', comparator: 'ad'}));
    expect(say(detail)).not.to.contain('5 mg/L');
    expect(say(detail)).to.contain('We cannot show this here');
  });

  it('lists every range, with whom it is for, and judges by none of several', () => {
    const detail = open(
      resultOf(
        {id: 'h', name: 'Haemoglobin', value: 118, unit: 'g/L'},
        {
          referenceRange: [
            {
              low: {value: 120, unit: 'g/L'},
              high: {value: 150, unit: 'g/L'},
              appliesTo: [{text: 'Female'}],
            },
            {low: {value: 110, unit: 'g/L'}, age: {low: {value: 6, unit: 'years'}}},
          ],
        },
      ),
    );
    expect(say(detail)).to.contain('Female: 120 to 150').and.contain('age 6 years or more: 110');
    expect(detail.groups[0]?.results[0]?.judgement.flag).to.equal('notJudged');
  });

  for (const [code, notice] of [
    ['preliminary', 'This is not final. It may change.'],
    ['amended', 'This was corrected or changed after it was first reported.'],
    ['cancelled', 'This was cancelled. Do not rely on any result here.'],
    ['unknown', 'We do not know if this is final.'],
  ] as const) {
    it(`says first when a result is ${code}`, () => {
      const detail = open(resultOf({id: 'x', name: 'CRP', value: 5, unit: 'mg/L'}, {status: code}));
      expect(say(detail).startsWith(notice)).to.equal(true);
    });
  }

  it('says of one result in a report that it is not final', () => {
    const early = resultOf(
      {id: 'a', name: 'Culture', value: 1, unit: 'mg'},
      {status: 'preliminary'},
    );
    const final = resultOf({id: 'b', name: 'CRP', value: 5, unit: 'mg/L'});
    const detail = open(reportOf('a', 'b'), [early, final]);
    expect(detail.groups[0]?.results.map(({notices}) => notices)).to.deep.equal([['notFinal'], []]);
  });

  it('names a result that did not come with its report', () => {
    const detail = open({
      ...reportOf(),
      result: [{reference: 'Observation/gone', display: 'Vitamin D'}],
    });
    expect(say(detail)).to.contain('Vitamin D').and.contain('We cannot show this here');
  });

  it('ends when results contain each other', () => {
    const loop: Fhir = {
      ...resultOf({id: 'a', name: 'Loop', value: 1, unit: 'mg'}),
      hasMember: [{reference: 'Observation/a'}],
    };
    expect(() => open(reportOf('a'), [loop])).not.to.throw();
  });
});

describe('the change since last time', () => {
  const crp = resultOf({id: 'c', name: 'CRP', value: 7.4, unit: 'mmol/L'});
  const after = (value: Parameters<typeof quantityOf>) =>
    say(withEarlier(open(crp), {CRP: quantityOf(...value)}));

  it('is counted without false digits', () => {
    expect(after([7.2, 'mmol/L'])).to.contain('Up 0.2, from 7.2');
  });

  it('is none when both are the same', () => {
    expect(after([7.4, 'mmol/L'])).to.contain('No change');
  });

  it('is not counted between two units', () => {
    expect(after([7.2, 'mg/dL']))
      .to.contain('Cannot be compared')
      .and.not.contain('Up');
  });

  it('is not counted from a number that is only known as less than', () => {
    expect(
      compareQuantities({value: 4, unitKey: 'mg/l'}, {value: 5, unitKey: 'mg/l', comparator: '<'})
        .type,
    ).to.equal('cannotCompare');
  });
});

describe('who took a measurement', () => {
  it('is said with what it was taken with', () => {
    expect(say(openedExamples.homeBloodPressure.detail)).to.contain(
      'Taken by | Ines Littondale | Taken with | Upper arm monitor',
    );
  });

  it('says when it is not recorded how it was measured', () => {
    expect(say(openedExamples.ownReading.detail)).to.contain('How it was measured is not recorded');
  });
});

describe('how to take a medicine', () => {
  it('uses the prescriber’s own sentence and keeps what limits it', () => {
    const said = say(
      open(
        medicineWith({
          text: 'Take one at night',
          asNeededBoolean: true,
          route: {text: 'Oral'},
          maxDosePerAdministration: {value: 2, unit: 'tablet'},
          patientInstruction: 'Do not drive',
        }),
      ),
    );
    expect(said)
      .to.contain('Take one at night')
      .and.contain('As needed')
      .and.contain('No more than, each time | 2 tablets')
      .and.contain('Do not drive');
  });

  for (const [name, repeat, expected] of [
    ['once a day', {frequency: 1, period: 1, periodUnit: 'd'}, 'Once a day'],
    [
      'every some hours',
      {frequency: 1, period: 4, periodMax: 6, periodUnit: 'h'},
      'Every 4 to 6 hours',
    ],
    [
      'some times a week',
      {frequency: 2, frequencyMax: 3, period: 1, periodUnit: 'wk'},
      '2 to 3 times a week',
    ],
    ['on days', {dayOfWeek: ['mon', 'thu']}, 'On Monday, Thursday'],
    ['at a time of day', {timeOfDay: ['08:00:00', '20:30:00']}, 'At 8am, 8:30pm'],
    ['before a meal', {when: ['AC'], offset: 30}, '30 minutes before a meal'],
    ['so many times', {count: 3}, '3 times in all'],
    [
      'for a length each time',
      {frequency: 1, period: 1, periodUnit: 'd', duration: 30, durationUnit: 'min'},
      'Once a day, for 30 minutes each time',
    ],
  ] as const) {
    it(`says ${name} in words`, () => {
      expect(say(open(medicineWith({timing: {repeat}})))).to.contain(expected);
    });
  }

  it('says the most that may be taken in a time, which is no ratio of two numbers', () => {
    expect(say(openedExamples.medicine.detail)).to.contain('No more than | 2 tablets in 1 day');
  });

  it('puts abbreviations of times into words', () => {
    const code = {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation',
          code: 'BID',
          display: 'BID',
        },
      ],
    };
    const said = say(open(medicineWith({timing: {code}})));
    expect(said).to.contain('Twice a day').and.not.contain('BID');
  });

  it('does not pass over a timing that is only a code we do not know', () => {
    const said = say(open(medicineWith({timing: {code: {coding: [{code: 'X9'}]}}})));
    expect(said).to.contain('Recorded, but not in words we can show');
  });

  it('withholds a dosage with a modifier we do not know', () => {
    const detail = open(
      medicineWith({text: 'Take 10', modifierExtension: [{url: 'https://x.example/not'}]}),
    );
    expect(say(detail)).not.to.contain('Take 10');
    expect(detail.withheld).to.equal(true);
  });

  it('says that a medicine must not be taken', () => {
    expect(say(open({...medicineWith({}), doNotPerform: true}))).to.contain(
      'must not be taken or given',
    );
  });

  it('gives what it is for only as the record says', () => {
    expect(say(openedExamples.medicine.detail)).to.contain('What it is for | Atrial fibrillation');
    expect(say(open(medicineWith({})))).not.to.contain('What it is for');
  });

  it('does not give a reason that was entered in error, and leads one that was ruled out', () => {
    const condition = (id: string, code: string): Fhir => ({
      resourceType: 'Condition',
      id,
      subject: patient,
      code: {text: `Illness ${id}`},
      verificationStatus: {coding: [{code}]},
    });
    const said = say(
      open(
        {
          ...medicineWith({}),
          reasonReference: [{reference: 'Condition/a'}, {reference: 'Condition/b'}],
        },
        [condition('a', 'entered-in-error'), condition('b', 'refuted')],
      ),
    );
    expect(said).not.to.contain('Illness a');
    expect(said).to.contain('Ruled out: Illness b');
  });
});

describe('other opened entries', () => {
  for (const [example, expected] of [
    ['allergy', 'Swelling of the face'],
    ['allergy', 'How severe | Severe'],
    ['allergy', 'Last happened | March 1998'],
    ['vaccination', 'Batch number | AB1234C'],
    ['vaccination', 'Weaker than it should have been'],
    ['vaccination', '2 doses in all'],
    ['letter', 'File | PDF, 184KB'],
    ['letter', 'You cannot open this file here.'],
    ['appointment', 'How it takes place | In person'],
    ['appointment', '3 December 2026, 10:46am to 11:20am'],
    ['appointment', 'Where | Clinic 4, Three Rivers Hospital'],
    ['carePlan', 'Set by | Diabetes team'],
    ['carePlan', 'Set by | Children’s mental health team'],
    ['carePlan', 'More than one person or team set these goals.'],
    ['carePlan', 'Do not do: Contact sport'],
    ['visit', 'Went to afterwards | Home'],
    ['visit', 'Hospital stay'],
    ['refutedCondition', 'This was checked and ruled out.'],
    ['procedureNotDone', 'This was not done.'],
  ] as const) {
    it(`${example} says '${expected}'`, () => {
      expect(say(openedExamples[example].detail)).to.contain(expected);
    });
  }

  it('drops an activity and a goal that were entered in error', () => {
    const plan: Fhir = {
      resourceType: 'CarePlan',
      id: 'p',
      status: 'active',
      intent: 'plan',
      subject: patient,
      goal: [{reference: 'Goal/g'}],
      activity: [{detail: {code: {text: 'Wrong activity'}, status: 'entered-in-error'}}],
    };
    const goal: Fhir = {
      resourceType: 'Goal',
      id: 'g',
      subject: patient,
      lifecycleStatus: 'entered-in-error',
      description: {text: 'Wrong goal'},
    };
    expect(say(open(plan, [goal]))).not.to.contain('Wrong');
  });

  it('says who recorded it, and for whom, from its provenance', () => {
    const said = say(
      open(resultOf({id: 'c', name: 'CRP', value: 5, unit: 'mg/L'}), [
        {
          resourceType: 'Provenance',
          id: 'p',
          target: [{reference: 'Observation/c'}],
          recorded: '2026-11-19T10:00:00Z',
          agent: [{who: {display: 'Nurse Ruth Bell'}, onBehalfOf: {display: 'Ward 12'}}],
        } as Fhir,
      ]),
    );
    expect(said)
      .to.contain('Recorded by | Nurse Ruth Bell')
      .and.contain('On behalf of | Ward 12')
      .and.contain('19 November 2026, 10am');
  });

  it('calls the person you, or by name for somebody else who looks', () => {
    const {detail} = openedExamples.ownReading;
    expect(say(detail)).to.contain('Taken by | You');
    expect(
      detailTexts(detail, {...settings, proxy: true, personName: 'Mila'}).join(' | '),
    ).to.contain('Taken by | Mila');
  });

  it('takes markup and addresses out of notes and keeps the rest', () => {
    const said = say(
      open({
        resourceType: 'Condition',
        id: 'n',
        subject: patient,
        note: [{text: '<b>See</b> https://x.example/1\nAnd rest'}],
      }),
    );
    expect(said)
      .to.contain('And rest')
      .and.not.match(/<b>|https/);
  });
});

/** Where a code of each set stands in a resource that is otherwise plain. */
const places: Readonly<Record<CodeSet, (code: string) => Fhir>> = {
  resultStatus: (status) => resultOf({id: 'x', name: 'CRP', value: 5, unit: 'mg/L'}, {status}),
  conditionClinical: (code) => concept('Condition', 'clinicalStatus', 'condition-clinical', code),
  conditionVerification: (code) =>
    concept('Condition', 'verificationStatus', 'condition-ver-status', code),
  allergyClinical: (code) =>
    concept('AllergyIntolerance', 'clinicalStatus', 'allergyintolerance-clinical', code),
  allergyVerification: (code) =>
    concept('AllergyIntolerance', 'verificationStatus', 'allergyintolerance-verification', code),
  allergyType: (type) => plain('AllergyIntolerance', {type}),
  allergyCategory: (code) => plain('AllergyIntolerance', {category: [code]}),
  criticality: (criticality) => plain('AllergyIntolerance', {criticality}),
  severity: (severity) => plain('AllergyIntolerance', {reaction: [{severity}]}),
  requestStatus: (status) => plain('MedicationRequest', {status}),
  intent: (intent) => plain('CarePlan', {intent: intent === 'plan' ? 'plan-' : intent}),
  priority: (priority) => plain('MedicationRequest', {priority}),
  statementStatus: (status) => plain('MedicationStatement', {status}),
  immunizationStatus: (status) => plain('Immunization', {status}),
  eventStatus: (status) => plain('Procedure', {status}),
  encounterStatus: (status) => plain('Encounter', {status}),
  encounterClass: (code) =>
    plain('Encounter', {class: {system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code}}),
  locationStatus: (status) => plain('Encounter', {location: [{status}]}),
  documentStatus: (status) => plain('DocumentReference', {status}),
  documentState: (docStatus) => plain('DocumentReference', {docStatus}),
  documentRelation: (code) => plain('DocumentReference', {relatesTo: [{code}]}),
  appointmentStatus: (status) => plain('Appointment', {status}),
  participantStatus: (status) => plain('Appointment', {participant: [{actor: patient, status}]}),
  activityStatus: (status) => plain('CarePlan', {activity: [{detail: {status}}]}),
  goalStatus: (lifecycleStatus) =>
    plain('CarePlan', {
      goal: [{reference: '#g'}],
      contained: [{resourceType: 'Goal', id: 'g', lifecycleStatus}],
    }),
};

function plain(resourceType: string, more: Readonly<Record<string, unknown>>): Fhir {
  return {resourceType, id: 'x', subject: patient, ...more};
}

function concept(type: string, element: string, system: string, code: string): Fhir {
  return plain(type, {
    [element]: {coding: [{system: `http://terminology.hl7.org/CodeSystem/${system}`, code}]},
  });
}

describe('every code of every set', () => {
  for (const set of Object.keys(codeSets) as CodeSet[]) {
    it(`${set} is said in words of its own, and never as a code`, () => {
      for (const code of codeSets[set]) {
        const expected: string = (words.codes[set] as Readonly<Record<string, string>>)[code] ?? '';
        const said = say(open(places[set](code)));
        // A plan that is a plan goes without saying.
        if (set === 'intent' && code === 'plan') continue;
        expect(said, code).to.contain(expected);
        if (/[-A-Z]/.test(code)) expect(said, code).not.to.contain(code);
      }
    });
  }
});
