/** The host's review on the element: one that is not whole shows nothing, takes no words away, and is told to the page. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import {term} from '../../support/glossary-terms.js';

const own = [
  term('hiv', {term: 'HIV', topic: 'sexual-health', means: 'A virus.'}),
  term('af', {term: 'AF', means: 'An uneven heartbeat.'}),
];

interface Heard {
  readonly code: string;
  readonly message: string;
}

async function reviewedBy(reviewed: unknown) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const heard: Heard[] = [];
  root.addEventListener('phr-error', (event) => {
    heard.push((event as unknown as CustomEvent<Heard>).detail);
  });
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {ownTermsOnly: true, terms: own, reviewer: 'Northmoor', reviewed});
  for (const word of ['HIV', 'AF']) {
    const element = document.createElement('phr-term');
    element.textContent = word;
    glossary.append(element);
  }
  root.append(glossary);
  const textOf = async (name: string) => {
    const view = within(root);
    (await view.findByShadowRole('button', {name}, {timeout: 4000})).click();
    const panel = await view.findByShadowRole('dialog', {name}, {timeout: 4000});
    return panel.textContent.replace(/\s+/g, ' ');
  };
  return {heard, textOf};
}

describe('A review of the host', () => {
  for (const [shape, told] of [
    [null, 'review -1: entry'],
    ['x', 'review -1: entry'],
    [{}, 'review -1: entry'],
    [[null], 'review 0: entry'],
    [['hiv'], 'review 0: entry'],
    [[{id: 'hiv'}], 'review 0: on, by'],
    [[{id: 'hiv', by: 'Dr A Example'}], 'review 0: on, by'],
    [[{id: 'hiv', on: '2026-10-03', by: ' '}], 'review 0: on, by'],
    [[{id: 'hiv', on: '2026-02-30', by: 'Dr A Example'}], 'review 0: on, by'],
    [[{id: 'hiv', on: '2199-01-01', by: 'Dr A Example'}], 'review 0: on, by'],
    [[{id: 'other', on: '2026-10-03', by: 'Dr A Example'}], 'review 0: id'],
  ] as const)
    it(`shows nothing that is withheld, and takes no word away, when it is ${JSON.stringify(shape)}`, async () => {
      const {heard, textOf} = await reviewedBy(shape);
      const text = await textOf('HIV');
      expect(text).to.contain('Ask your care team about this word.');
      expect(text).not.to.contain('A virus.');
      expect(await textOf('AF')).to.contain('Not yet clinically reviewed.');
      await waitUntil(() => heard.length > 0, 'not told', {timeout: 4000});
      expect(heard.map(({code}) => code)).to.deep.equal(['bad-terms']);
      expect(heard[0]?.message).to.contain(told);
    });

  it('shows what is withheld when it is whole, with who checked it, beside others that are not', async () => {
    const {textOf} = await reviewedBy([null, {id: 'hiv', on: '2026-10-03', by: 'Dr A Example'}]);
    const text = await textOf('HIV');
    expect(text).to.contain('A virus.');
    expect(text).to.contain('Checked on 3 October 2026 by Dr A Example.');
  });
});
