import {expect} from '@open-wc/testing';
import {cy as datesCy} from '../../src/i18n/cy/dates.js';
import {cy as statusCy} from '../../src/i18n/cy/status.js';
import {enGB as dates} from '../../src/i18n/en-gb/dates.js';
import {enGB as status} from '../../src/i18n/en-gb/status.js';
import {describeEntry, type DescribeOptions, type LineText} from '../../src/i18n/entry-words.js';
import {judgementInWords} from '../../src/i18n/value-words.js';
import {decode, type DecodeContext} from '../../src/model/decode/decode.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {judge} from '../../src/model/interpretation.js';
import '../support/whole-entries.js';

type Json = Record<string, unknown>;

const english = {status, dates};
const welsh = {status: statusCy, dates: datesCy};

const context: DecodeContext = {
  source: 'test',
  now: Date.UTC(2026, 10, 21),
  isPatient: (reference) => (reference as Json | undefined)?.['reference'] === 'Patient/p',
  resolve: (reference, within) =>
    ((within as unknown as Json)['contained'] as FhirResource[] | undefined)?.find(
      ({id}) => `#${String(id)}` === (reference as Json)['reference'],
    ),
  provenance: () => [],
};

function say(json: Json, options: DescribeOptions = {viewer: 'self'}, words = english) {
  const found = decode({id: '1', ...json} as unknown as FhirResource, context);
  if (found.outcome !== 'entry') throw new Error(found.outcome);
  return describeEntry(found.entry, words, options);
}

const line = (text: LineText) =>
  (text.type === 'text'
    ? text.text
    : [text.name, text.value, text.flagWords && `(${text.flagWords})`].filter(Boolean).join(' ')
  ).replace(/\u00a0/g, ' ');

const mmol = (value: number) => ({value, unit: 'mmol/L'});

/** A report with results against one range, 3 to 7. */
function report(values: readonly number[], more: Json = {}): Json {
  return {
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: {text: 'Kidney function'},
    effectiveDateTime: '2026-11-18',
    contained: values.map((value, at) => ({
      resourceType: 'Observation',
      id: `o${at}`,
      status: 'final',
      code: {text: `Test ${at + 1}`},
      valueQuantity: mmol(value),
      referenceRange: [{low: mmol(3), high: mmol(7)}],
    })),
    result: values.map((_, at) => ({reference: `#o${at}`})),
    ...more,
  };
}

const lines = (json: Json) => say(json).lines.map(line);

