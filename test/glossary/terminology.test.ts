import {expect} from '@open-wc/testing';
import {Terminology} from '../../src/glossary/terminology.js';
import {snomedSystem} from '../../src/model/glossary.js';

const af = '49436004';
const answer = (json: unknown, status = 200): Response =>
  new Response(typeof json === 'string' ? json : JSON.stringify(json), {status});

/** A server that keeps what it was asked, and gives each answer in its turn, the last one again and again. */
function server(...answers: readonly (() => Response | Promise<Response>)[]) {
  const asked: {url: string; init: RequestInit}[] = [];
  const fetcher: typeof fetch = (url, init = {}) => {
    const next = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({url: String(url), init});
    return next ? Promise.resolve().then(next) : Promise.reject(new TypeError('no network'));
  };
  return {asked, terminology: new Terminology('https://host.example/terminology/', fetcher)};
}

const display = (valueString: unknown) => ({name: 'display', valueString});
const designation = (use: unknown, valueString: unknown, valueCode?: unknown) => ({
  name: 'designation',
  part: [
    ...(valueCode === undefined ? [] : [{name: 'language', valueCode}]),
    {name: 'use', valueCoding: use},
    {name: 'value', valueString},
  ],
});
const parameters = (...parameter: readonly unknown[]) => ({
  resourceType: 'Parameters',
  parameter,
});

