/** What assistive technology gets of words and their panels, and what is seen of them in forced colours. Only Chromium can be asked. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import type {Browser} from '../support/browser.js';
import {
  openTermPage,
  placed,
  placeOf,
  useTermPages,
  type TermPageWindow,
} from '../support/term-page.js';

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: {readonly value: string};
  readonly name?: {readonly value: string};
  readonly description?: {readonly value: string};
  readonly properties?: readonly {
    readonly name: string;
    readonly value: {readonly value?: unknown};
  }[];
}

const isChromium = process.env['PHR_ENGINE'] === 'chromium';

describe('words and their panels', {skip: !isChromium && 'needs DevTools'}, () => {
  let browser: Browser;
  let origin: string;
  useTermPages((...started) => {
    [browser, origin] = started;
  });

  const tree = async (): Promise<readonly AxNode[]> =>
    ((await browser.devtools('Accessibility.getFullAXTree')) as {nodes: readonly AxNode[]}).nodes;

  /** The dialog of a word, and what is in it that is not ignored. */
  async function dialogOf(word: string) {
    const all = await tree();
    const dialog = all.find(
      ({role, name, ignored}) => !ignored && role?.value === 'dialog' && name?.value === word,
    );
    if (!dialog) throw new Error(`No dialog ${word}`);
    const byId = new Map(all.map((node) => [node.nodeId, node]));
    const isInside = (node: AxNode | undefined): boolean =>
      !!node && (node === dialog || isInside(node.parentId ? byId.get(node.parentId) : undefined));
    const inside = all.filter((node) => !node.ignored && isInside(node));
    return {
      description: dialog.description?.value ?? '',
      count: (role: string) => inside.filter((node) => node.role?.value === role).length,
      texts: inside
        .filter((node) => node.role?.value === 'StaticText')
        .map((node) => node.name?.value ?? ''),
      all,
    };
  }

  const open = (name: string) => browser.click({role: 'button', name});

  it('have several meanings as a list, described by that nobody can tell which is meant', async () => {
    await openTermPage(browser, origin);

    await open('PE');
    await browser.find({role: 'dialog', name: 'PE'});

    const {description, count, texts} = await dialogOf('PE');
    assert.match(description, /^PE can mean more than one thing\. We cannot tell which/);
    assert.equal(count('list'), 1);
    assert.equal(count('listitem'), 2);
    const meanings = ['physical examination', 'pulmonary embolism'].map((one) =>
      texts.findIndex((text) => text.toLowerCase() === one),
    );
    assert.ok(meanings[0] !== -1 && (meanings[0] ?? 0) < (meanings[1] ?? 0), texts.join(' | '));
  });

  it('have of a hard word only whom to ask: its meaning is nowhere', async () => {
    await openTermPage(browser, origin);

    await open('Ca');
    await browser.find({role: 'dialog', name: 'Ca'});

    const {description, all} = await dialogOf('Ca');
    assert.match(description, /^Ask your care team about this word\./);
    const said = all.flatMap(({name, description: also}) => [name?.value, also?.value]).join(' ');
    assert.doesNotMatch(said, /cancer|An illness/);
  });

  it('have what was looked up under a heading that says how many, as collapsed buttons in a list', async () => {
    await openTermPage(browser, origin);
    await browser.focus({role: 'searchbox', name: 'Look up a word'});
    await browser.type('PE');
    await browser.press('Enter');
    await browser.find({role: 'heading', name: /found$/});

    const all = (await tree()).filter(({ignored}) => !ignored);
    const at = all.findIndex(
      ({role, name}) => role?.value === 'heading' && /found$/.test(name?.value ?? ''),
    );
    const after = all.slice(at);
    assert.ok(after.some(({role}) => role?.value === 'listitem'));
    const button = after.find(({role, name}) => role?.value === 'button' && name?.value === 'PE');
    const expanded = button?.properties?.find(({name}) => name === 'expanded')?.value.value;
    assert.equal(expanded, false);

    await browser.click({role: 'button', name: 'PE', nth: 1});
    await browser.find({role: 'dialog', name: 'PE'});

    assert.match((await dialogOf('PE')).description, /^PE can mean more than one thing/);
    assert.equal((await browser.focused())?.name, 'Close');
  });

  describe('in forced colours', () => {
    before(() => browser.emulate({forcedColors: 'active'}));
    after(() => browser?.emulate({forcedColors: 'none'}));

    /** How what a selector finds is drawn; `part` is a part that is made by style. */
    const look = (selector: string, part?: string) =>
      browser.evaluate(
        (wanted: string, pseudo?: string) => {
          const [one] = (window as unknown as TermPageWindow).deep(wanted);
          if (!one) throw new Error(`No ${wanted}`);
          const style = getComputedStyle(one, pseudo);
          return {
            isForced: matchMedia('(forced-colors: active)').matches,
            background: style.backgroundColor,
            colour: style.color,
            line: `${style.textDecorationLine} ${style.textDecorationStyle}`,
            lineColour: style.textDecorationColor,
            top: `${style.borderTopWidth} ${style.borderTopStyle}`,
            topColour: style.borderTopColor,
            side: `${style.borderInlineStartWidth} ${style.borderInlineStartStyle}`,
            sideColour: style.borderInlineStartColor,
            outline: `${style.outlineWidth} ${style.outlineStyle}`,
            outlineColour: style.outlineColor,
          };
        },
        selector,
        part,
      );
    const isClear = (colour: string) => colour.endsWith(', 0)');

    it('have a dotted line in a colour of its own ground', async () => {
      await openTermPage(browser, origin);

      const word = await look('#own .word');

      assert.ok(word.isForced);
      assert.equal(word.line, 'underline dotted');
      assert.ok(isClear(word.background), word.background);
      const page = await look('body');
      assert.notEqual(word.lineColour, page.background);
      assert.notEqual(word.colour, page.background);
    });

    it('have panels with an edge, a pointer with two and a note with one', async () => {
      await openTermPage(browser, origin);
      await open('ECG');
      await placed(browser);

      const panel = await look('.panel');
      const pointer = await look('.panel', '::before');
      const note = await look('.note');

      assert.equal(panel.top, '2px solid');
      assert.notEqual(panel.topColour, panel.background);
      assert.notEqual(panel.colour, panel.background);
      assert.equal(pointer.top, '2px solid');
      assert.equal(pointer.background, panel.background);
      assert.equal(pointer.topColour, panel.topColour);
      assert.equal(note.side, '4px solid');
      assert.notEqual(note.sideColour, note.background);
    });

    it('cover no word of the page’s own text, and show the focus around it', async () => {
      await openTermPage(browser, origin);
      await browser.drag('mouse', await placeOf(browser, 'text', 'AF'));
      await placed(browser);
      await browser.press('Escape');

      const cover = await look('.at .word');

      assert.ok(isClear(cover.background), cover.background);
      assert.equal(cover.outline, '3px solid');
      assert.ok(!isClear(cover.outlineColour), cover.outlineColour);
      assert.notEqual(cover.outlineColour, (await look('body')).background);
    });
  });
});
