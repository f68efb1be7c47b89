import {expect, fixture, html} from '@open-wc/testing';
import {focusBeside} from '../../src/glossary/host-focus.js';

/** A page with a word in it, and what had the focus after asking for what is beside the word. */
async function beside(markup: unknown, isBack: boolean, isOtherwise = true) {
  const root = await fixture<HTMLElement>(
    html`<div>
      <section>${markup}</section>
      <button id="otherwise" type="button">Otherwise</button>
    </div>`,
  );
  const section = root.querySelector('section') as HTMLElement;
  const range = document.createRange();
  range.selectNodeContents(section.querySelector('b') as HTMLElement);
  const otherwise = isOtherwise ? root.querySelector<HTMLElement>('#otherwise') : null;
  (document.activeElement as HTMLElement | null)?.blur();
  const isDone = focusBeside(range, section, isBack, otherwise);
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return {isDone, id: at?.id};
}

const around = html`<a id="far" href="#x">Far</a><button id="before">Before</button>
  <p tabindex="0" id="holds">Known <b>AF</b> here</p>
  <button disabled>Off</button><a>No link</a>
  <p tabindex="-1">No stop</p>
  <div hidden><button>Hidden</button></div>
  <input id="after" /><a id="last" href="#x">Last</a>`;

describe('What Tab comes to from a word of a page’s own text', () => {
  it('is the next thing that takes focus', async () => {
    expect(await beside(around, false)).to.deep.equal({isDone: true, id: 'after'});
  });

  it('is, backwards, what the word is in', async () => {
    expect(await beside(around, true)).to.deep.equal({isDone: true, id: 'holds'});
  });

  it('is, backwards, what stands before it', async () => {
    const {id} = await beside(
      html`<a id="far" href="#x">Far</a>
        <p>A <b>AF</b></p>`,
      true,
    );
    expect(id).to.equal('far');
  });

  it('is inside a widget that stands there', async () => {
    const widget = document.createElement('div');
    widget.attachShadow({mode: 'open'}).innerHTML = '<button id="inner">In</button>';
    const {id} = await beside(html`<b>AF</b> ${widget} <a id="last" href="#x">Last</a>`, false);
    expect(id).to.equal('inner');
  });

  it('is something else where nothing stands there', async () => {
    expect(await beside(html`<p>A <b>AF</b></p>`, false)).to.eql({isDone: true, id: 'otherwise'});
  });

  it('is left to the browser where there is nothing at all', async () => {
    expect((await beside(html`<p>A <b>AF</b></p>`, true, false)).isDone).to.equal(false);
  });
});
