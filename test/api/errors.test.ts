import {expect} from '@open-wc/testing';
import {PhrError, errorKind} from '../../src/api/errors.js';
import {kindOfStatus} from '../../src/api/recover.js';

describe('PhrError', () => {
  const outcome = {resourceType: 'OperationOutcome', issue: [{diagnostics: 'CANARY'}]};

  it('says its kind and status, and nothing of the record', () => {
    const error = new PhrError('refused', {status: 403, outcome});
    expect(error.message).to.equal('PHR API: refused (403)');
    expect(`${error.message} ${error.stack ?? ''} ${String(error)}`).not.to.contain('CANARY');
  });

  it('keeps what the server said from those who copy or print errors', () => {
    const error = new PhrError('server', {status: 500, outcome});
    expect(error.outcome).to.equal(outcome);
    expect(JSON.stringify({...error})).not.to.contain('CANARY');
    expect(Object.keys(error)).not.to.include('outcome');
  });

  it('is known by its shape, so that another copy of the library can throw it', () => {
    const foreign = Object.assign(new Error('x'), {name: 'PhrError', kind: 'session'});
    expect(errorKind(foreign)).to.equal('session');
    expect(errorKind({name: 'PhrError', kind: 'refused'})).to.equal('refused');
  });

  it('gives anything else thrown a kind', () => {
    expect(errorKind(new DOMException('x', 'AbortError'))).to.equal('aborted');
    expect(errorKind(new TypeError('x'))).to.equal('server');
    expect(errorKind({name: 'PhrError', kind: 7})).to.equal('server');
    expect(errorKind(undefined)).to.equal('server');
  });

  for (const [status, one, search] of [
    [400, 'badRequest', 'badRequest'],
    [401, 'session', 'session'],
    [403, 'refused', 'refused'],
    [404, 'notFound', 'notOffered'],
    [405, 'notOffered', 'notOffered'],
    [410, 'notFound', 'notOffered'],
    [422, 'badRequest', 'badRequest'],
    [429, 'throttled', 'throttled'],
    [500, 'server', 'server'],
    [501, 'notOffered', 'notOffered'],
    [503, 'server', 'server'],
  ] as const) {
    it(`reads ${String(status)} as ${one} for one resource, ${search} for a search`, () => {
      expect(kindOfStatus(status, true)).to.equal(one);
      expect(kindOfStatus(status, false)).to.equal(search);
    });
  }
});
