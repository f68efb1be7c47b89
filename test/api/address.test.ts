import {expect} from '@open-wc/testing';
import {checkBaseUrl, checkPatient} from '../../src/api/address-problems.js';
import {isUnderBase} from '../../src/api/address.js';

const page = 'https://portal.example/my/record';

describe('The address of a record', () => {
  const accepted: readonly [given: string, base: string, page?: string][] = [
    ['https://phr.example/fhir', 'https://phr.example/fhir/'],
    ['https://phr.example/fhir/', 'https://phr.example/fhir/'],
    ['  https://phr.example/fhir/R4  ', 'https://phr.example/fhir/R4/'],
    ['https://phr.example', 'https://phr.example/'],
    ['https://phr.example:443/fhir', 'https://phr.example/fhir/'],
    ['HTTPS://phr.example/fhir', 'https://phr.example/fhir/'],
    ['/bff/fhir', 'https://portal.example/bff/fhir/'],
    ['http://localhost:8080/fhir', 'http://localhost:8080/fhir/'],
    ['http://127.0.0.1:8080/fhir', 'http://127.0.0.1:8080/fhir/'],
    ['http://[::1]:8080/fhir', 'http://[::1]:8080/fhir/'],
    ['http://intranet/fhir', 'http://intranet/fhir/', 'http://intranet/page'],
  ];
  for (const [given, base, from = page] of accepted) {
    it(`accepts ${given} on ${from}`, () => {
      expect(checkBaseUrl(given, from)).to.deep.equal({base});
    });
  }

  const refused: readonly [given: unknown, problem: string][] = [
    [undefined, 'missing'],
    [null, 'missing'],
    ['', 'missing'],
    ['   ', 'missing'],
    [{}, 'missing'],
    ['javascript:alert(1)', 'scheme'],
    ['JavaScript:alert(1)//https://phr.example', 'scheme'],
    ['java\nscript:alert(1)', 'notAnAddress'],
    ['data:text/html,x', 'scheme'],
    ['blob:https://phr.example/x', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://phr.example/fhir', 'scheme'],
    ['https://user:secret@phr.example/fhir', 'credentials'],
    ['https://phr.example@evil.example/fhir', 'credentials'],
    ['http://phr.example/fhir', 'notSecure'],
    ['http://localhost.evil.example/fhir', 'notSecure'],
    ['//evil.example/fhir', 'notAnAddress'],
    ['/\\evil.example/fhir', 'notAnAddress'],
    ['https:\\\\evil.example', 'notAnAddress'],
    ['https:phr.example', 'notAnAddress'],
    ['https:///phr.example', 'notAnAddress'],
    ['https://phr.example:443:443/fhir', 'notAnAddress'],
    ['https://phr.example/fhir?x=1', 'notAnAddress'],
    ['https://phr.example/fhir#x', 'notAnAddress'],
    ['phr.example/fhir', 'notAnAddress'],
    ['fhir', 'notAnAddress'],
    ['https://phr example/fhir', 'notAnAddress'],
    ['{{baseUrl}}', 'notAnAddress'],
  ];
  for (const [given, problem] of refused) {
    it(`refuses ${JSON.stringify(given)} and says why`, () => {
      expect(checkBaseUrl(given, page)).to.deep.equal({problem});
    });
  }
});

describe('The Patient id a page gives', () => {
  for (const id of ['9f2c', '9990000018', 'a-b.c', 'eR_x.1', 'A'.repeat(64)]) {
    it(`accepts ${id}`, () => {
      expect(checkPatient(id)).to.deep.equal({id});
    });
  }

  for (const id of [
    '.',
    '..',
    '../x',
    'Patient/1',
    'a b',
    'a?b',
    'a%2fb',
    '<b>',
    'A'.repeat(200),
  ]) {
    it(`refuses ${id.slice(0, 20)}`, () => {
      expect(checkPatient(id)).to.deep.equal({problem: 'notAnIdentifier'});
    });
  }

  it('says when there is none', () => {
    expect(checkPatient(undefined)).to.deep.equal({problem: 'missing'});
  });
});

describe('An address that may be given the token', () => {
  const base = new URL('https://phr.example/fhir/');
  for (const [url, may] of [
    ['https://phr.example/fhir/Condition?x=1', true],
    ['https://phr.example/fhir?_getpages=1', true],
    ['https://phr.example:443/fhir/Condition', true],
    ['https://phr.example/fhir/a/../Condition', true],
    ['https://phr.example/fhirx/Condition', false],
    ['https://phr.example/other/Condition', false],
    ['https://phr.example/fhir/../admin', false],
    ['https://phr.example/fhir/%2e%2e/admin', false],
    ['https://phr.example/fhir/..%2fadmin', false],
    ['https://phr.example/fhir/..%5cadmin', false],
    ['http://phr.example/fhir/Condition', false],
    ['https://phr.example:8443/fhir/Condition', false],
    ['https://user@phr.example/fhir/Condition', false],
    ['https://phr.example.evil.example/fhir/', false],
  ] as const) {
    it(`is ${may ? '' : 'not '}${url}`, () => {
      expect(isUnderBase(new URL(url), base)).to.equal(may);
    });
  }
});