describe('Asking a terminology server about a code', () => {
  it('gives the words of the code, without the tag that is for clinicians', async () => {
    const {terminology} = server(() =>
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
    const {terminology} = server(() =>
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

  it('sends the code alone: no cookie, no token, no page that it comes from', async () => {
    const {asked, terminology} = server(() => answer(parameters(display('x'))));
    await terminology.lookUp(af);
    const [{url, init}] = asked as [{url: string; init: RequestInit}];
    expect(url).to.equal(
      'https://host.example/terminology/CodeSystem/$lookup?system=http%3A%2F%2Fsnomed.info%2Fsct&code=49436004&property=designation&displayLanguage=en',
    );
    expect(init.credentials).to.equal('omit');
    expect(init.referrerPolicy).to.equal('no-referrer');
    expect(init.cache).to.equal('no-store');
    expect(init.headers).to.deep.equal({accept: 'application/fhir+json'});
    expect(init.body).to.equal(undefined);
    expect(init.method ?? 'GET').to.equal('GET');
  });

  it('asks once for one code, also while the answer is under way', async () => {
    const {asked, terminology} = server(() => answer(parameters(display('x'))));
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
  }))
    it(`has no answer when the server ${what}, and asks again the next time`, async () => {
      const {asked, terminology} = server(fail, () => answer(parameters(display('Found'))));
      expect(await terminology.lookUp(af)).to.equal(undefined);
      expect((await terminology.lookUp(af))?.term).to.equal('Found');
      expect(asked).to.have.length(2);
    });

  for (const json of [
    {},
    {parameter: 'x'},
    {parameter: [null, 7, 'x']},
    parameters(),
    parameters({name: 'display'}),
    parameters(display(7)),
    parameters(display('')),
    parameters(display('   ')),
    parameters(display('a'.repeat(401))),
    parameters(display({toString: 'x'})),
  ])
    it(`has no answer when it makes no sense: ${JSON.stringify(json).slice(0, 60)}`, async () => {
      const {terminology} = server(() => answer(json));
      expect(await terminology.lookUp(af)).to.equal(undefined);
    });

  for (const broken of [
    {name: 'designation'},
    {name: 'designation', part: 'x'},
    {name: 'designation', part: [null]},
    designation('patient', 'x'),
    designation({display: 'patient'}, 7),
    designation({display: 'patient'}, ''),
  ])
    it(`knows the name alone when a designation is broken: ${JSON.stringify(broken)}`, async () => {
      const {terminology} = server(() => answer(parameters(display('Known'), broken)));
      expect(await terminology.lookUp(af)).to.include({term: 'Known', means: ''});
    });

  for (const plain of [[], [designation({display: 'patient'}, 'ATRIAL fibrillation')]])
    it(`never gives a name as its own meaning: ${plain.length} designations`, async () => {
      const {terminology} = server(() =>
        answer(parameters(display('Atrial fibrillation (disorder)'), ...plain)),
      );
      expect((await terminology.lookUp(af))?.means).to.equal('');
    });

  describe('in several languages', () => {
    const patient = {code: '1', display: 'Patient friendly term'};
    const inEnglish = designation(patient, 'An uneven heartbeat', 'en-GB');
    const inWelsh = designation(patient, 'Curiad calon anwastad', 'cy');
    const inSpanish = designation(patient, 'Latido irregular', 'es-ES');

    for (const [named, order] of Object.entries({
      'English last': [inSpanish, inWelsh, inEnglish],
      'English first': [inEnglish, inWelsh, inSpanish],
    }))
      it(`takes English words as the meaning, and others as words of their language: ${named}`, async () => {
        const {terminology} = server(() => answer(parameters(display('AFib'), ...order)));
        const term = await terminology.lookUp(af);
        expect(term?.means).to.equal('An uneven heartbeat');
        expect(term?.in).to.deep.equal({
          cy: {means: 'Curiad calon anwastad'},
          es: {means: 'Latido irregular'},
        });
      });

    it('has no meaning in English when words are in another language only', async () => {
      const {terminology} = server(() => answer(parameters(display('AFib'), inSpanish)));
      expect((await terminology.lookUp(af))?.means).to.equal('');
    });

    it('takes words without a language as English', async () => {
      const {terminology} = server(() =>
        answer(parameters(display('AFib'), designation(patient, 'An uneven heartbeat'))),
      );
      expect((await terminology.lookUp(af))?.means).to.equal('An uneven heartbeat');
    });

    for (const language of ['', 'x', '__proto__', 'constructor', '<b>'])
      it(`takes no words of what is no language: ${language}`, async () => {
        const {terminology} = server(() =>
          answer(parameters(display('AFib'), designation(patient, 'Words', language))),
        );
        const term = await terminology.lookUp(af);
        expect(term?.means).to.equal('');
        expect(term?.in).to.equal(undefined);
      });
  });

  for (const [sent, shown] of [
    ['Body mass index <18.5 or >40 (finding)', 'Body mass index <18.5 or >40'],
    ['HbA1c <48 mmol/mol', 'HbA1c <48 mmol/mol'],
    ['Age <a year and weight >b kg', 'Age <a year and weight >b kg'],
    ['Ratio < 1 and > 0', 'Ratio < 1 and > 0'],
    ['<b>Asthma</b>', 'Asthma'],
    ['Asthma<script>', 'Asthma'],
    ['Asthma<br />attack', 'Asthma attack'],
    ['<a href="https://example.org/">Asthma</a>', 'Asthma'],
    ['<!-- x -->Asthma<!DOCTYPE html>', 'Asthma'],
    ['Asthma <img src=x onerror=alert(1)', 'Asthma <img src=x onerror=alert(1)'],
  ] as const)
    it(`keeps signs that mean something, and takes tags out: ${sent}`, async () => {
      const {terminology} = server(() => answer(parameters(display(sent))));
      expect((await terminology.lookUp(af))?.term).to.equal(shown);
    });

  it('follows the address that was agreed to, and no redirect from it', async () => {
    const {asked, terminology} = server(() => answer(parameters(display('x'))));
    await terminology.lookUp(af);
    await terminology.find('atrial');
    expect(asked.map(({init}) => init.redirect)).to.deep.equal(['error', 'error']);
  });

  it('takes markup, line breaks and what is not seen out of the words', async () => {
    const {terminology} = server(() =>
      answer(parameters(display('Atrial<img src=x onerror=alert(1)>\n\u202efibrillation<script>'))),
    );
    expect((await terminology.lookUp(af))?.term).to.equal('Atrial fibrillation');
  });

  for (const code of ['', '12345', '49436004&x=1', 'Jane Example'])
    it(`asks nothing for what is no SNOMED CT code: ${code || 'none'}`, async () => {
      const {asked, terminology} = server(() => answer({}));
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

  it('leaves no timer behind when it answers in time', async () => {
    const {terminology} = server(() => answer(parameters(display('x'))));
    await terminology.lookUp(af);
    expect(timers.size).to.equal(0);
  });
});

describe('Asking a terminology server for words', () => {
  const contains = [
    {system: snomedSystem, code: '49436004', display: 'Atrial fibrillation (disorder)'},
    {system: snomedSystem, code: 'x', display: 'No code'},
    '5370000',
    null,
    {code: 7, display: 'Number'},
  ];

  it('gives the concepts that are whole', async () => {
    const {asked, terminology} = server(() => answer({expansion: {contains}}));
    const terms = await terminology.find('  atrial fib ');
    expect(terms.map(({term}) => term)).to.deep.equal(['Atrial fibrillation']);
    expect(asked[0]?.url).to.equal(
      'https://host.example/terminology/ValueSet/$expand?url=http%3A%2F%2Fsnomed.info%2Fsct%3Ffhir_vs&filter=atrial+fib&count=10&includeDesignations=true&displayLanguage=en',
    );
  });

  it('gives their plain words, where the server has them', async () => {
    const use = {code: '1', display: 'Consumer name'};
    const {terminology} = server(() =>
      answer({
        expansion: {
          contains: [
            {
              ...(contains[0] as object),
              designation: [
                {use, language: 'es', value: 'Latido irregular'},
                {use: {display: 'Synonym'}, language: 'en', value: 'AFib'},
                {use, language: 'en', value: 'An uneven heartbeat'},
                'x',
              ],
            },
          ],
        },
      }),
    );
    const [term] = await terminology.find('atrial');
    expect(term?.means).to.equal('An uneven heartbeat');
  });

  it('knows their names alone where it has not', async () => {
    const {terminology} = server(() => answer({expansion: {contains}}));
    expect((await terminology.find('atrial')).map(({means}) => means)).to.deep.equal(['']);
  });

  it('asks nothing for fewer than three letters', async () => {
    const {asked, terminology} = server(() => answer({}));
    expect(await terminology.find(' a ')).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  for (const json of [{}, {expansion: 7}, {expansion: {contains: 'x'}}, {expansion: {}}])
    it(`gives none when the answer makes no sense: ${JSON.stringify(json)}`, async () => {
      const {terminology} = server(() => answer(json));
      expect(await terminology.find('atrial')).to.deep.equal([]);
    });

  it('sends at most a hundred characters', async () => {
    const {asked, terminology} = server(() => answer({}));
    await terminology.find('a'.repeat(5000));
    expect(new URL(asked[0]?.url ?? '').searchParams.get('filter')).to.have.length(100);
  });
});
