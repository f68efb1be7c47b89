/** Words that a person looks up where the host has a terminology server. */
import {aTimeout, expect, html, waitUntil} from '@open-wc/testing';
import {
  openTerm,
  panelText,
  restoreFetch,
  servedTerms,
  settled,
  termPage,
} from '../../support/terminology-server-page.js';

describe('Looking a word up with a terminology server', () => {
  afterEach(restoreFetch);

  const search = async (typed: string) => {
    const {root, view} = await termPage({}, html`<phr-glossary-search></phr-glossary-search>`);
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
    const asked = servedTerms();
    const {submit} = await search('arrhythmia');
    await settled();
    expect(asked).to.deep.equal([]);
    await submit();
    expect(asked.map(({asks}) => asks['filter'])).to.deep.equal(['arrhythmia']);
  });

  it('adds what the server finds below what is known here, and leaves out what is the same', async () => {
    servedTerms({
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
    servedTerms({found: [['49436004', 'Atrial fibrillation (disorder)']]});
    const {root, submit} = await search('fibrillation');
    await submit();
    const panel = await openTerm(root, 'Atrial fibrillation');
    expect(panelText(panel)).to.contain('An uneven heartbeat.');
    expect(panelText(panel)).to.contain('Explained by Northmoor Hospitals.');
  });

  const arrhythmia = ['698247007', 'Cardiac arrhythmia (disorder)'] as const;

  it('never explains a name by itself, nor says that the server agrees with its own name', async () => {
    servedTerms({found: [arrhythmia], names: {'698247007': 'Cardiac arrhythmia (disorder)'}});
    const {root, submit} = await search('arrhythmia');
    await submit();
    const text = panelText(await openTerm(root, 'Cardiac arrhythmia'));
    expect(text).to.contain(
      'This is a medical name. We do not know more about it. Ask your doctor, nurse or pharmacist.',
    );
    expect(text).to.contain('This name is from the list of medical names that this page uses.');
    expect(text).not.to.match(/Explained by|this meaning|The same|Also called|Full name/);
    expect(text.split('Cardiac arrhythmia')).to.have.length(2);
  });

  it('explains a name in the plain words that come with it, and does not ask again', async () => {
    const asked = servedTerms({found: [[...arrhythmia, 'A heartbeat that is not even']]});
    const {root, submit} = await search('arrhythmia');
    await submit();
    const text = panelText(await openTerm(root, 'Cardiac arrhythmia'));
    await settled();
    expect(text).to.contain('A heartbeat that is not even');
    expect(text).to.contain('Not yet clinically reviewed.');
    expect(text).not.to.contain('We do not know more about it.');
    expect(asked.map(({url}) => url.pathname)).to.deep.equal(['/terms/fhir/ValueSet/$expand']);
  });

  it('explains a name in plain words that the server gives only when it is selected', async () => {
    servedTerms({found: [arrhythmia], codes: {'698247007': 'A heartbeat that is not even'}});
    const {root, submit} = await search('arrhythmia');
    await submit();
    const text = panelText(await openTerm(root, 'Cardiac arrhythmia'));
    expect(text).to.contain('A heartbeat that is not even');
    expect(text).not.to.match(/We do not know more about it|Also called|The same/);
  });

  for (const typed of ['MARAC', 'marac', 'domestic abuse', 'breast cancer', 'HIV'])
    it(`sends nothing that may be hard or of safeguarding: ${typed}`, async () => {
      const asked = servedTerms();
      const {submit} = await search(typed);
      await submit();
      await settled();
      expect(asked).to.deep.equal([]);
    });

  it('does not list a finding of the server that is too hard to meet alone', async () => {
    servedTerms({found: [['254837009', 'Malignant tumour of breast (disorder)']]});
    const {submit, found} = await search('breast');
    await submit();
    expect(found()).to.deep.equal([]);
  });
});
