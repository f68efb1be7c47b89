import {expect} from '@open-wc/testing';
import {decode, type DecodeContext, type Decoded} from '../../src/model/decode/decode.js';
import {decodePatient} from '../../src/model/decode/patient.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import type {TimelineEntry} from '../../src/model/timeline.js';
import '../support/whole-entries.js';

type Json = Record<string, unknown>;

const others: readonly Json[] = [
  {resourceType: 'Organization', id: 'o', name: 'Northmoor Hospitals'},
  {
    resourceType: 'Practitioner',
    id: 'd',
    name: [{family: 'Okafor', given: ['Tom'], prefix: ['Dr']}],
  },
  {
    resourceType: 'PractitionerRole',
    id: 'r',
    practitioner: {reference: 'Practitioner/d'},
    organization: {reference: 'Organization/o'},
    code: [{text: 'Consultant'}],
  },
  {
    resourceType: 'RelatedPerson',
    id: 's',
    name: [{text: 'Sana Nidderdale'}],
    relationship: [{text: 'daughter'}],
  },
  {
    resourceType: 'Device',
    id: 'meter',
    deviceName: [{name: 'Omron M3', type: 'user-friendly-name'}],
  },
  {
    resourceType: 'Condition',
    id: 'af',
    code: {text: 'Atrial fibrillation'},
  },
  {
    resourceType: 'Condition',
    id: 'private',
    code: {text: 'HIV infection'},
    meta: {security: [{code: 'R'}]},
  },
  {
    resourceType: 'Condition',
    id: 'refuted',
    code: {text: 'Asthma'},
    verificationStatus: {coding: [{code: 'refuted'}]},
  },
  {
    resourceType: 'Observation',
    id: 'k',
    status: 'final',
    code: {text: 'Potassium'},
    valueQuantity: {value: 4.6, unit: 'mmol/L'},
  },
  {
    resourceType: 'Observation',
    id: 'wrong',
    status: 'entered-in-error',
    code: {text: 'Potassium'},
    valueQuantity: {value: 6.9, unit: 'mmol/L'},
  },
  {
    resourceType: 'Observation',
    id: 'odd',
    status: 'final',
    code: {text: 'Sodium'},
    modifierExtension: [{url: 'https://example.org/not'}],
    valueQuantity: {value: 140},
  },
];

const byReference = new Map(
  others.map((each) => [`${String(each['resourceType'])}/${String(each['id'])}`, each]),
);

function contextWith(provenance: readonly Json[] = []): DecodeContext {
  return {
    source: 'test',
    now: Date.UTC(2026, 10, 21),
    isPatient: (reference) => (reference as Json | undefined)?.['reference'] === 'Patient/p',
    resolve(reference, within) {
      const sent = String((reference as Json)['reference']);
      const contained = (within as unknown as Json)['contained'] as FhirResource[] | undefined;
      if (sent.startsWith('#')) return contained?.find(({id}) => `#${String(id)}` === sent);
      return byReference.get(sent) as unknown as FhirResource | undefined;
    },
    provenance: () => provenance as unknown as FhirResource[],
  };
}

function read(resourceType: string, more: Json, provenance: readonly Json[] = []): Decoded {
  const json = {resourceType, id: '1', ...more} as unknown as FhirResource;
  return decode(json, contextWith(provenance));
}

function entryOf(
  resourceType: string,
  more: Json,
  provenance: readonly Json[] = [],
): TimelineEntry {
  const found = read(resourceType, more, provenance);
  if (found.outcome !== 'entry') throw new Error(found.outcome);
  return found.entry;
}

const coding = (system: string, code: string) => ({coding: [{system, code}]});
const clinical = (code: string) =>
  coding('http://terminology.hl7.org/CodeSystem/condition-clinical', code);
const pointKeys = (entry: TimelineEntry) =>
  entry.points.map((point) => (point.type === 'words' ? point.key : point.type));