describe('The results of a row', () => {
  it('are all shown when there are few, those outside their range first', () => {
    expect(lines(report([5, 8, 2]))).to.deep.equal([
      'Test 2 8 mmol/L (High)',
      'Test 3 2 mmol/L (Low)',
      'Test 1 5 mmol/L (Within the range given)',
    ]);
  });

  it('are at most three, and the rest is counted in words', () => {
    expect(lines(report([8, 8, 8, 8, 5, 5]))).to.deep.equal([
      'Test 1 8 mmol/L (High)',
      'Test 2 8 mmol/L (High)',
      'Test 3 8 mmol/L (High)',
      '1 more result is outside the range given.',
      'There are 2 more results.',
    ]);
  });

  it('are one sentence when all of many are within their range', () => {
    expect(lines(report([5, 5, 5, 5]))).to.deep.equal([
      'All 4 results are within the range given.',
    ]);
  });

  it('begin with the one that was searched for, and are not called all then', () => {
    const json = report([5, 5, 5, 5, 5]);

    const said = say(json, {viewer: 'self', search: ['test', '4']}).lines.map(line);

    expect(said).to.deep.equal([
      'Test 4 5 mmol/L (Within the range given)',
      'Test 1 5 mmol/L (Within the range given)',
      'Test 2 5 mmol/L (Within the range given)',
      'There are 2 more results.',
    ]);
  });

  it('still count those outside their range that the searched one leaves no room for', () => {
    const json = report([8, 8, 8, 5]);

    const said = say(json, {viewer: 'self', search: ['test', '4']}).lines.map(line);

    expect(said).to.deep.equal([
      'Test 4 5 mmol/L (Within the range given)',
      'Test 1 8 mmol/L (High)',
      'Test 2 8 mmol/L (High)',
      '1 more result is outside the range given.',
    ]);
  });

  it('are not called all when a result is not at hand', () => {
    const some = report([5, 5, 5, 5]);
    const result = [...(some['result'] as Json[]), {reference: 'Observation/elsewhere'}];
    const said = lines({...some, result});
    expect(said.join()).to.not.contain('All ');
    expect(said).to.have.length(4);
  });

  it('are not called all when more are still to come', () => {
    expect(lines(report([5, 5, 5, 5], {status: 'partial'})).join()).to.not.contain('All ');
  });

  it('are not called all when one has no range', () => {
    const some = report([5, 5, 5, 5]);
    const [first, ...others] = some['contained'] as Json[];
    const contained = [{...first, referenceRange: []}, ...others];
    expect(lines({...some, contained}).join()).to.not.contain('All ');
  });

  it('carry the tag of a result inside that is not final', () => {
    const some = report([5]);
    const [first] = some['contained'] as Json[];
    const said = say({...some, contained: [{...first, status: 'preliminary'}]});
    expect(said.tags.map(({words}) => words)).to.deep.equal(['Not final']);
  });

  it('lead with what changes the meaning of one of them', () => {
    const some = report([5]);
    const [first] = some['contained'] as Json[];
    const said = lines({...some, contained: [{...first, status: 'cancelled'}]});
    expect(said[0]).to.contain('Cancelled: Test 1');
  });
});

describe('A row', () => {
  it('leads with the word that changes its name', () => {
    const said = say({
      resourceType: 'MedicationRequest',
      status: 'stopped',
      intent: 'order',
      medicationCodeableConcept: {text: 'Ibuprofen 400mg tablets'},
      statusReason: {text: 'reduced kidney function'},
      authoredOn: '2026-09-21',
    });
    expect(said.heading).to.equal('Stopped: Ibuprofen 400mg tablets');
    expect(said.lines.map(line)).to.deep.equal(['Reason given: reduced kidney function.']);
  });

  it('says that a source, a name or a date is not recorded', () => {
    const said = say({resourceType: 'Procedure', status: 'completed'});
    expect(said).to.deep.include({
      heading: 'Name not recorded',
      date: 'Date not recorded',
      source: 'Source not recorded',
      ownWords: false,
    });
  });

  it('says where an appointment is, and asks for no other source', () => {
    const place = {actor: {reference: 'Location/1', display: 'Room 3'}, status: 'accepted'};
    const booked = {resourceType: 'Appointment', status: 'booked', start: '2026-12-09T09:00:00Z'};

    const {lines, source} = say({...booked, participant: [place]});

    expect(lines.map(line)).to.deep.equal(['At Room 3.']);
    expect(source).to.equal('');
    expect(say(booked).source).to.equal('Place not recorded');
    expect(say(booked, {viewer: 'self'}, welsh).source).to.equal('Lle heb ei gofnodi');
  });

  it('says for a year only the year', () => {
    const said = say({
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: {text: 'MMR'},
      occurrenceDateTime: '1998',
    });
    expect(said.date).to.equal('1998');
  });

  it('gives an appointment its time', () => {
    const said = say({
      resourceType: 'Appointment',
      status: 'booked',
      description: 'Diabetes clinic',
      start: '2026-12-01T14:30:00Z',
    });
    expect(said.date.replace(/\u00a0/g, ' ')).to.equal('1 December 2026, 2:30pm');
  });

  it('says who added it: you, or the person whose record it is', () => {
    const json = {
      resourceType: 'Observation',
      status: 'final',
      code: {text: 'Weight'},
      performer: [{reference: 'Patient/p'}],
      valueQuantity: {value: 84.2, unit: 'kg'},
    };
    const own = say(json);
    const proxy = say(json, {viewer: 'proxy', personName: 'Mila Littondale'});
    expect(own.source).to.equal('Added by you');
    expect(own.tags.map(({words}) => words)).to.deep.equal(['Added by you']);
    expect(proxy.source).to.equal('Added by Mila Littondale');
    expect(own.lines.map(line)).to.deep.equal([
      '84.2kg (No range given)',
      'How it was measured is not recorded.',
    ]);
  });

  it('says a dosage in short words when the record has only its parts', () => {
    const dosage = [
      {
        timing: {repeat: {frequency: 2, period: 1, periodUnit: 'd'}},
        doseAndRate: [{doseQuantity: {value: 500, unit: 'mg'}}],
        asNeededBoolean: true,
      },
    ];
    const said = say({
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: {text: 'Paracetamol'},
      dosage,
    });
    expect(said.lines.map(line)).to.deep.equal(['500mg 2 times a day. Only when needed.']);
  });

  it('never gives half of a dosage', () => {
    const dosage = [
      {timing: {repeat: {frequency: 2, period: 1, periodUnit: 'd', dayOfWeek: ['mon']}}},
    ];
    const said = say({
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: {text: 'Methotrexate'},
      dosage,
    });
    expect(said.lines).to.deep.equal([]);
  });
});

