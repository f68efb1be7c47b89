/** What an opened entry is called: explained by its exact code first, then as a word, then by the host's terminology server. */
import {expect, html} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/entry-detail/entry-detail.define.js';
import {decodeDetail} from '../../../src/model/decode/detail/decode-detail.js';
import {snomedSystem} from '../../../src/model/glossary.js';
import {contextOf, detailSource, entryOf, patient} from '../../fixtures/details.js';
import {
  openTerm,
  panelText,
  restoreFetch,
  servedTerms,
  settled,
  termPage,
} from '../../support/terminology-server-page.js';

/** An entry with this name and this code, opened in a page with a glossary of a few terms. */
async function opened(text: string, code: string | undefined, terminologyUrl?: string) {
  const condition = {
    resourceType: 'Condition',
    id: 'called',
    subject: patient,
    recordedDate: '2026-11-20',
    code: {text, ...(code && {coding: [{system: snomedSystem, code}]})},
  };
  const entry = entryOf(condition, {title: text, kind: 'conditions', type: 'Condition'});
  const source = detailSource(() => Promise.resolve(decodeDetail(condition, contextOf(), entry)));
  const page = await termPage(
    {terminologyUrl},
    html`<phr-entry-detail
      .entry=${entry}
      .source=${source}
      .headingLevel=${3}
      .viewer=${{as: 'self'}}
    ></phr-entry-detail>`,
  );
  // Words come when the page has time; a look-up has them at once, and asks no server what is known here alone.
  const {terminologyUrl: address} = page.element;
  page.element.terminologyUrl = undefined;
  await (await page.element.desk()).lookUp('afib');
  page.element.terminologyUrl = address;
  await settled();
  return page;
}

describe('What an opened entry is called', () => {
  afterEach(restoreFetch);

  it('is explained by its code, though no word of its name is known', async () => {
    servedTerms();
    const {root} = await opened('Zzyzx finding', '49436004');
    const panel = await openTerm(root, 'Zzyzx finding');
    expect(panelText(panel)).to.contain('An uneven heartbeat.');
  });

  it('is explained as a word where its code is not known here', async () => {
    servedTerms();
    const {root} = await opened('Hypertension', '1');
    const panel = await openTerm(root, 'Hypertension');
    expect(panelText(panel)).to.contain('Blood that pushes too hard.');
    expect(panelText(panel)).to.contain('Explained by Northmoor Hospitals.');
  });

  it('is explained by its code before the same letters as a word', async () => {
    servedTerms();
    const {root} = await opened('Ca', '5540006');
    const panel = await openTerm(root, 'Ca');
    expect(panelText(panel)).to.contain('What ca-mineral means.');
    expect(panelText(panel)).not.to.contain('can mean more than one thing');
  });

  it('keeps the meaning of the word when the terminology server fails', async () => {
    servedTerms({fails: true});
    const {root} = await opened('Hypertension', '59621000', '/terms/fhir');
    const panel = await openTerm(root, 'Hypertension');
    await settled();
    expect(panelText(panel)).to.contain('Blood that pushes too hard.');
    expect(panelText(panel)).not.to.contain('We do not know what this means');
  });

  it('has the words of the terminology server beside those of the word, by its code', async () => {
    const asked = servedTerms({codes: {'59621000': 'Pressure in the arteries that is too high'}});
    const {root} = await opened('Hypertension', '59621000', '/terms/fhir');
    const panel = await openTerm(root, 'Hypertension');
    await within(panel).findByText('Pressure in the arteries that is too high');
    expect(panelText(panel)).to.contain('Blood that pushes too hard.');
    expect(asked.map(({asks}) => asks['code'])).to.deep.equal(['59621000']);
  });

  it('says whom to ask where the word is too hard to meet alone, and asks nobody else', async () => {
    const asked = servedTerms({codes: {'49436000': 'Calcium'}});
    const {root} = await opened('Ca', '49436000', '/terms/fhir');
    const panel = await openTerm(root, 'Ca');
    await settled();
    expect(panelText(panel)).to.contain('Ask your care team about this word.');
    expect(asked).to.deep.equal([]);
  });

  for (const [text, code] of [
    ['Discussed at MARAC', '49436004'],
    ['Zzyzx finding', '1'],
    ['Hypertension', undefined],
  ] as const)
    it(`is not explained where it may be of safeguarding, nothing is known of it, or it has no code: ${text}`, async () => {
      servedTerms();
      const {root} = await opened(text, code);
      expect(root.querySelector('phr-entry-detail')?.renderRoot.textContent).to.match(
        /20\sNovember/,
      );
      expect(within(root).queryByShadowRole('button', {name: text})).to.equal(null);
    });
});