describe('A condition', () => {
  const base = {code: {text: 'Asthma'}, recordedDate: '2020-05-01'};

  it('without a status is not said to be current', () => {
    expect(entryOf('Condition', base).currency).to.equal('unknown');
  });

  it('keeps with its lines the codes of what it is, and of nothing else', () => {
    const snomed = 'http://snomed.info/sct';
    const entry = entryOf('Condition', {
      code: {text: 'PE', ...coding(snomed, '59282003')},
      bodySite: [coding(snomed, '39607008')],
      recordedDate: '2020-05-01',
    });
    expect(entry.points.codes).to.deep.equal(['59282003']);
    expect(entryOf('Condition', base).points.codes).to.equal(undefined);
    const other = {code: coding('http://loinc.org', '4548-4'), recordedDate: '2020-05-01'};
    expect(
      entryOf('Condition', {...other, code: {...other.code, text: 'Clot'}}).points.codes,
    ).to.equal(undefined);
  });

  it('keeps with its lines what its codes are called, and nothing that is not coded', () => {
    const snomed = 'http://snomed.info/sct';
    const named = (...codings: readonly object[]) =>
      entryOf('Condition', {code: {text: 'PE', coding: codings}, recordedDate: '2020-05-01'}).points
        .names;
    const display = 'Pulmonary embolism (disorder)';
    expect(named({system: snomed, code: '59282003', display})).to.deep.equal([
      'pulmonary embolism',
    ]);
    expect(named({system: snomed, display})).to.equal(undefined);
    expect(named({system: 'http://loinc.org', code: '4548-4', display})).to.equal(undefined);
    expect(named({system: snomed, code: '59282003'})).to.equal(undefined);
    expect(named({system: snomed, code: '59282003', display: 7})).to.equal(undefined);
  });

  it('that is active is current', () => {
    expect(entryOf('Condition', {...base, clinicalStatus: clinical('active')}).currency).to.equal(
      'current',
    );
  });

  it('with an end and no status has ended', () => {
    const entry = entryOf('Condition', {...base, abatementDateTime: '2021'});
    expect(entry).to.include({currency: 'notCurrent', lead: 'ended'});
    expect(entry.until?.text).to.equal('2021');
  });

  it('with an end in the future has not ended', () => {
    const entry = entryOf('Condition', {
      ...base,
      clinicalStatus: clinical('active'),
      abatementDateTime: '2999',
    });
    expect(entry).to.include({currency: 'current', lead: undefined});
  });

  it('that is active and has an end is not known to be current', () => {
    const entry = entryOf('Condition', {
      ...base,
      clinicalStatus: clinical('active'),
      abatementString: 'last spring',
    });
    expect(entry.currency).to.equal('unknown');
    expect(entry.statuses).to.include('statusUnknown');
  });

  it('that was ruled out says so, whatever its clinical status', () => {
    const entry = entryOf('Condition', {
      ...base,
      clinicalStatus: clinical('active'),
      verificationStatus: coding(
        'http://terminology.hl7.org/CodeSystem/condition-ver-status',
        'refuted',
      ),
    });
    expect(entry).to.include({currency: 'notCurrent', lead: 'ruledOut'});
  });

  it('keeps the element its date came from', () => {
    expect(entryOf('Condition', base).dateElement).to.equal('recordedDate');
    const onset = entryOf('Condition', {
      code: base.code,
      onsetPeriod: {start: '2019', end: '2020'},
    });
    expect(onset).to.deep.include({dateElement: 'onsetPeriod'});
    expect(onset.date?.text).to.equal('2019');
  });
});

