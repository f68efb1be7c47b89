import {expect} from '@open-wc/testing';
import {decode, type DecodeContext} from '../../../src/model/decode/decode.js';
import type {FhirResource} from '../../../src/model/fhir-json.js';
import '../../support/whole-entries.js';

const context: DecodeContext = {
  source: '0',
  now: Date.UTC(2026, 10, 21),
  isPatient: () => true,
  resolve: () => undefined,
  provenance: () => [],
};

const condition = (more: object): FhirResource => {
  const found = {
    resourceType: 'Condition',
    id: 'c',
    code: {text: 'Asthma'},
    recordedDate: '2020-01-01',
    clinicalStatus: {coding: [{code: 'active'}]},
    ...more,
  };
  return found;
};

/** How an entry leads, and whether it stands in 'Now'. */
function read(resource: FhirResource) {
  const decoded = decode(resource, context);
  return decoded.outcome === 'entry'
    ? [decoded.entry.lead, decoded.entry.currency]
    : decoded.outcome;
}

describe('a status that was sent in words alone', () => {
  for (const words of ['Entered in error', 'entered-in-error', ' Entered  In-Error ']) {
    it(`does not show a mistake that was recorded as '${words}'`, () => {
      expect(read(condition({verificationStatus: {text: words}}))).to.equal('excluded');
    });
  }

  it('does not show a mistake that only the display of a code names', () => {
    const verificationStatus = {coding: [{system: 'http://local', display: 'Entered in Error'}]};

    expect(read(condition({verificationStatus}))).to.equal('excluded');
  });

  it("says 'Ruled out' of what was recorded as 'Refuted'", () => {
    const found = read(condition({verificationStatus: {text: 'Refuted'}}));

    expect(found).to.deep.equal(['ruledOut', 'notCurrent']);
  });

  it("says 'Ended' of what was recorded as 'RESOLVED'", () => {
    expect(read(condition({clinicalStatus: {text: 'RESOLVED'}}))).to.deep.equal([
      'ended',
      'notCurrent',
    ]);
  });

  it('does not take other words for a code', () => {
    const found = read(condition({clinicalStatus: {text: 'Resolved mostly'}}));

    expect(found).to.deep.equal([undefined, 'unknown']);
  });
});

describe('a prescription that is active and whose time has passed', () => {
  const request = (more: object): FhirResource => {
    const found = {
      resourceType: 'MedicationRequest',
      id: 'm',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: {text: 'Amoxicillin'},
      authoredOn: '2019-01-01',
      ...more,
    };
    return found;
  };
  const until = (end: string) => ({timing: {repeat: {boundsPeriod: {start: '2019-01-01', end}}}});
  const tell = (more: object) => {
    const decoded = decode(request(more), context);
    return decoded.outcome === 'entry' && [decoded.entry.currency, ...decoded.entry.statuses];
  };

  it('is not said to be taken now when every dosage has ended', () => {
    const dosageInstruction = [until('2019-01-08'), until('2019-01-15')];

    expect(tell({dosageInstruction})).to.deep.equal(['unknown', 'statusUnknown']);
  });

  it('is not said to be taken now when its supply has ended', () => {
    const dispenseRequest = {validityPeriod: {end: '2019-02-01'}};

    expect(tell({dispenseRequest})).to.deep.equal(['unknown', 'statusUnknown']);
  });

  it('is taken now while one dosage goes on', () => {
    expect(tell({dosageInstruction: [until('2019-01-08'), until('2027-01-01')]})).to.deep.equal([
      'current',
    ]);
    expect(tell({dosageInstruction: [until('2019-01-08'), {}]})).to.deep.equal(['current']);
  });
});
