import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import '../../../src/components/provider/provider.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {around, entry, marked, open, own, panel, ready} from '../../support/glossary-page.js';

describe('A glossary around our widgets', () => {
  it('marks each word once in an entry', async () => {
    const {root} = await around(entry('AF and SOB. AF again.'));
    expect(marked(root)).to.deep.equal(['AF', 'SOB']);
  });

  it('marks each time when the page asks for it', async () => {
    const {root} = await around(entry('AF and SOB. AF again.'), {every: true});
    expect(marked(root)).to.deep.equal(['AF', 'SOB', 'AF']);
  });

  it('draws the text first and marks it when the terms have come', async () => {
    const root = await fixture<HTMLElement>(
      html`<phr-glossary own-terms-only .terms=${own}>${entry('AF')}</phr-glossary>`,
    );
    const shown = () =>
      root.querySelector('test-entry')?.shadowRoot?.querySelector('p')?.textContent;
    expect(shown()).to.equal('AF');
    expect(marked(root)).to.deep.equal([]);
    await ready(root as PhrGlossary);
    expect(shown()).to.equal('AF');
    expect(marked(root)).to.deep.equal(['AF']);
  });

  it('never marks a word of safeguarding', async () => {
    const {root} = await around(entry('Discussed at MARAC. AF.'));
    expect(marked(root)).to.deep.equal(['AF']);
  });

  it('says whose meaning it is, and that they have not checked it', async () => {
    const {root} = await around(entry('AF'));
    const text = (await open(root, 'AF')).textContent.replace(/\s+/g, ' ');
    expect(text).to.contain('Northmoor Hospitals has not checked this meaning.');
    expect(text).to.contain('Explained by Northmoor Hospitals.');
  });

  it('takes the host’s review term by term', async () => {
    const {root} = await around(entry('AF and SOB'), {
      reviewed: [{id: 'af', on: '2026-10-03', by: 'Dr A Example'}],
    });
    expect((await open(root, 'AF')).textContent).to.contain('by Dr A Example.');
    expect((await open(root, 'SOB')).textContent).to.contain('Not yet clinically reviewed.');
  });

  it('takes new terms while a person reads', async () => {
    const {root, glossary} = await around(entry('AF and SOB'));
    glossary.terms = [own[1]];
    await waitUntil(() => marked(root).length === 1);
    expect(marked(root)).to.deep.equal(['SOB']);
  });

  it('leaves bad terms out and tells the page which, without what stands in them', async () => {
    const heard: CustomEvent<{message: string}>[] = [];
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.addEventListener('phr-error', (event) => heard.push(event as never));
    const glossary = document.createElement('phr-glossary');
    glossary.ownTermsOnly = true;
    glossary.terms = [own[0], {id: 'x', term: 'Private words'}];
    render(entry('AF'), glossary);
    root.append(glossary);
    await waitUntil(() => heard.length > 0);
    expect(heard[0]?.detail.message).to.contain('term 1: means');
    expect(heard[0]?.detail.message).not.to.contain('Private words');
  });

  it('tells the page that its file is no JSON, without what stands in it', async () => {
    const {fetch} = window;
    window.fetch = (input, init) =>
      String(input).includes('terms.json')
        ? Promise.resolve(new Response('Private words'))
        : fetch(input, init);
    try {
      const root = await fixture<HTMLElement>(html`<div></div>`);
      const heard: CustomEvent<{message: string}>[] = [];
      root.addEventListener('phr-error', (event) => heard.push(event as never));
      const glossary = document.createElement('phr-glossary');
      Object.assign(glossary, {ownTermsOnly: true, terms: own, src: '/terms.json'});
      render(entry('AF'), glossary);
      root.append(glossary);
      await waitUntil(() => heard.length > 0);
      expect(heard.map(({detail}) => detail.message)).to.deep.equal(['src: not JSON']);
    } finally {
      window.fetch = fetch;
    }
  });

  it('takes no file that comes with its address, and says so', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const heard: CustomEvent<{message: string}>[] = [];
    root.addEventListener('phr-error', (event) => heard.push(event as never));
    const glossary = document.createElement('phr-glossary');
    const src = `data:application/json,${encodeURIComponent(JSON.stringify([own[1]]))}`;
    Object.assign(glossary, {ownTermsOnly: true, terms: [own[0]], src});
    render(entry('AF and SOB'), glossary);
    root.append(glossary);
    await waitUntil(() => heard.length > 0);
    expect(heard.map(({detail}) => detail.message)).to.deep.equal(['src: not an http address']);
    expect(marked(root)).to.deep.equal(['AF']);
  });

  it('keeps two glossaries on a page apart', async () => {
    const first = await around(entry('AF and SOB'));
    const second = await around(entry('AF and SOB'), {terms: [own[1]]});
    expect(marked(second.root)).to.deep.equal(['SOB']);
    first.glossary.off = true;
    await first.glossary.updateComplete;
    await aTimeout(0);
    expect(marked(second.root)).to.deep.equal(['SOB']);
  });
});