describe('An allergy', () => {
  it('is led by the word allergy, so that nobody hears only penicillin', () => {
    expect(entryOf('AllergyIntolerance', {code: {text: 'Penicillin'}}).lead).to.equal('allergy');
    expect(entryOf('AllergyIntolerance', {code: {text: 'Penicillin allergy'}}).lead).to.equal(
      undefined,
    );
  });

  for (const [code, statement] of [
    ['716186003', 'noKnownAllergies'],
    ['409137002', 'noKnownDrugAllergies'],
  ] as const) {
    it(`is a statement when none is known: ${statement}`, () => {
      const entry = entryOf('AllergyIntolerance', {
        code: {coding: [{system: 'http://snomed.info/sct', code}]},
      });
      expect(entry).to.include({statement, lead: undefined, title: undefined});
    });
  }

  it('is withheld when its code says none and its words name one', () => {
    const code = {
      coding: [{system: 'http://snomed.info/sct', code: '716186003'}],
      text: 'Amoxicillin 250mg capsules',
    };
    expect(read('AllergyIntolerance', {code})).to.include({
      outcome: 'withheld',
      kind: 'allergies',
    });
  });

  it('says how severe a reaction was, or that this was not recorded', () => {
    const entry = entryOf('AllergyIntolerance', {
      code: {text: 'Penicillin'},
      reaction: [
        {manifestation: [{text: 'Rash'}]},
        {manifestation: [{text: 'Swelling'}], severity: 'severe'},
      ],
    });
    expect(pointKeys(entry)).to.deep.equal(['reaction', 'reactionSevere']);
  });
});

describe('A medicine', () => {
  const base = {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {text: 'Apixaban 5mg tablets'},
    authoredOn: '2026-11-12',
  };

  it('says what it is for when the record says so', () => {
    const entry = entryOf('MedicationRequest', {
      ...base,
      reasonReference: [{reference: 'Condition/refuted'}, {reference: 'Condition/af'}],
    });
    const what = entry.points.find((point) => point.type === 'words' && point.key === 'whatFor');
    expect(what).to.have.nested.property('values.text', 'Atrial fibrillation');
  });

  it('never says what it is for when the record does not', () => {
    expect(pointKeys(entryOf('MedicationRequest', base))).to.not.include('whatFor');
  });

  it('is named by the Medication it contains or refers to', () => {
    const {medicationCodeableConcept: _own, ...rest} = base;
    const entry = entryOf('MedicationRequest', {
      ...rest,
      contained: [{resourceType: 'Medication', id: 'm', code: {text: 'Apixaban'}}],
      medicationReference: {reference: '#m'},
    });
    expect(entry.title).to.equal('Apixaban');
  });

  it('keeps "only when needed", which its text may not say', () => {
    const dosageInstruction = [{text: '1 tablet 4 times a day', asNeededBoolean: true}];
    const [dose] = entryOf('MedicationRequest', {...base, dosageInstruction}).points;
    expect(dose).to.deep.include({
      type: 'dose',
      dose: {text: '1 tablet 4 times a day', asNeeded: true},
    });
  });

  for (const [status, currency] of [
    ['active', 'current'],
    ['stopped', 'notCurrent'],
    ['completed', 'notCurrent'],
    ['cancelled', 'notCurrent'],
    ['draft', 'notCurrent'],
    ['on-hold', 'notCurrent'],
    ['unknown', 'unknown'],
  ] as const) {
    it(`whose status is ${status} is ${currency} in Now`, () => {
      expect(entryOf('MedicationRequest', {...base, status}).currency).to.equal(currency);
    });
  }

  it('that must not be taken leads with that, and is not in Now', () => {
    const entry = entryOf('MedicationRequest', {...base, doNotPerform: true});
    expect(entry).to.include({lead: 'doNotTake', currency: 'notCurrent'});
  });

  it('said to be taken until a day that has passed is not known to be current', () => {
    const entry = entryOf('MedicationStatement', {
      status: 'active',
      medicationCodeableConcept: {text: 'Amoxicillin'},
      effectivePeriod: {start: '2021-02-15', end: '2021-05-15'},
    });
    expect(entry.currency).to.equal('unknown');
  });
});

