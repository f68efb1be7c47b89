import {expect} from '@open-wc/testing';
import {Terminology} from '../../src/glossary/terminology.js';
import {
  answer,
  designation,
  display,
  parameters,
  parametersOf,
  terminologyServer,
  valueSet,
} from '../support/terminology-answers.js';

const af = '49436004';

describe('Asking a terminology server about a code', () => {
  it('gives the words of the code, without the tag that is for clinicians', async () => {
    const {terminology} = terminologyServer(() =>
      answer(parameters(display('Atrial fibrillation (disorder)'))),
    );
    const term = await terminology.lookUp(af);
    expect(term).to.deep.include({
      id: 'snomed-49436004',
      term: 'Atrial fibrillation',
      full: 'Atrial fibrillation',
    });
    expect(term?.checked).to.equal(undefined);
  });

  it('gives the words for patients where the server has them', async () => {
    const {terminology} = terminologyServer(() =>
      answer(
        parameters(
          display('Atrial fibrillation (disorder)'),
          designation({code: '900000000000013009', display: 'Synonym'}, 'AFib'),
          designation({code: '1', display: 'Patient friendly term'}, 'An uneven heartbeat'),
        ),
      ),
    );
    expect((await terminology.lookUp(af))?.means).to.equal('An uneven heartbeat');
  });

  it('sends the code alone, in no address: no cookie, no token, no page that it comes from', async () => {
    const {asked, terminology} = terminologyServer(() => answer(parameters(display('x'))));
    await terminology.lookUp(af);
    const {url, init} = asked[0] ?? {};
    expect(url).to.equal('https://host.example/terminology/CodeSystem/$lookup');
    expect(parametersOf(init)).to.deep.equal({
      system: 'http://snomed.info/sct',
      code: af,
      property: 'designation',
      displayLanguage: 'en',
    });
    expect(init).to.deep.include({
      method: 'POST',
      headers: {accept: 'application/fhir+json', 'content-type': 'application/fhir+json'},
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
    expect(Object.keys(init ?? {}).sort()).to.deep.equal(
      'body cache credentials headers method redirect referrerPolicy signal'.split(' '),
    );
  });

  it('sends each part as the type that the operation has for it', async () => {
    const {asked, terminology} = terminologyServer(() => answer(parameters(display('x'))));
    await terminology.lookUp(af);
    const {parameter} = JSON.parse(String(asked[0]?.init.body)) as {parameter: object[]};
    expect(parameter.map((part) => Object.keys(part))).to.deep.equal([
      ['name', 'valueUri'],
      ['name', 'valueCode'],
      ['name', 'valueCode'],
      ['name', 'valueCode'],
    ]);
  });

  it('asks once for one code, also while the answer is under way', async () => {
    const {asked, terminology} = terminologyServer(() => answer(parameters(display('x'))));
    await Promise.all([terminology.lookUp(af), terminology.lookUp(af)]);
    await terminology.lookUp(af);
    expect(asked).to.have.length(1);
  });

  for (const [what, fail] of Object.entries({
    'is not there': () => Promise.reject(new TypeError('Failed to fetch')),
    'has an error': () => answer({}, 500),
    'says what is no JSON': () => answer('<html>'),
    'says a list': () => answer([]),
    'says nothing': () => answer('null'),
    'says what is of another sort': () => answer(valueSet()),
    'says what it has in no resource': () => answer({parameter: [display('Found')]}),
    'says another code than the one it was asked': () =>
      answer(parameters({name: 'code', valueCode: '22298006'}, display('Found elsewhere'))),
    'knows no such code': () => answer({resourceType: 'OperationOutcome'}, 404),
  }))
    it(`has no answer when the server ${what}, and asks again the next time`, async () => {
      const {asked, terminology} = terminologyServer(fail, () =>
        answer(parameters(display('Found'))),
      );
      expect(await terminology.lookUp(af)).to.equal(undefined);
      expect((await terminology.lookUp(af))?.term).to.equal('Found');
      expect(asked).to.have.length(2);
    });

  it('remembers no more than the last answers', async () => {
    const {asked, terminology} = terminologyServer(() => answer(parameters(display('x'))));
    for (let code = 100_000; code <= 100_050; code++) await terminology.lookUp(String(code));
    await terminology.lookUp('100000');
    await terminology.lookUp('100050');
    expect(asked.map(({init}) => parametersOf(init)['code'])).to.deep.equal([
      ...Array.from({length: 51}, (_, at) => String(100_000 + at)),
      '100000',
    ]);
  });

  it('reads no answer that is enormous', async () => {
    let read = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            read++;
            controller.enqueue(new Uint8Array(100_000).fill(32));
          },
        }),
      );
    const {terminology} = terminologyServer(endless);
    expect(await terminology.lookUp(af)).to.equal(undefined);
    expect(read).to.be.below(15);
  });

  for (const code of ['', '12345', '49436004&x=1', 'Jane Example'])
    it(`asks nothing for what is no SNOMED CT code: ${code || 'none'}`, async () => {
      const {asked, terminology} = terminologyServer(() => answer({}));
      expect(await terminology.lookUp(code)).to.equal(undefined);
      expect(asked).to.deep.equal([]);
    });
});

describe('A terminology server that is slow', () => {
  const {setTimeout: realSet, clearTimeout: realClear} = window;
  let timers: Map<number, {run: () => void; after: number}>;
  beforeEach(() => {
    timers = new Map();
    let last = 0;
    window.setTimeout = ((run: () => void, after: number) => {
      timers.set(++last, {run, after});
      return last;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((timer: number) => timers.delete(timer)) as typeof clearTimeout;
  });
  afterEach(() => {
    window.setTimeout = realSet;
    window.clearTimeout = realClear;
  });

  it('is given 3 seconds, and asked again the next time', async () => {
    let asked = 0;
    const terminology = new Terminology('https://host.example', (_, init) => {
      asked++;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(new DOMException('', 'AbortError'));
        });
      });
    });
    const first = terminology.lookUp(af);
    await Promise.resolve();
    expect([...timers.values()].map(({after}) => after)).to.deep.equal([3000]);
    for (const {run} of [...timers.values()]) run();
    expect(await first).to.equal(undefined);
    expect(timers.size).to.equal(0);
    void terminology.lookUp(af);
    await Promise.resolve();
    expect(asked).to.equal(2);
  });

  it('is not waited for either where the page has a fetch of its own that does not stop', async () => {
    const terminology = new Terminology('https://host.example', () => new Promise(() => undefined));
    const asked = terminology.lookUp(af);
    await Promise.resolve();
    for (const {run} of [...timers.values()]) run();
    expect(await asked).to.equal(undefined);
  });

  it('leaves no timer behind when it answers in time', async () => {
    const {terminology} = terminologyServer(() => answer(parameters(display('x'))));
    await terminology.lookUp(af);
    expect(timers.size).to.equal(0);
  });
});
