/** The host's terminology server as a source of meanings: what is asked, when, and what of an answer is shown. */
import {expect, html, waitUntil} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import {FakeSource} from '../../support/fake-source.js';
import {
  openTerm,
  panelText,
  restoreFetch,
  servedTerms,
  settled,
  termPage,
  wordInText,
} from '../../support/terminology-server-page.js';

async function close(root: HTMLElement) {
  const word = root.querySelector('phr-term');
  word?.hide();
  await word?.updateComplete;
}

describe('A glossary with a terminology server', () => {
  afterEach(restoreFetch);

  it('asks nothing when a page is read, whatever words stand in it', async () => {
    const asked = servedTerms();
    const {view} = await termPage();
    await view.findByShadowRole('button', {name: 'AF'}, {timeout: 4000});
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('asks for the code of a word that a person selects: no person, no cookie, no token, no page', async () => {
    const asked = servedTerms({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root} = await termPage();
    const panel = await openTerm(root, 'AF');
    await waitUntil(() => panelText(panel).includes('Heart that beats unevenly'));
    expect(asked.map(({url}) => url.pathname + url.search)).to.deep.equal([
      '/terms/fhir/CodeSystem/$lookup',
    ]);
    const {asks, init} = asked[0] ?? {};
    expect(asks).to.deep.include({code: '49436004', system: 'http://snomed.info/sct'});
    expect(init).to.deep.include({credentials: 'omit', referrerPolicy: 'no-referrer'});
    expect(Object.keys(init?.headers ?? {})).to.deep.equal(['accept', 'content-type']);
  });

  it('names the server, and says that nobody has checked what it says', async () => {
    servedTerms({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root} = await termPage({terminologyName: 'the Northmoor terminology server'});
    const panel = await openTerm(root, 'AF');
    await waitUntil(() => panelText(panel).includes('Heart that beats unevenly'));
    const others = panel.querySelector('.others')?.textContent ?? '';
    expect(others).to.contain('Also called this by the Northmoor terminology server:');
    expect(others).to.contain('Not yet clinically reviewed.');
  });

  it('names the server as it is called now', async () => {
    servedTerms({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root, element} = await termPage({terminologyName: 'the old list'});
    await within(await openTerm(root, 'AF')).findByText('Also called this by the old list:');
    await close(root);
    element.terminologyName = 'the new list';
    await element.updateComplete;
    await settled();
    await within(await openTerm(root, 'AF')).findByText('Also called this by the new list:');
  });

  it('remembers nothing of what one person asked for the next', async () => {
    const asked = servedTerms({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root, element} = await termPage({source: new FakeSource()});
    for (const source of [element.source, new FakeSource()]) {
      element.source = source;
      await element.updateComplete;
      await settled();
      await within(await openTerm(root, 'AF')).findByText('Heart that beats unevenly');
      await close(root);
    }
    expect(asked).to.have.length(2);
  });

  it('keeps the meaning it has when the server fails', async () => {
    const asked = servedTerms({fails: true});
    const {root} = await termPage();
    const panel = await openTerm(root, 'AF');
    await settled();
    expect(asked).to.have.length(1);
    expect(panelText(panel)).to.contain('An uneven heartbeat.');
    expect(panel.querySelector('.others')).to.equal(null);
  });

  it('asks nothing about a word that is withheld, nor about its other meanings', async () => {
    const asked = servedTerms({codes: {'363346000': 'Malignant disease', '5540006': 'Calcium'}});
    const {root} = await termPage({}, wordInText('Ca'));
    const panel = await openTerm(root, 'Ca');
    await settled();
    expect(asked).to.deep.equal([]);
    expect(panelText(panel)).not.to.match(/malignant|cancer/i);
  });

  it('asks nothing about a word of safeguarding that a page marks by hand', async () => {
    const asked = servedTerms();
    const {root} = await termPage({}, wordInText('MARAC'));
    await openTerm(root, 'MARAC');
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('shows no words of the server that are too hard to meet alone', async () => {
    const asked = servedTerms({codes: {'49436004': 'Heart trouble from a malignant tumour'}});
    const {root} = await termPage();
    const panel = await openTerm(root, 'AF');
    await settled();
    expect(asked).to.have.length(1);
    expect(panelText(panel)).not.to.match(/tumour/);
    expect(panel.querySelector('.others')).to.equal(null);
  });

  for (const words of ['Heart trouble from a can\u00adcer', 'From a tu&#109;our', 'A can\u200bcer'])
    it(`shows none of them either where a hard word is parted by something unseen: ${JSON.stringify(words)}`, async () => {
      const asked = servedTerms({codes: {'49436004': words}});
      const {root} = await termPage();
      const panel = await openTerm(root, 'AF');
      await settled();
      expect(asked).to.have.length(1);
      expect(panelText(panel)).not.to.match(/From a|trouble|can\s?cer/);
    });

  it('shows none of them in place of a meaning that is not known here, only whom to ask', async () => {
    servedTerms({codes: {'254837009': 'Malignant tumour of breast'}});
    const {root} = await termPage(
      {contact: 'Call Nidd Valley Surgery on 01632 960 001.'},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['254837009']}}
        >Finding xyz</phr-term
      >`,
    );
    const panel = await openTerm(root, 'Finding xyz');
    expect(panelText(panel)).to.contain('Ask your care team about this word.');
    expect(panelText(panel)).to.contain('Call Nidd Valley Surgery on 01632 960 001.');
    expect(panelText(panel)).not.to.match(/tumour|breast/);
  });

  it('does not pass the same words off as an explanation', async () => {
    servedTerms({codes: {'698247007': 'Cardiac arrhythmia'}});
    const {root} = await termPage(
      {},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['698247007']}}
        >cardiac arrhythmia</phr-term
      >`,
    );
    const panel = await openTerm(root, 'cardiac arrhythmia');
    expect(panelText(panel)).to.contain('We do not know what this means.');
  });

  it('says of the coded name of an entry only whose name it is, where the server does not explain it', async () => {
    servedTerms({names: {'698247007': 'Cardiac arrhythmia (disorder)'}});
    const {root} = await termPage(
      {terminologyName: 'the Northmoor list'},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['698247007']}}
        >Finding xyz</phr-term
      >`,
    );
    const text = panelText(await openTerm(root, 'Finding xyz'));
    expect(text).to.contain(
      'This is a medical name. We do not know more about it. Ask your doctor, nurse or pharmacist.',
    );
    expect(text).to.contain('Full name: Cardiac arrhythmia');
    expect(text).to.contain('This name is from the Northmoor list.');
    expect(text).not.to.match(/Explained by|this meaning|The same/);
  });

  it('says where the server uses the same name and does not explain it', async () => {
    servedTerms({names: {'49436004': 'Atrial fibrillation (disorder)'}});
    const {root} = await termPage({terminologyName: 'the Northmoor list'});
    const panel = await openTerm(root, 'AF');
    await waitUntil(() =>
      panelText(panel).includes('The same name is used by the Northmoor list.'),
    );
    expect(panelText(panel)).not.to.contain('The same words');
    expect(panelText(panel)).to.contain('An uneven heartbeat.');
  });

  for (const words of ['An uneven heartbeat.', 'an uneven heartbeat'])
    it(`says where the server uses the same words, with or without a full stop: ${words}`, async () => {
      servedTerms({codes: {'49436004': words}});
      const {root} = await termPage({terminologyName: 'the Northmoor list'});
      const panel = await openTerm(root, 'AF');
      await within(panel).findByText('The same words are used by the Northmoor list.');
      expect(panelText(panel)).not.to.contain('Also called this');
    });

  it('says once what the server says of two codes of an entry in the same words', async () => {
    const asked = servedTerms({codes: {'698247007': 'A heartbeat', '698247000': 'a heartbeat'}});
    const {root} = await termPage(
      {},
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: ['698247007', '698247000']}}
        >Finding xyz</phr-term
      >`,
    );
    const panel = await openTerm(root, 'Finding xyz');
    await waitUntil(() => /a heartbeat/i.test(panelText(panel)));
    expect(panelText(panel).match(/a heartbeat/gi)).to.have.length(1);
    expect(asked.length).to.be.at.least(2);
  });

  it('gives another name of the server as a name, and not as a meaning that nobody has checked', async () => {
    servedTerms({names: {'49436004': 'Auricular fibrillation (disorder)'}});
    const {root} = await termPage();
    const panel = await openTerm(root, 'AF');
    await waitUntil(() => panelText(panel).includes('Auricular fibrillation'));
    const others = panel.querySelector('.others')?.textContent.replace(/\s+/g, ' ').trim();
    expect(others).to.equal(
      'Also called this by the list of medical names that this page uses: Auricular fibrillation',
    );
  });

  it('asks nothing about the name of an entry that is hard, or has a code that is', async () => {
    const asked = servedTerms({codes: {'49436004': 'X', '363346000': 'Y'}});
    const entry = (name: string, code: string) =>
      html`<phr-term .coded=${true} .meanings=${[]} .about=${{codes: [code]}}>${name}</phr-term>`;
    const {root} = await termPage({}, [
      entry('Lung tumour', '49436004'),
      entry('Finding', '363346000'),
    ]);
    await openTerm(root, 'Lung tumour');
    await openTerm(root, 'Finding');
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('asks at the path of the address, whatever signs stand behind it', async () => {
    const asked = servedTerms();
    const {root} = await termPage({terminologyUrl: '/terms/fhir/?#'});
    await openTerm(root, 'AF');
    await settled();
    expect(asked.map(({url}) => url.pathname + url.search)).to.deep.equal([
      '/terms/fhir/CodeSystem/$lookup',
    ]);
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
      const asked = servedTerms();
      const {root, heard} = await termPage({terminologyUrl});
      const panel = await openTerm(root, 'AF');
      await waitUntil(() => heard.length > 0);
      expect(heard.map(({code}) => code)).to.deep.equal(['bad-address']);
      expect(heard[0]?.message).not.to.contain('terms');
      expect(asked).to.deep.equal([]);
      expect(panelText(panel)).to.contain('An uneven heartbeat.');
    });
});
