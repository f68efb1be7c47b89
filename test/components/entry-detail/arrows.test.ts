/** Small arrows point the way the page is read, also in browsers that have no `:dir()` (Chrome before 120). */
import {expect, fixture, html} from '@open-wc/testing';
import type {CSSResult} from 'lit';
import {styles as detailStyles} from '../../../src/components/entry-detail/entry-detail.styles.js';
import {styles as timelineStyles} from '../../../src/components/record-timeline/record-timeline.styles.js';
import {laterStyles} from '../../../src/components/record-timeline/later.styles.js';

const textOf = (styles: readonly CSSResult[]) => styles.map(({cssText}) => cssText).join('\n');

const sheetsText = (sheets: readonly CSSStyleSheet[]) =>
  sheets.flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText)).join('\n');

/** Styles as a browser without `:dir()` takes them: its rules dropped, and what stands for them taken. */
function withoutDir(text: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules]
    .flatMap((rule) => {
      if (rule.cssText.includes(':dir(') && rule instanceof CSSStyleRule) return [];
      return rule instanceof CSSSupportsRule && rule.conditionText.includes(':dir(')
        ? [...rule.cssRules]
        : [rule];
    })
    .map(({cssText}) => cssText)
    .join('\n');
}

const arrows = [
  ['disclosure', textOf([detailStyles])],
  ['more', textOf(timelineStyles) + sheetsText(laterStyles())],
] as const;

/** How the arrow of a button with a class is turned. */
async function turned(look: string, text: string, dir: 'ltr' | 'rtl', isOpen = false) {
  const box = await fixture(html`<div dir=${dir}><div></div></div>`);
  const root = box.firstElementChild?.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root?.adoptedStyleSheets.push(sheet);
  const button = document.createElement('button');
  button.className = look;
  // As in the widget, where other styles make it so; what is inline is not turned.
  button.style.display = 'inline-flex';
  button.setAttribute('aria-expanded', String(isOpen));
  root?.append(button);
  return getComputedStyle(button, '::before').transform;
}

describe('a small arrow', () => {
  for (const [look, text] of arrows) {
    it(`of ‘${look}’ points the other way where reading does`, async () => {
      expect(await turned(look, text, 'rtl')).not.to.equal(await turned(look, text, 'ltr'));
    });

    it(`of ‘${look}’ points down when it is open, whichever way reading goes`, async () => {
      expect(await turned(look, text, 'rtl', true)).to.equal(await turned(look, text, 'ltr', true));
    });

    // Only Chrome has ever lacked :dir() among the browsers we serve, and it has :host-context().
    if (CSS.supports('selector(:host-context(p))')) {
      it(`of ‘${look}’ does so in a browser without :dir()`, async () => {
        const old = withoutDir(text);
        expect(await turned(look, old, 'rtl')).to.equal(await turned(look, text, 'rtl'));
        expect(await turned(look, old, 'rtl', true)).to.equal(
          await turned(look, text, 'rtl', true),
        );
      });
    }
  }
});
