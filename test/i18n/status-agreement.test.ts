/** What a row says of how a condition or allergy stands, and what the opened entry says: never two different things. */
import {expect} from '@open-wc/testing';
import {valueInWords} from '../../src/components/entry-detail/value-text.js';
import {cy as datesCy} from '../../src/i18n/cy/dates.js';
import {cy as detailCy} from '../../src/i18n/cy/detail.js';
import {cy as statusCy} from '../../src/i18n/cy/status.js';
import {enGB as dates} from '../../src/i18n/en-gb/dates.js';
import {enGB as detail} from '../../src/i18n/en-gb/detail.js';
import {enGB as status} from '../../src/i18n/en-gb/status.js';
import {describeEntry} from '../../src/i18n/entry-words.js';
import {decode, type DecodeContext} from '../../src/model/decode/decode.js';
import {decodeDetail} from '../../src/model/decode/detail/decode-detail.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import '../support/whole-entries.js';

const context: DecodeContext = {
  source: 'test',
  now: Date.UTC(2026, 10, 21),
  isPatient: () => false,
  resolve: () => undefined,
  provenance: () => [],
};
const system = 'http://terminology.hl7.org/CodeSystem/';
const concept = (name: string, code: string) => ({coding: [{system: system + name, code}]});

/** A Condition or AllergyIntolerance with one status of its own. */
function made(
  type: 'Condition' | 'AllergyIntolerance',
  element: string,
  code: string,
  name: string,
) {
  const systems: Readonly<Record<string, string>> = {
    'Condition clinicalStatus': 'condition-clinical',
    'Condition verificationStatus': 'condition-ver-status',
    'AllergyIntolerance clinicalStatus': 'allergyintolerance-clinical',
    'AllergyIntolerance verificationStatus': 'allergyintolerance-verification',
  };
  return {
    resourceType: type,
    id: '1',
    code: {text: name},
    [element]: concept(systems[`${type} ${element}`] ?? '', code),
  } as unknown as FhirResource;
}

const languages = [
  ['English', {words: detail, status, dates, proxy: false}],
  ['Welsh', {words: detailCy, status: statusCy, dates: datesCy, proxy: false}],
] as const;

function both(resource: FhirResource, settings: (typeof languages)[number][1]) {
  const found = decode(resource, context);
  if (found.outcome !== 'entry') throw new Error(found.outcome);
  const {lead = '', heading} = describeEntry(found.entry, settings, {viewer: 'self'});
  const {sections} = decodeDetail(resource, context, found.entry);
  const opened = sections
    .flatMap(({facts}) => facts)
    .filter(({key}) => key === 'status' || key === 'certainty')
    .flatMap(({values}) => values.map((value) => valueInWords(value, settings)));
  return {lead, heading, opened: opened[0] ?? ''};
}

for (const [language, settings] of languages) {
  describe(`a row and its opened entry in ${language}`, () => {
    for (const [type, element, code] of [
      ['Condition', 'clinicalStatus', 'inactive'],
      ['Condition', 'clinicalStatus', 'remission'],
      ['Condition', 'clinicalStatus', 'resolved'],
      ['Condition', 'verificationStatus', 'refuted'],
      ['Condition', 'verificationStatus', 'unconfirmed'],
      ['AllergyIntolerance', 'clinicalStatus', 'inactive'],
      ['AllergyIntolerance', 'clinicalStatus', 'resolved'],
      ['AllergyIntolerance', 'verificationStatus', 'refuted'],
      ['AllergyIntolerance', 'verificationStatus', 'unconfirmed'],
    ] as const) {
      it(`begin with the same words for ${type} ${code}`, () => {
        const {lead, opened} = both(made(type, element, code, 'Penicillin'), settings);

        expect(lead).not.to.equal('');
        expect(opened.split(/[,.:]/)[0]).to.equal(lead.split(/[,.:]/)[0]);
      });
    }
  });
}

describe('a condition that is not active', () => {
  const says = (code: string, name = 'Low back pain', language: 0 | 1 = 0) =>
    both(made('Condition', 'clinicalStatus', code, name), languages[language][1]);

  it('is not said to have ended, for it may have got better for a time only', () => {
    const {heading, opened} = says('inactive');

    expect(heading).to.equal('Not active now: Low back pain');
    expect(opened).to.equal('Not active now');
  });

  it('is not said to have ended in Welsh', () => {
    const {heading, opened} = says('inactive', 'Low back pain', 1);

    for (const words of [heading, opened])
      expect(words)
        .to.match(/^Ddim yn weithredol nawr/)
        .and.not.match(/^Wedi dod i ben/);
  });

  it('does not let ‘no known allergies’ be taken for true', () => {
    expect(says('inactive', 'No known allergies').heading).to.equal(
      'Not active now, not true now: No known allergies',
    );
    expect(says('inactive', 'No known allergies', 1).heading).to.match(/nid yw’n wir nawr/);
  });

  it('has ended when the record says resolved', () => {
    expect(says('resolved').heading).to.equal('Ended: Low back pain');
  });
});

describe('the name of an allergy', () => {
  const heading = (element: string, code: string, name = 'Penicillin') =>
    both(made('AllergyIntolerance', element, code, name), languages[0][1]).heading;

  it('leads with Ended, and says that it is none any more', () => {
    expect(heading('clinicalStatus', 'inactive')).to.equal(
      'Ended, no longer an allergy: Penicillin',
    );
  });

  it('leads with Ruled out, and says that it is none', () => {
    expect(heading('verificationStatus', 'refuted')).to.equal(
      'Ruled out, not an allergy: Penicillin',
    );
  });

  it('leads with Not confirmed, and says that it may be one', () => {
    expect(heading('verificationStatus', 'unconfirmed')).to.equal(
      'Not confirmed, may be an allergy: Penicillin',
    );
  });

  it('does not let an ended ‘no known allergies’ be taken for true', () => {
    expect(heading('clinicalStatus', 'inactive', 'No known allergies')).to.equal(
      'Ended, not true now: No known allergies',
    );
  });

  it('does not let a ruled out ‘no known allergies’ be taken for true', () => {
    expect(heading('verificationStatus', 'refuted', 'No known drug allergies')).to.equal(
      'Ruled out, not true now: No known drug allergies',
    );
  });
});