describe('The words of entries', () => {
  it('say a range in full beside an opened result', () => {
    const judged = judge({
      valueQuantity: mmol(8),
      referenceRange: [{low: mmol(3), high: mmol(7)}],
    });
    expect(judgementInWords(judged, status).replace(/\u00a0/g, ' ')).to.equal(
      'Higher than the range given (3 to 7 mmol/L)',
    );
  });

  it('never use the word normal, a code word or a contraction', () => {
    const all = allWords(status);
    for (const words of all) {
      expect(words).to.not.match(/\bnormal|abnormal\b|\b(?:noshow|refuted|resolved|inactive)\b/i);
      expect(words).to.not.match(/n't\b|'(?:re|ve|ll)\b|!|—/);
      for (const sentence of words.split(/[.!?:] /)) {
        expect(sentence.split(/\s+/).length).to.be.at.most(20, sentence);
      }
    }
    expect(all.length).to.be.above(150);
  });

  it('are all there in Welsh, and none is English', () => {
    const english = allWords(status);
    const welsh = allWords(statusCy);
    expect(welsh).to.have.length(english.length);
    const same = welsh.filter((words, at) => words !== '' && words === english[at]);
    // Patterns without a word of their own, and names that both languages share.
    expect(
      same.filter((words) => /[A-Za-z]{4}/.test(words.replace(/WORDS|LATER/g, ''))),
    ).to.deep.equal([]);
  });

  it('put an entry into Welsh', () => {
    const json = {
      resourceType: 'Condition',
      code: {text: 'Asthma'},
      verificationStatus: {coding: [{code: 'refuted'}]},
      recordedDate: '2018-08-06',
    };
    const said = say(json, {viewer: 'self'}, welsh);
    expect(said.heading).to.equal('Wedi’i ddiystyru: Asthma');
    expect(said.date.replace(/\u00a0/g, ' ')).to.equal('6 Awst 2018');
  });
});

/** Every text of a dictionary; functions are given something to say. */
function allWords(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    const said: unknown[] = [];
    const filled = {
      text: 'WORDS',
      date: 'WORDS',
      until: 'LATER',
      count: 2,
      value: 'WORDS',
      oldValue: 'LATER',
      amount: 'WORDS',
      often: 'WORDS',
      asNeeded: true,
    };
    const attempts: unknown[][] = [
      [filled],
      [{...filled, text: undefined, count: 1, asNeeded: 'WORDS'}],
      ['WORDS', 'LATER'],
      [2, 3, 1, 'd'],
    ];
    for (const attempt of attempts) {
      try {
        said.push((words as (...values: unknown[]) => unknown)(...attempt));
      } catch {
        // A function of another shape: one of the attempts fits it.
      }
    }
    return said.filter(
      (each): each is string => typeof each === 'string' && !/undefined|\[object|NaN/.test(each),
    );
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(allWords);
}