describe('A result', () => {
  const base = {
    status: 'final',
    code: {text: 'Potassium'},
    effectiveDateTime: '2026-10-02T09:00:00+01:00',
    valueQuantity: {value: 4.6, unit: 'mmol/L'},
  };

  it('that was corrected gives its earlier value only when the record has it', () => {
    const corrected = {...base, status: 'corrected', issued: '2026-10-05T09:00:00Z'};
    const without = entryOf('Observation', corrected);
    const withOld = entryOf('Observation', {
      ...corrected,
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
          valueReference: {reference: 'Observation/wrong'},
        },
      ],
    });
    expect(pointKeys(without)).to.include('correctedOn').and.not.include('correctedFrom');
    const point = withOld.points.find((each) => each.type === 'words');
    expect(point).to.have.nested.property('values.oldValue.quantity.value', 6.9);
  });

  it('gives blood pressure as one reading', () => {
    const component = [
      {
        code: {coding: [{system: 'http://loinc.org', code: '8480-6'}], text: 'Systolic'},
        valueQuantity: {value: 138, unit: 'mmHg'},
      },
      {
        code: {coding: [{system: 'http://loinc.org', code: '8462-4'}], text: 'Diastolic'},
        valueQuantity: {value: 82, unit: 'mmHg'},
      },
    ];
    const {valueQuantity: _none, ...rest} = base;
    const [point] = entryOf('Observation', {...rest, component}).points;
    expect(point).to.have.nested.property('finding.value.quantity.value', 138);
    expect(point).to.have.nested.property('finding.second.quantity.value', 82);
  });

  it('keeps the two apart when only one is out of its range', () => {
    const component = [
      {
        code: {coding: [{system: 'http://loinc.org', code: '8480-6'}], text: 'Systolic'},
        valueQuantity: {value: 180, unit: 'mmHg'},
        referenceRange: [{high: {value: 140, unit: 'mmHg'}}],
      },
      {
        code: {coding: [{system: 'http://loinc.org', code: '8462-4'}], text: 'Diastolic'},
        valueQuantity: {value: 82, unit: 'mmHg'},
        referenceRange: [{high: {value: 90, unit: 'mmHg'}}],
      },
    ];
    const {valueQuantity: _none, ...rest} = base;
    const flags = entryOf('Observation', {...rest, component}).points.map((point) =>
      point.type === 'finding' ? point.finding.judgement.flag : point.type,
    );
    expect(flags).to.deep.equal(['high', 'within']);
  });

  it('gives the recorded reason when there is none', () => {
    const {valueQuantity: _none, ...rest} = base;
    const dataAbsentReason = {
      coding: [
        {system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'as-text'},
      ],
      text: 'Specimen unsatisfactory',
    };
    const [point] = entryOf('Observation', {...rest, dataAbsentReason}).points;
    expect(point).to.have.nested.property('finding.value.reason', 'Specimen unsatisfactory');
  });

  it('reads a reason that stands on the value itself', () => {
    const {valueQuantity: _none, ...rest} = base;
    const _valueString = {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
          valueCode: 'asked-declined',
        },
      ],
    };
    const [point] = entryOf('Observation', {...rest, _valueString}).points;
    expect(point).to.have.nested.property('finding.value.key', 'notAnswered');
  });

  it('is withheld when it has a value and a reason for having none', () => {
    const dataAbsentReason = {text: 'Not done'};
    expect(read('Observation', {...base, dataAbsentReason}).outcome).to.equal('withheld');
  });

  it('is withheld when its comparator is not known', () => {
    const valueQuantity = {value: 5, comparator: 'ad'};
    expect(read('Observation', {...base, valueQuantity}).outcome).to.equal('withheld');
  });

  it('about something else leads with that', () => {
    const focus = [{display: 'Baby'}];
    const entry = entryOf('Observation', {...base, focus});
    expect(entry.lead).to.equal('aboutOther');
    expect(pointKeys(entry)).to.include('aboutOther');
    expect(entryOf('Observation', {...base, focus: [{reference: 'Patient/p'}]}).lead).to.equal(
      undefined,
    );
  });

  it('that the person took says with what, or that this was not recorded', () => {
    const performer = [{reference: 'Patient/p'}];
    const withDevice = entryOf('Observation', {
      ...base,
      performer,
      device: {reference: 'Device/meter'},
    });
    expect(withDevice.author.who).to.equal('patient');
    expect(pointKeys(withDevice)).to.include('measuredWith');
    expect(pointKeys(entryOf('Observation', {...base, performer}))).to.include(
      'measurementNotRecorded',
    );
    expect(pointKeys(entryOf('Observation', base))).to.not.include('measurementNotRecorded');
  });
});

