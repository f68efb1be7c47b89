/** The host's terminology server as a source of meanings: what is asked, when, and what of an answer is shown. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {term} from '../../support/glossary-terms.js';

const own = [
  term('af', {
    term: 'AF',
    forms: ['afib'],
    full: 'atrial fibrillation',
    means: 'An uneven heartbeat.',
    snomed: ['49436004', 'Atrial fibrillation'],
  }),
  term('ca', {term: 'Ca', full: 'cancer', topic: 'cancer', snomed: ['363346000', 'Cancer']}),
  term('ca-mineral', {term: 'Ca', full: 'calcium', snomed: ['5540006', 'Calcium']}),
  term('marac', {term: 'MARAC', topic: 'safeguarding', means: 'A meeting.', kind: 'record'}),
];

interface Asked {
  readonly url: URL;
  readonly init: RequestInit;
}

const {fetch: realFetch} = window;

/** What a server answers to a code or to words, and all that it was asked. */
function server(
  answers: {
    readonly codes?: Readonly<Record<string, string>>;
    /** What the codes are called, where that matters. */
    readonly names?: Readonly<Record<string, string>>;
    readonly found?: readonly (readonly [code: string, display: string, plain?: string])[];
    readonly fails?: boolean;
  } = {},
) {
  const asked: Asked[] = [];
  window.fetch = (input, init = {}) => {
    const url = new URL(String(input), location.href);
    if (!url.pathname.includes('/terms/')) return realFetch(input, init);
    asked.push({url, init});
    if (answers.fails) return Promise.reject(new TypeError('no network'));
    const code = url.searchParams.get('code');
    const words = code === null ? undefined : answers.codes?.[code];
    const name = answers.names?.[code ?? ''] ?? (words && 'Name of a concept');
    const use = {code: '1', display: 'Patient friendly term'};
    const json = code
      ? name && {
          resourceType: 'Parameters',
          parameter: [
            {name: 'display', valueString: name},
            ...(words
              ? [
                  {
                    name: 'designation',
                    part: [
                      {name: 'use', valueCoding: use},
                      {name: 'value', valueString: words},
                    ],
                  },
                ]
              : []),
          ],
        }
      : {
          resourceType: 'ValueSet',
          expansion: {
            contains: (answers.found ?? []).map(([one, display, plain]) => ({
              code: one,
              display,
              ...(plain && {designation: [{use, value: plain}]}),
            })),
          },
        };
    return Promise.resolve(new Response(JSON.stringify(json ?? {}), {status: json ? 200 : 404}));
  };
  return asked;
}

async function glossary(properties: Partial<PhrGlossary> = {}, content: unknown = words('AF')) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const heard: {code: string; message: string}[] = [];
  root.addEventListener('phr-error', (event) => {
    heard.push((event as unknown as CustomEvent<{code: string; message: string}>).detail);
  });
  const element = document.createElement('phr-glossary');
  Object.assign(element, {
    ownTermsOnly: true,
    terms: own,
    reviewer: 'Northmoor Hospitals',
    terminologyUrl: '/terms/fhir',
    ...properties,
  });
  render(content, element);
  root.append(element);
  return {root, element, heard, view: within(root)};
}

const words = (word: string) => html`<p>Known <phr-term>${word}</phr-term>.</p>`;

async function open(root: HTMLElement, name: string) {
  (await within(root).findByShadowRole('button', {name}, {timeout: 4000})).click();
  return within(root).findByShadowRole('dialog', {name});
}

const textOf = (panel: HTMLElement) => panel.textContent.replace(/\s+/g, ' ').trim();

/** Gives what is asked time to be asked. */
const settled = () => aTimeout(50);