describe('Switching words off', () => {
  afterEach(() => localStorage.clear());

  it('takes every mark away and leaves the text, and brings them back', async () => {
    const {root, view} = await around(entry('AF and SOB'));
    view.getByShadowRole('button', {name: 'Stop underlining words'}).click();
    await waitUntil(() => marked(root).length === 0);
    expect(root.querySelector('test-entry')?.shadowRoot?.textContent).to.contain('AF and SOB');
    view.getByShadowRole('button', {name: 'Underline words that can be explained'}).click();
    await waitUntil(() => marked(root).length === 2);
  });

  it('explains no name of an opened entry any more, whatever its codes', async () => {
    const {glossary} = await around(entry('AF'));
    const desk = await glossary.desk();
    expect(desk.coded(['1'], 'AF')).to.deep.equal([]);
    glossary.off = true;
    expect(desk.coded(['1'], 'AF')).to.equal(undefined);
  });

  it('in a panel leaves the focus at the switch that brings them back', async () => {
    const {root, glossary} = await around(entry('AF'));
    const dialog = await open(root, 'AF');
    within(dialog).getByRole('button', {name: 'Stop underlining words'}).click();
    await waitUntil(() => marked(root).length === 0);
    await glossary.updateComplete;
    expect(glossary.shadowRoot?.activeElement?.textContent.trim()).to.equal(
      'Underline words that can be explained',
    );
  });

  it('is not remembered unless the page allows it', async () => {
    const {view} = await around(entry('AF'));
    view.getByShadowRole('button', {name: 'Stop underlining words'}).click();
    expect(localStorage.length).to.equal(0);
  });

  it('is remembered where the page allows it, and nothing else is', async () => {
    const {view, glossary, root} = await around(entry('AF'), {remember: true});
    const dialog = await open(root, 'AF');
    within(dialog).getByRole('button', {name: 'Close'}).click();
    await aTimeout(0);
    view.getByShadowRole('button', {name: 'Stop underlining words'}).click();
    expect({...localStorage}).to.deep.equal({'phr-glossary': 'off'});
    glossary.remove();
    const again = document.createElement('phr-glossary');
    again.remember = true;
    root.append(again);
    expect(again.off).to.equal(true);
  });

  it('is remembered the other way too, where the page begins with words switched off', async () => {
    const {view, glossary, root} = await around(entry('AF'), {remember: true, off: true});
    view.getByShadowRole('button', {name: 'Underline words that can be explained'}).click();
    glossary.remove();
    const again = document.createElement('phr-glossary');
    Object.assign(again, {remember: true, off: true});
    root.append(again);
    expect(again.off).to.equal(false);
  });

  it('is remembered too where a framework says only afterwards that it may be', async () => {
    localStorage.setItem('phr-glossary', 'off');
    const {root, glossary} = await around(entry('AF'));
    expect(marked(root)).to.deep.equal(['AF']);
    glossary.remember = true;
    await waitUntil(() => marked(root).length === 0);
    expect(glossary.off).to.equal(true);
  });

  it('is not offered in a panel while they are off', async () => {
    const {view, root, glossary} = await around(html`<phr-glossary-search></phr-glossary-search>`, {
      off: true,
    });
    view.getByShadowRole<HTMLInputElement>('searchbox').value = 'AF';
    view.getByShadowRole('button', {name: 'Look up'}).click();
    (await view.findByShadowRole('button', {name: 'AF'})).click();
    const dialog = await panel(root);
    expect(within(dialog).queryByRole('button', {name: 'Stop underlining words'})).to.equal(null);
    (await glossary.desk()).stop(false);
    expect(glossary.off).to.equal(true);
  });
});

describe('Reading in private', () => {
  it('leaves what was opened in no event, title, address or storage', async () => {
    const {root} = await around(entry('AF and SOB'), {remember: true});
    const state = () =>
      [document.title, location.href, JSON.stringify({...localStorage, ...sessionStorage})].join();
    const before = state();
    const heard: string[] = [];
    const {dispatchEvent} = EventTarget.prototype;
    try {
      EventTarget.prototype.dispatchEvent = function (event: Event) {
        if (event.type.startsWith('phr-')) heard.push(event.type);
        return dispatchEvent.call(this, event);
      };
      await open(root, 'AF');
      await open(root, 'SOB');
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
    }
    expect(heard).to.deep.equal([]);
    expect(state()).to.equal(before);
  });
});
