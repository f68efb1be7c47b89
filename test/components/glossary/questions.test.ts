import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/provider/provider.define.js';
import {around, entry, open, own, panel, ready, sourceOf} from '../../support/glossary-page.js';

describe('Questions to ask', () => {
  const ask = async (root: HTMLElement, word: string) => {
    const dialog = await open(root, word);
    within(dialog).getByRole('button', {name: 'Add to questions to ask'}).click();
    await aTimeout(0);
  };
  const listed = (root: HTMLElement) =>
    within(root)
      .queryAllByShadowText(/^What does ‘/)
      .map((item) => item.textContent);

  const saidIn = (dialog: HTMLElement) => within(dialog).getByRole('status').textContent;

  it('tells the page the word and its entry, and lists it once, in however many entries it stands', async () => {
    const {root, glossary} = await around(html`${entry('AF and SOB')}${entry('AF')}`);
    const heard: unknown[] = [];
    glossary.addEventListener('phr-question', (event) =>
      heard.push({detail: event.detail, cancelable: event.cancelable}),
    );
    for (const button of within(root).getAllByShadowRole('button', {name: 'AF'})) {
      button.click();
      within(await panel(root))
        .getByRole('button', {name: 'Add to questions to ask'})
        .click();
      button.click();
      await waitUntil(() => !within(root).queryByShadowRole('dialog'));
    }
    expect(heard).to.have.length(2);
    expect(heard[0]).to.deep.equal({
      detail: {term: 'AF', reference: 'Condition/1'},
      cancelable: true,
    });
    expect(glossary.questions).to.deep.equal([{term: 'AF', reference: 'Condition/1'}]);
    expect(listed(root)).to.deep.equal(['What does ‘AF’ mean?']);
  });

  it('leaves the question to a page that keeps it itself', async () => {
    const {root, glossary} = await around(entry('AF'));
    glossary.addEventListener('phr-question', (event) => event.preventDefault());
    await ask(root, 'AF');
    expect(listed(root)).to.deep.equal([]);
    expect(saidIn(await panel(root))).to.equal('Added to your questions to ask.');
  });

  it('says where the list is', async () => {
    const {root} = await around(entry('AF'));
    await ask(root, 'AF');
    expect(saidIn(await panel(root))).to.equal(
      'Added to ‘Questions to ask’, further down this page.',
    );
  });

  it('can be removed', async () => {
    const {root, view, glossary} = await around(entry('AF'));
    await ask(root, 'AF');
    const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('details');
    if (list) list.open = true;
    view.getByShadowRole('button', {name: 'Remove ‘AF’'}).click();
    await glossary.updateComplete;
    expect(listed(root)).to.deep.equal([]);
  });

  it('say which one was removed, and leave the focus at the next, or above them where none is left', async () => {
    const {root, view, glossary} = await around(entry('AF and SOB'));
    await ask(root, 'AF');
    await ask(root, 'SOB');
    const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('details');
    if (list) list.open = true;
    const said = () =>
      view
        .getAllByShadowRole('status')
        .map((one) => one.textContent.trim())
        .join('');
    const remove = async (word: string) => {
      const button = view.getByShadowRole('button', {name: `Remove ‘${word}’`});
      button.focus();
      button.click();
      await glossary.updateComplete;
      await aTimeout(0);
      return [said(), glossary.shadowRoot?.activeElement?.textContent?.trim()];
    };

    const first = await remove('AF');
    const last = await remove('SOB');

    expect([first, last]).to.deep.equal([
      ['‘AF’ is removed from the questions to ask.', 'Remove ‘SOB’'],
      ['‘SOB’ is removed from the questions to ask.', 'Stop underlining words'],
    ]);
  });

  it('are not kept around a provider, where nobody says that it is another person’s record', async () => {
    const {root, glossary} = await around(html`<phr-provider></phr-provider>${entry('AF')}`);
    const heard: string[] = [];
    glossary.addEventListener('phr-error', (event) =>
      heard.push((event as CustomEvent<{code: string}>).detail.code),
    );
    await ask(root, 'AF');
    expect(glossary.questions).to.deep.equal([]);
    expect(heard).to.deep.equal(['outside-provider']);
    expect((await panel(root)).textContent).to.contain('Call the GP surgery or hospital team.');
  });

  it('go when the provider around them turns to another person', async () => {
    const patients = ['1', '2'].map((id) => ({resourceType: 'Patient', id}));
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const provider = document.createElement('phr-provider');
    Object.assign(provider, {resources: [patients[0]], patient: '1'});
    const glossary = document.createElement('phr-glossary');
    Object.assign(glossary, {ownTermsOnly: true, terms: own});
    render(entry('AF'), glossary);
    provider.append(glossary);
    root.append(provider);
    await ready(glossary);
    await waitUntil(() => glossary.source, 'the record has come');
    await ask(root, 'AF');
    const before = glossary.questions.length;

    Object.assign(provider, {resources: [patients[1]], patient: '2'});
    await waitUntil(() => glossary.questions.length === 0, 'the questions have gone');

    expect(before).to.equal(1);
    expect(listed(root)).to.deep.equal([]);
  });

  it('can be saved as a text file by the person', async () => {
    const {root, view, glossary} = await around(entry('AF'));
    await ask(root, 'AF');
    const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('details');
    if (list) list.open = true;
    const {createObjectURL} = URL;
    const {click} = HTMLAnchorElement.prototype;
    const saved: Blob[] = [];
    const names: string[] = [];
    try {
      URL.createObjectURL = (blob) => {
        saved.push(blob as Blob);
        return 'blob:nothing';
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        names.push(this.download);
      };
      view.getByShadowRole('button', {name: 'Save the list as a text file'}).click();
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['Questions to ask.txt']);
    expect(await saved[0]?.text()).to.contain('What does ‘AF’ mean?');
  });

  it('go when the page shows another person’s record', async () => {
    const {root, glossary} = await around(entry('AF'), {source: sourceOf()});
    await ask(root, 'AF');
    glossary.source = sourceOf();
    await glossary.updateComplete;
    expect(listed(root)).to.deep.equal([]);
    expect(glossary.questions).to.deep.equal([]);
  });

  it('tells the page which meaning looks wrong, and no text of the record', async () => {
    const {root, glossary} = await around(entry('Known AF since March'));
    const heard: unknown[] = [];
    glossary.addEventListener('phr-term-report', (event) => heard.push(event.detail));
    const dialog = await open(root, 'AF');
    within(dialog).getByRole('button', {name: 'This does not look right'}).click();
    expect(heard).to.deep.equal([{term: 'AF', meanings: ['af'], sources: ['Northmoor Hospitals']}]);
  });
});