describe('A glossary with a terminology server', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('asks nothing when a page is read, whatever words stand in it', async () => {
    const asked = server();
    const {view} = await glossary();
    await view.findByShadowRole('button', {name: 'AF'}, {timeout: 4000});
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('asks for the code of a word that a person selects: no person, no cookie, no token, no page', async () => {
    const asked = server({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root} = await glossary();
    const panel = await open(root, 'AF');
    await waitUntil(() => textOf(panel).includes('Heart that beats unevenly'));
    expect(asked.map(({url}) => url.pathname + url.search)).to.deep.equal([
      '/terms/fhir/CodeSystem/$lookup?system=http%3A%2F%2Fsnomed.info%2Fsct&code=49436004&property=designation&displayLanguage=en',
    ]);
    const {init} = asked[0] as Asked;
    expect([init.credentials, init.referrerPolicy]).to.deep.equal(['omit', 'no-referrer']);
    expect(Object.keys(init.headers ?? {})).to.deep.equal(['accept']);
    expect(init.body).to.equal(undefined);
  });

  it('names the server, and says that nobody has checked what it says', async () => {
    server({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root} = await glossary({terminologyName: 'the Northmoor terminology server'});
    const panel = await open(root, 'AF');
    await waitUntil(() => textOf(panel).includes('Heart that beats unevenly'));
    const others = panel.querySelector('.others')?.textContent ?? '';
    expect(others).to.contain('Also called this by the Northmoor terminology server:');
    expect(others).to.contain('Not yet clinically reviewed.');
  });

  it('keeps the meaning it has when the server fails', async () => {
    const asked = server({fails: true});
    const {root} = await glossary();
    const panel = await open(root, 'AF');
    await settled();
    expect(asked).to.have.length(1);
    expect(textOf(panel)).to.contain('An uneven heartbeat.');
    expect(panel.querySelector('.others')).to.equal(null);
  });

  it('asks nothing about a word that is withheld, nor about its other meanings', async () => {
    const asked = server({codes: {'363346000': 'Malignant disease', '5540006': 'Calcium'}});
    const {root} = await glossary({}, words('Ca'));
    const panel = await open(root, 'Ca');
    await settled();
    expect(asked).to.deep.equal([]);
    expect(textOf(panel)).not.to.match(/malignant|cancer/i);
  });

  it('asks nothing about a word of safeguarding that a page marks by hand', async () => {
    const asked = server();
    const {root} = await glossary({}, words('MARAC'));
    await open(root, 'MARAC');
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('shows no words of the server that are too hard to meet alone', async () => {
    const asked = server({codes: {'49436004': 'Heart trouble from a malignant tumour'}});
    const {root} = await glossary();
    const panel = await open(root, 'AF');
    await settled();
    expect(asked).to.have.length(1);
    expect(textOf(panel)).not.to.match(/tumour/);
    expect(panel.querySelector('.others')).to.equal(null);
  });

  it('shows none of them in place of a meaning that is not known here, only whom to ask', async () => {
    server({codes: {'254837009': 'Malignant tumour of breast'}});
    const {root} = await glossary(
      {contact: 'Call Nidd Valley Surgery on 01632 960 001.'},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['254837009']}}
        >Finding xyz</phr-term
      >`,
    );
    const panel = await open(root, 'Finding xyz');
    expect(textOf(panel)).to.contain('Ask your care team about this word.');
    expect(textOf(panel)).to.contain('Call Nidd Valley Surgery on 01632 960 001.');
    expect(textOf(panel)).not.to.match(/tumour|breast/);
  });

  it('does not pass the same words off as an explanation', async () => {
    server({codes: {'698247007': 'Cardiac arrhythmia'}});
    const {root} = await glossary(
      {},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['698247007']}}
        >cardiac arrhythmia</phr-term
      >`,
    );
    const panel = await open(root, 'cardiac arrhythmia');
    expect(textOf(panel)).to.contain('We do not know what this means.');
  });

  it('says of the coded name of an entry only whose name it is, where the server does not explain it', async () => {
    server({names: {'698247007': 'Cardiac arrhythmia (disorder)'}});
    const {root} = await glossary(
      {terminologyName: 'the Northmoor list'},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['698247007']}}
        >Finding xyz</phr-term
      >`,
    );
    const text = textOf(await open(root, 'Finding xyz'));
    expect(text).to.contain(
      'This is a medical name. We do not know more about it. Ask your doctor, nurse or pharmacist.',
    );
    expect(text).to.contain('Full name: Cardiac arrhythmia');
    expect(text).to.contain('This name is from the Northmoor list.');
    expect(text).not.to.match(/Explained by|this meaning|The same/);
  });

  it('says where the server uses the same name and does not explain it', async () => {
    server({names: {'49436004': 'Atrial fibrillation (disorder)'}});
    const {root} = await glossary({terminologyName: 'the Northmoor list'});
    const panel = await open(root, 'AF');
    await waitUntil(() => textOf(panel).includes('The same name is used by the Northmoor list.'));
    expect(textOf(panel)).not.to.contain('The same words');
    expect(textOf(panel)).to.contain('An uneven heartbeat.');
  });

  it('gives another name of the server as a name, and not as a meaning that nobody has checked', async () => {
    server({names: {'49436004': 'Auricular fibrillation (disorder)'}});
    const {root} = await glossary();
    const panel = await open(root, 'AF');
    await waitUntil(() => textOf(panel).includes('Auricular fibrillation'));
    const others = panel.querySelector('.others')?.textContent.replace(/\s+/g, ' ').trim();
    expect(others).to.equal(
      'Also called this by the list of medical names that this page uses: Auricular fibrillation',
    );
  });

  it('asks nothing about the name of an entry that is hard, or has a code that is', async () => {
    const asked = server({codes: {'49436004': 'X', '363346000': 'Y'}});
    const entry = (name: string, code: string) =>
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: [code]}}>${name}</phr-term>`;
    const {root} = await glossary({}, [
      entry('Lung tumour', '49436004'),
      entry('Finding', '363346000'),
    ]);
    await open(root, 'Lung tumour');
    await open(root, 'Finding');
    await settled();
    expect(asked).to.deep.equal([]);
  });

  for (const terminologyUrl of [
    'http://terms.example/terms/fhir',
    'ftp://terms.example/terms/',
    'javascript:alert(1)//terms/',
    'https://user:word@terms.example/terms/',
    'https://terms.example/terms/?key=1',
    'https://',
  ])
    it(`refuses an address, and says so to the page: ${terminologyUrl}`, async () => {
      const asked = server();
      const {root, heard} = await glossary({terminologyUrl});
      const panel = await open(root, 'AF');
      await waitUntil(() => heard.length > 0);
      expect(heard.map(({code}) => code)).to.deep.equal(['bad-address']);
      expect(heard[0]?.message).not.to.contain('terms');
      expect(asked).to.deep.equal([]);
      expect(textOf(panel)).to.contain('An uneven heartbeat.');
    });
});

describe('Looking a word up with a terminology server', () => {
  afterEach(() => {
    window.fetch = realFetch;
  });

  const search = async (typed: string) => {
    const {root, view} = await glossary({}, html`<phr-glossary-search></phr-glossary-search>`);
    await aTimeout(0);
    const field = view.getByShadowRole<HTMLInputElement>('searchbox');
    await waitUntil(
      () =>
        (root.querySelector('phr-glossary-search') as {explainer?: unknown} | null)?.explainer !==
        undefined,
      'no terms',
      {timeout: 4000},
    );
    field.value = typed;
    const submit = async () => {
      view.getByShadowRole('button', {name: 'Look up'}).click();
      await view.findByShadowRole('heading');
    };
    const found = () =>
      [
        ...(root.querySelector('phr-glossary-search')?.shadowRoot?.querySelectorAll('phr-term') ??
          []),
      ].map(({textContent}) => textContent);
    return {root, view, submit, found};
  };

  it('sends nothing of what is typed until the person asks', async () => {
    const asked = server();
    const {submit} = await search('arrhythmia');
    await settled();
    expect(asked).to.deep.equal([]);
    await submit();
    expect(asked.map(({url}) => url.searchParams.get('filter'))).to.deep.equal(['arrhythmia']);
  });

  it('adds what the server finds below what is known here, and leaves out what is the same', async () => {
    server({
      found: [
        ['49436004', 'Atrial fibrillation (disorder)'],
        ['698247007', 'Cardiac arrhythmia (disorder)'],
      ],
    });
    const {submit, found} = await search('afib');
    await submit();
    expect(found()).to.deep.equal(['afib', 'Cardiac arrhythmia']);
  });

  it('explains in our own words what the server calls otherwise and is known here by its code', async () => {
    server({found: [['49436004', 'Atrial fibrillation (disorder)']]});
    const {root, submit} = await search('fibrillation');
    await submit();
    const panel = await open(root, 'Atrial fibrillation');
    expect(textOf(panel)).to.contain('An uneven heartbeat.');
    expect(textOf(panel)).to.contain('Explained by Northmoor Hospitals.');
  });

  const arrhythmia = ['698247007', 'Cardiac arrhythmia (disorder)'] as const;

  it('never explains a name by itself, nor says that the server agrees with its own name', async () => {
    server({found: [arrhythmia], names: {'698247007': 'Cardiac arrhythmia (disorder)'}});
    const {root, submit} = await search('arrhythmia');
    await submit();
    const text = textOf(await open(root, 'Cardiac arrhythmia'));
    expect(text).to.contain(
      'This is a medical name. We do not know more about it. Ask your doctor, nurse or pharmacist.',
    );
    expect(text).to.contain('This name is from the list of medical names that this page uses.');
    expect(text).not.to.match(/Explained by|this meaning|The same|Also called|Full name/);
    expect(text.split('Cardiac arrhythmia')).to.have.length(2);
  });

  it('explains a name in the plain words that come with it, and does not ask again', async () => {
    const asked = server({found: [[...arrhythmia, 'A heartbeat that is not even']]});
    const {root, submit} = await search('arrhythmia');
    await submit();
    const text = textOf(await open(root, 'Cardiac arrhythmia'));
    await settled();
    expect(text).to.contain('A heartbeat that is not even');
    expect(text).to.contain('Not yet clinically reviewed.');
    expect(text).not.to.contain('We do not know more about it.');
    expect(asked.map(({url}) => url.pathname)).to.deep.equal(['/terms/fhir/ValueSet/$expand']);
  });

  it('explains a name in plain words that the server gives only when it is selected', async () => {
    server({found: [arrhythmia], codes: {'698247007': 'A heartbeat that is not even'}});
    const {root, submit} = await search('arrhythmia');
    await submit();
    const text = textOf(await open(root, 'Cardiac arrhythmia'));
    expect(text).to.contain('A heartbeat that is not even');
    expect(text).not.to.match(/We do not know more about it|Also called|The same/);
  });

  for (const typed of ['MARAC', 'marac', 'domestic abuse', 'breast cancer', 'HIV'])
    it(`sends nothing that may be hard or of safeguarding: ${typed}`, async () => {
      const asked = server();
      const {submit} = await search(typed);
      await submit();
      await settled();
      expect(asked).to.deep.equal([]);
    });

  it('does not list a finding of the server that is too hard to meet alone', async () => {
    server({found: [['254837009', 'Malignant tumour of breast (disorder)']]});
    const {submit, found} = await search('breast');
    await submit();
    expect(found()).to.deep.equal([]);
  });
});
