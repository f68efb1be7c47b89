import {expect} from '@open-wc/testing';
import {followLink, readKept} from '../../src/api/pages.js';
import {fingerprint} from '../../src/api/repeats.js';

const base = new URL('https://phr.example/fhir/');
const page = new URL('https://phr.example/fhir/Condition?patient=p1');

describe('A link to the next page', () => {
  for (const [link, address] of [
    ['https://phr.example/fhir?_getpages=1', 'https://phr.example/fhir?_getpages=1'],
    ['https://phr.example:443/fhir/Condition?x=1', 'https://phr.example/fhir/Condition?x=1'],
    ['?page=2', 'https://phr.example/fhir/Condition?page=2'],
    ['Condition?page=2', 'https://phr.example/fhir/Condition?page=2'],
    ['/fhir/Condition?page=2', 'https://phr.example/fhir/Condition?page=2'],
    ['//phr.example/fhir/Condition?page=2', 'https://phr.example/fhir/Condition?page=2'],
    ['?page=2#part', 'https://phr.example/fhir/Condition?page=2'],
    ['?a=%7C&b=x|y', 'https://phr.example/fhir/Condition?a=%7C&b=x|y'],
  ] as const) {
    it(`is followed as it stands: ${link}`, () => {
      const next = followLink(link, page, base);
      expect(next.url?.href).to.equal(address);
    });
  }

  for (const [link, cut] of [
    ['https://evil.example/fhir?x', 'otherOrigin'],
    ['//evil.example/fhir?x', 'otherOrigin'],
    ['https:\\\\evil.example\\fhir', 'otherOrigin'],
    ['/\\evil.example/fhir', 'otherOrigin'],
    ['javascript:alert(1)', 'otherOrigin'],
    ['data:application/json,{}', 'otherOrigin'],
    ['blob:https://phr.example/fhir/1', 'otherOrigin'],
    ['https://phr.example@evil.example/fhir', 'otherOrigin'],
    ['https://user:x@phr.example/fhir', 'otherOrigin'],
    ['http://phr.example/fhir?x', 'otherOrigin'],
    ['https://phr.example:8443/fhir?x', 'otherOrigin'],
    ['https://phr.example/other?x', 'otherOrigin'],
    ['https://phr.example/fhir2?x', 'otherOrigin'],
    ['../other?x', 'otherOrigin'],
    ['http://internal:8080/fhir?x', 'otherOrigin'],
    ['https://phr.example:443:443/fhir?x', 'failed'],
    ['https://', 'failed'],
    ['', 'failed'],
  ] as const) {
    it(`is not followed: ${link || 'an empty one'}`, () => {
      expect(followLink(link, page, base)).to.deep.equal({cut});
    });
  }
});

describe('Telling pages apart', () => {
  const entry = (id?: string, versionId?: string) => ({
    resource: {resourceType: 'Condition', ...(id && {id}), meta: {versionId}},
  });

  it('sees the same page, and another version or another size of it as another', () => {
    const same = fingerprint([entry('1', 'a'), entry('2', 'b')]);
    expect(fingerprint([entry('1', 'a'), entry('2', 'b')])).to.equal(same);
    expect(fingerprint([entry('1', 'a'), entry('2', 'c')])).not.to.equal(same);
    expect(fingerprint([entry('1', 'a'), entry('x'), entry('2', 'b')])).not.to.equal(same);
  });

  it('does not judge a page that is empty or has no ids', () => {
    expect(fingerprint([])).to.equal(undefined);
    expect(fingerprint([entry()])).to.equal(undefined);
  });
});

describe('What a server kept of a search', () => {
  const asked = [
    ['patient', 'p1'],
    ['_sort', '-date'],
    ['_include', 'A:b'],
  ] as const;
  const kept = (self: string | undefined) => {
    const found = readKept(self, page, asked, 'patient');
    return found && [...found].sort();
  };

  it('is not known without a self link, or with one that cannot be read', () => {
    expect(kept(undefined)).to.equal(undefined);
    expect(kept('')).to.equal(undefined);
    expect(kept('https://a:1:1/')).to.equal(undefined);
  });

  it('is nothing when the self link has no search', () => {
    expect(kept('https://phr.example/fhir/Condition')).to.deep.equal([]);
  });

  for (const self of [
    '?patient=p1',
    '?patient=Patient/p1',
    '?patient=https://phr.example/fhir/Patient/p1',
  ]) {
    it(`is the patient in ${self}`, () => {
      expect(kept(self)).to.deep.equal(['patient']);
    });
  }

  it('is not the patient when the self link names another', () => {
    expect(kept('?patient=p2&_sort=-date')).to.deep.equal(['_sort']);
    expect(kept('?patient=Patient/p11')).to.deep.equal([]);
  });

  it('is not the order when the self link has another', () => {
    expect(kept('?patient=p1&_sort=date')).to.deep.equal(['patient']);
  });

  it('can be the patient by identifier', () => {
    const identifier = [
      ['patient:identifier', 'https://fhir.nhs.uk/Id/nhs-number|9990000018'],
    ] as const;
    const self = `?patient:identifier=${encodeURIComponent(identifier[0][1])}`;
    expect(readKept(self, page, identifier, 'patient:identifier')).to.deep.equal(
      new Set(['patient:identifier']),
    );
  });
});