describe('A report', () => {
  const base = {status: 'final', code: {text: 'Kidney function'}, effectiveDateTime: '2026-11-18'};

  it('holds its results, and names them as parts', () => {
    const entry = entryOf('DiagnosticReport', {...base, result: [{reference: 'Observation/k'}]});
    expect(entry.parts).to.deep.equal(['Observation/k']);
    expect(entry.partsComplete).to.equal(true);
    expect(pointKeys(entry)).to.deep.equal(['finding']);
  });

  it('leaves out a result entered in error, and counts one that is not safe', () => {
    const entry = entryOf('DiagnosticReport', {
      ...base,
      result: [{reference: 'Observation/wrong'}, {reference: 'Observation/odd'}],
    });
    expect(pointKeys(entry)).to.deep.equal(['unsafeResults']);
    expect(entry.partsComplete).to.equal(false);
  });

  it('does not say how many results are not at hand', () => {
    const entry = entryOf('DiagnosticReport', {
      ...base,
      result: [{reference: 'Observation/k'}, {reference: 'Observation/hidden'}],
    });
    expect(pointKeys(entry)).to.deep.equal(['finding']);
    expect(entry.partsComplete).to.equal(false);
  });
});

describe('Who recorded an entry, and where', () => {
  const base = {status: 'completed', code: {text: 'Foot check'}, performedDateTime: '2026'};

  it('is told by Provenance first', () => {
    const provenance = [
      {
        resourceType: 'Provenance',
        agent: [
          {type: {coding: [{code: 'assembler'}]}, who: {reference: 'Device/meter'}},
          {
            type: {coding: [{code: 'author'}]},
            who: {reference: 'RelatedPerson/s'},
            onBehalfOf: {reference: 'Organization/o'},
          },
        ],
      },
    ];
    const entry = entryOf(
      'Procedure',
      {...base, performer: [{actor: {reference: 'Practitioner/d'}}]},
      provenance,
    );
    expect(entry.author).to.deep.equal({who: 'related', name: 'Sana Nidderdale', role: 'daughter'});
    expect(entry.place).to.equal('Northmoor Hospitals');
  });

  it('is then told by the entry itself, with role and organisation', () => {
    const performer = [{actor: {reference: 'PractitionerRole/r'}}];
    const entry = entryOf('Procedure', {...base, performer});
    expect(entry.author).to.deep.equal({
      who: 'professional',
      name: 'Dr Tom Okafor',
      role: 'Consultant',
    });
    expect(entry.place).to.equal('Northmoor Hospitals');
  });

  it('is the person when the record says that they asserted it', () => {
    const security = [
      {system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'PATAST'},
    ];
    expect(entryOf('Procedure', {...base, meta: {security}}).author.who).to.equal('patient');
  });

  it('is never another Patient', () => {
    const performer = [{actor: {reference: 'Patient/other', display: 'Somebody Else'}}];
    const entry = entryOf('Procedure', {...base, performer});
    expect(entry.author).to.deep.equal({who: 'unknown'});
  });

  it('is never an address', () => {
    const entry = entryOf('Procedure', {...base, meta: {source: 'https://server.example/fhir#1'}});
    expect(entry.place).to.equal(undefined);
  });
});

