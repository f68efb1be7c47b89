/** A corrected result says what it was before, as far as the record says so itself. */
import {expect} from '@open-wc/testing';
import {detailTexts} from '../../../../src/components/entry-detail/detail-text.js';
import {cy as datesCy} from '../../../../src/i18n/cy/dates.js';
import {cy as wordsCy} from '../../../../src/i18n/cy/detail.js';
import {cy as statusCy} from '../../../../src/i18n/cy/status.js';
import {enGB as dates} from '../../../../src/i18n/en-gb/dates.js';
import {enGB as words} from '../../../../src/i18n/en-gb/detail.js';
import {enGB as status} from '../../../../src/i18n/en-gb/status.js';
import {decodeDetail} from '../../../../src/model/decode/detail/decode-detail.js';
import type {Covers} from '../../../../src/model/covers.js';
import type {FhirResource} from '../../../../src/model/fhir-json.js';
import {contextOf, entryOf, patient, resultOf, type Fhir} from '../../../fixtures/details.js';

const english = {words, status, dates, proxy: false};
const welsh = {words: wordsCy, status: statusCy, dates: datesCy, proxy: false};
const notSaid = 'The health record does not say what it was before.';
const corrected = 'This was corrected or changed after it was first reported.';

const potassium = (id: string, value: number, more: Readonly<Record<string, unknown>> = {}) =>
  resultOf({id, name: 'Potassium', value, unit: 'mmol/L'}, more);
const replaces = (id: string) => ({
  status: 'corrected',
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
      valueReference: {reference: `Observation/${id}`},
    },
  ],
});
const revision = (what: string): Fhir => ({
  resourceType: 'Provenance',
  id: 'p',
  target: [{reference: 'Observation/new'}],
  recorded: '2026-11-19T10:00:00Z',
  agent: [{who: {display: 'Laboratory'}}],
  entity: [{role: 'revision', what: {reference: what}}],
});

function say(
  resource: Fhir,
  others: readonly FhirResource[] = [],
  {covers, settings = english}: {covers?: Covers; settings?: typeof english | typeof welsh} = {},
): string {
  const detail = decodeDetail(resource, contextOf(others), entryOf(resource), covers);
  return detailTexts(detail, settings).join(' | ').replaceAll('\u00a0', ' ');
}

describe('a corrected result', () => {
  it('says what it was, when it names what it replaces', () => {
    const said = say(potassium('new', 4.9, replaces('old')), [potassium('old', 6.9)]);
    expect(said).to.match(/^This was corrected .*\. \| It was 6\.9 mmol\/L before\. \|/);
  });

  it('says what it was also when that is now marked as a mistake', () => {
    const old = potassium('old', 6.9, {status: 'entered-in-error'});
    expect(say(potassium('new', 4.9, replaces('old')), [old])).to.contain(
      'It was 6.9 mmol/L before.',
    );
  });

  it('says what it was, when its Provenance names what was revised', () => {
    const said = say(potassium('new', 4.9, {status: 'amended'}), [
      potassium('old', 6.9),
      revision('Observation/old'),
    ]);
    expect(said).to.contain('It was 6.9 mmol/L before.');
  });

  it('does not take itself for what it was', () => {
    const said = say(potassium('new', 4.9, {status: 'amended'}), [
      potassium('new', 4.9),
      revision('Observation/new'),
    ]);
    expect(said).to.contain(notSaid);
  });

  it('gives each part of what it was', () => {
    const pressure = (
      id: string,
      high: number,
      more: Readonly<Record<string, unknown>> = {},
    ): Fhir => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      code: {text: 'Blood pressure'},
      subject: patient,
      component: [
        {code: {text: 'Systolic'}, valueQuantity: {value: high, unit: 'mmHg'}},
        {code: {text: 'Diastolic'}, valueQuantity: {value: 80, unit: 'mmHg'}},
      ],
      ...more,
    });
    const said = say(pressure('new', 138, replaces('old')), [pressure('old', 183)]);
    expect(said).to.contain('It was before: Systolic 183mmHg; Diastolic 80mmHg.');
  });

  it('says that the record does not say, and guesses nothing from other results', () => {
    const other = potassium('other', 6.9, {effectiveDateTime: '2026-11-18'});
    const said = say(potassium('new', 4.9, {status: 'corrected'}), [other]);
    expect(said).to.contain(`${corrected} | ${notSaid}`).and.not.contain('6.9');
  });

  it('says so where what it replaces cannot be read', () => {
    expect(say(potassium('new', 4.9, replaces('gone')))).to.contain(notSaid);
  });

  it('says nothing of what it was when that is of another person', () => {
    const old = potassium('old', 6.9, {subject: {reference: 'Patient/somebody-else'}});
    expect(say(potassium('new', 4.9, replaces('old')), [old]))
      .to.contain(notSaid)
      .and.not.contain('6.9');
  });

  it('says nothing of what it was when that cannot be shown safely', () => {
    const old = potassium('old', 6.9, {modifierExtension: [{url: 'https://x.example/not'}]});
    expect(say(potassium('new', 4.9, replaces('old')), [old])).not.to.contain('6.9');
  });

  it('does not say what it was when that is covered', () => {
    const old = potassium('old', 6.9, {meta: {security: [{code: 'R'}]}});
    const said = say(potassium('new', 4.9, replaces('old')), [old], {
      covers: ({labels}) => labels?.includes('R') ?? true,
    });
    expect(said).to.contain('It was before: Hidden on this screen.').and.not.contain('6.9');
  });

  it('says it beside its own value inside a report', () => {
    const report: Fhir = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'final',
      subject: patient,
      code: {text: 'Bloods'},
      result: [{reference: 'Observation/new'}],
    };
    const said = say(report, [potassium('new', 4.9, replaces('old')), potassium('old', 6.9)]);
    expect(said).to.contain(`Potassium | ${corrected} | It was 6.9 mmol/L before. | 4.9 mmol/L`);
  });

  it('says of a whole report that the record does not say', () => {
    const report: Fhir = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'corrected',
      subject: patient,
      code: {text: 'Bloods'},
      result: [{reference: 'Observation/a'}],
    };
    expect(say(report, [potassium('a', 4.9)])).to.contain(`${corrected} | ${notSaid}`);
  });

  it('says it in Welsh', () => {
    const said = say(potassium('new', 4.9, {status: 'corrected'}), [], {settings: welsh});
    expect(said).to.contain('Nid yw’r cofnod iechyd yn dweud beth oedd cynt.');
  });
});

describe('a result that was only added to', () => {
  it('is not said to have been anything else', () => {
    const report: Fhir = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'appended',
      subject: patient,
      code: {text: 'Bloods'},
      result: [{reference: 'Observation/a'}],
    };
    expect(say(report, [potassium('a', 4.9)])).not.to.contain(notSaid);
  });
});
