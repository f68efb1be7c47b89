import {aTimeout, expect, html, waitUntil} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import {view, wordOf, panelOf, opened, press, pointer, deepFocus} from '../../support/term-line.js';

describe('An open panel', () => {
  it('closes by Close, and focus is on the word again', async () => {
    const {root, element, panel} = await opened('DOAC');
    within(panel).getByRole('button', {name: 'Close'}).click();
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    expect(deepFocus()).to.equal(wordOf(root, 'DOAC'));
  });

  it('closes by Escape, and focus is on the word again', async () => {
    const {root, element, panel} = await opened('DOAC');
    press(panel, 'Escape');
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    expect(deepFocus()).to.equal(wordOf(root, 'DOAC'));
  });

  it('closes by a press elsewhere, and focus is on the word again', async () => {
    const {root, element} = await opened('DOAC');
    pointer(document.body, 'pointerdown');
    pointer(document.body, 'pointerup');
    await waitUntil(() => !element.open);
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    expect(deepFocus()).to.equal(wordOf(root, 'DOAC'));
  });

  it('closes by a press elsewhere that has taken the focus away, and the word has it', async () => {
    const {root, element} = await opened('DOAC');
    (deepFocus() as HTMLElement | null)?.blur();
    expect(document.activeElement?.localName).to.equal('body');
    pointer(document.body, 'pointerdown');
    pointer(document.body, 'pointerup');
    await waitUntil(() => !element.open);
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    expect(deepFocus() === wordOf(root, 'DOAC')).to.equal(true);
  });

  it('stays open by a press inside it', async () => {
    const {root, element, panel} = await opened('DOAC');
    pointer(panel, 'pointerdown');
    pointer(panel, 'pointerup');
    panel.click();
    await aTimeout(0);
    await element.updateComplete;
    expect(panelOf(root)).not.to.equal(null);
  });

  for (const [what, ...events] of [
    ['that has only begun', ['pointerdown', 1, 0]],
    ['that moves on', ['pointerdown', 1, 0], ['pointerup', 1, 40]],
    ['that the browser takes to scroll', ['pointerdown', 1, 0], ['pointercancel', 1, 0]],
    ['of two fingers', ['pointerdown', 1, 0], ['pointerdown', 2, 0], ['pointerup', 1, 0]],
  ] as const)
    it(`stays open by a press elsewhere ${what}`, async () => {
      const {root, element} = await opened('DOAC');
      for (const [type, pointerId, clientX] of events as readonly (readonly [
        string,
        number,
        number,
      ])[])
        pointer(document.body, type, {pointerId, clientX});
      document.body.click();
      await aTimeout(0);
      await element.updateComplete;
      expect(panelOf(root)).not.to.equal(null);
    });

  it('closes after the click of what was pressed, which is not pushed away under the finger', async () => {
    const {root, element} = await opened('DOAC');
    const link = view(root).getByRole('link', {name: 'After'});
    let wasOpen = false;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      wasOpen = element.open;
    });
    pointer(link, 'pointerdown');
    pointer(link, 'pointerup');
    link.click();
    await waitUntil(() => !element.open);
    expect(wasOpen).to.equal(true);
  });

  it('closes when focus goes on in the text, and leaves it there', async () => {
    const {root, element} = await opened('DOAC');
    const after = view(root).getByRole('link', {name: 'After'});
    after.focus();
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    expect(deepFocus()).to.equal(after);
  });

  it('closes by a second press on the word', async () => {
    const {root, element} = await opened('DOAC');
    wordOf(root, 'DOAC').click();
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
  });

  it('is the only one: another that opens closes it', async () => {
    const {root, element} = await opened('DOAC', {
      page: (word, explainer) =>
        html`<p>
          <phr-term .explainer=${explainer}>${word}</phr-term>
          <phr-term .explainer=${explainer}>PE</phr-term>
        </p>`,
    });
    wordOf(root, 'PE').click();
    await view(root).findByShadowRole('dialog', {name: 'PE'});
    await element.updateComplete;
    expect(view(root).getAllByShadowRole('dialog')).to.have.length(1);
    expect(view(root).getByShadowRole('dialog').textContent).to.contain('PE can mean');
  });

  it('closes when the word under it becomes another', async () => {
    const {root, element} = await opened('DOAC');
    (element.firstChild?.nextSibling ?? element.firstChild)?.parentElement?.replaceChildren('PE');
    await aTimeout(0);
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    wordOf(root, 'PE').click();
    await element.updateComplete;
    expect(panelOf(root)?.textContent).to.contain('PE can mean');
  });

  it('closes when the text of the word is changed in place', async () => {
    const {root, element} = await opened('DOAC');
    const text = [...element.childNodes].find(
      (node) => node instanceof Text && node.data === 'DOAC',
    );
    (text as Text).data = 'xyzzy';
    await aTimeout(0);
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
    expect(view(root).queryByShadowRole('button')).to.equal(null);
  });

  it('goes with the word when it is taken from the page, and hears no key any more', async () => {
    const {root, element} = await opened('DOAC');
    element.remove();
    const event = new KeyboardEvent('keydown', {key: 'Escape', cancelable: true, bubbles: true});
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    root.append(element);
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
  });
});

describe('What a person asks in a panel', () => {
  it('adds the word to the questions, and says so', async () => {
    const {panel, element, acts} = await opened('DOAC');
    within(panel).getByRole('button', {name: 'Add to questions to ask'}).click();
    await element.updateComplete;
    expect(acts).to.deep.equal([{action: 'question', word: 'DOAC'}]);
    expect(within(panel).getByRole('status').textContent).to.equal(
      'Added to your questions to ask.',
    );
  });

  it('reports an explanation, and thanks when somebody took it', async () => {
    const {panel, element, acts} = await opened('DOAC');
    within(panel).getByRole('button', {name: 'This does not look right'}).click();
    await element.updateComplete;
    expect(acts).to.deep.equal([{action: 'report', word: 'DOAC'}]);
    expect(within(panel).getByRole('status').textContent).to.contain('Thank you.');
  });

  it('says whom to tell when nobody took the report', async () => {
    const {panel, element} = await opened('DOAC', {
      taken: false,
      contact: 'Call Nidd Valley Surgery on 01632 960 001.',
    });
    within(panel).getByRole('button', {name: 'This does not look right'}).click();
    await element.updateComplete;
    expect(within(panel).getByRole('status').textContent).to.equal(
      'To tell somebody about this: Call Nidd Valley Surgery on 01632 960 001.',
    );
  });
});