describe('Other entries', () => {
  it('leave out a document that another took the place of', () => {
    const more = {status: 'superseded', type: {text: 'Letter'}};
    expect(read('DocumentReference', more).outcome).to.equal('excluded');
  });

  it('say that a dose was not given, and why', () => {
    const entry = entryOf('Immunization', {
      status: 'not-done',
      statusReason: {text: 'Unwell'},
      vaccineCode: {text: 'Flu vaccine'},
      occurrenceDateTime: '2025-10',
    });
    expect(entry.lead).to.equal('notGiven');
    expect(pointKeys(entry)).to.deep.equal(['reasonGiven']);
  });

  it('keep the words of a date that is no date', () => {
    const entry = entryOf('Immunization', {
      status: 'completed',
      vaccineCode: {text: 'MMR'},
      occurrenceString: 'as a child',
    });
    expect(entry.date).to.equal(undefined);
    expect(pointKeys(entry)).to.include('dateWords');
  });

  it('put what must not be done before the other steps of a plan', () => {
    const activity = [1, 2, 3].map((at) => ({
      detail: {status: 'in-progress', description: `Step ${at}`},
    }));
    const entry = entryOf('CarePlan', {
      status: 'active',
      intent: 'plan',
      title: 'Plan',
      activity: [
        ...activity,
        {detail: {status: 'in-progress', doNotPerform: true, description: 'Running'}},
      ],
    });
    expect(entry.points[0]).to.deep.equal({type: 'step', leads: ['doNotDo'], text: 'Running'});
    expect(pointKeys(entry)).to.include('moreSteps');
  });

  it('are read from their security labels and last change', () => {
    const meta = {
      lastUpdated: '2026-11-02T10:00:00Z',
      security: [{system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R'}],
    };
    const entry = entryOf('Procedure', {status: 'completed', code: {text: 'X-ray'}, meta});
    expect(entry.labels).to.deep.equal(['R']);
    expect(entry.recorded).to.equal(Date.UTC(2026, 10, 2, 10));
  });
});

describe('A medicine for a sensitive condition', () => {
  it('carries the label of the condition, which its row would tell', () => {
    const entry = entryOf('MedicationRequest', {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: {text: 'A medicine'},
      reasonReference: [{reference: 'Condition/private'}],
    });
    expect(entry.labels).to.deep.equal(['R']);
  });
});

describe('A person', () => {
  const url =
    'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
  const withNumber = (value: string, system: string, code: string) =>
    decodePatient({
      resourceType: 'Patient',
      identifier: [
        {
          system: 'https://fhir.nhs.uk/Id/nhs-number',
          value,
          extension: [{url, valueCodeableConcept: {coding: [{system, code}]}}],
        },
      ],
    } as FhirResource);

  for (const [system, code, verified] of [
    ['UKCore-NHSNumberVerificationStatus', 'number-present-and-verified', true],
    ['UKCore-NHSNumberVerificationStatusEngland', '01', true],
    ['UKCore-NHSNumberVerificationStatus', '01', true],
    ['UKCore-NHSNumberVerificationStatusEngland', '02', false],
    ['UKCore-NHSNumberVerificationStatus', 'number-present-but-not-traced', false],
  ] as const) {
    it(`has an NHS number that is ${verified ? '' : 'not '}verified: ${system} ${code}`, () => {
      const person = withNumber('9990000018', `https://fhir.hl7.org.uk/CodeSystem/${system}`, code);
      expect(person).to.include({nhsNumber: '9990000018', nhsNumberVerified: verified});
    });
  }

  it('has no NHS number when its check digit is wrong', () => {
    expect(withNumber('9990000019', 'x', '01')?.nhsNumber).to.equal(undefined);
  });

  it('is called by the usual name in use, and by some name even when its period has passed', () => {
    const past = {use: 'usual', text: 'Old Usual', period: {end: '2020'}};
    const official = {use: 'official', text: 'Official Name'};
    const usual = {use: 'usual', text: 'Usual Name'};
    const name = (...names: Json[]) =>
      decodePatient({resourceType: 'Patient', name: names} as unknown as FhirResource)?.name;
    expect(name(official, usual)).to.equal('Usual Name');
    expect(name(past, official)).to.equal('Official Name');
    expect(name(past)).to.equal('Old Usual');
  });

  it('has died only when deceased says so', () => {
    const notice = {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    };
    const read = (more: Json) =>
      decodePatient({resourceType: 'Patient', extension: [notice], ...more} as FhirResource)?.died;
    expect(read({})).to.equal(undefined);
    expect(read({deceasedBoolean: true})).to.equal(true);
    expect(read({deceasedDateTime: '2024-02'})).to.deep.include({text: '2024-02'});
  });
});
