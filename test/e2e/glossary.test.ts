/** Words explained where they stand: by mouse, keyboard and touch, as assistive technology has it, and looked up. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage, type PortalOptions} from '../support/demo-page.js';

const isChromium = process.env['PHR_ENGINE'] === 'chromium';
const needsDevTools = {skip: !isChromium && 'needs DevTools'};
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: {readonly value: string};
  readonly name?: {readonly value: string};
  readonly description?: {readonly value: string};
  readonly properties?: readonly {
    readonly name: string;
    readonly value: {readonly value?: unknown};
  }[];
}

interface EntryCode {
  readonly text: string;
  readonly coding?: readonly object[];
}

const line = 'Pt c/o SOB O/E. Hx of AF on DOAC. Discussed at MARAC.';

describe('a word of the record', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** Opens Dawn's page with one entry of our own, opens the entry, and waits until its words are marked. */
  async function openEntry(
    options: PortalOptions = {},
    code: EntryCode = {text: 'Short of breath'},
  ) {
    const isWelsh = options.lang === 'cy';
    await page.open('dawn', {...options, ...(isWelsh && {until: 'Pob eitem'})});
    await page.browser.evaluate(
      ({text, code: written}: {text: string; code: EntryCode}) => {
        const provider = document.querySelector('phr-provider') as HTMLElement & {
          resources: unknown;
          patient: string;
        };
        const subject = {reference: `Patient/${provider.patient}`};
        provider.resources = [
          {resourceType: 'Patient', id: provider.patient, name: [{text: 'Dawn Ribblesdale'}]},
          {
            resourceType: 'Condition',
            id: 'words',
            subject,
            recordedDate: '2026-11-20',
            clinicalStatus: {coding: [{code: 'active'}]},
            code: written,
            note: [{text}],
          },
        ];
      },
      {text: line, code},
    );
    await page.browser.click({role: 'button', name: code.text});
    await page.browser.find({
      role: 'button',
      name: isWelsh ? `Cau ${code.text}` : `Close ${code.text}`,
    });
    await page.browser.find({role: 'button', name: 'DOAC'});
  }

  const panel = {role: 'dialog', name: 'DOAC'} as const;

  it('opens by mouse, and closes by Close with focus on the word', async () => {
    await openEntry();

    await page.browser.click({role: 'button', name: 'DOAC'});
    await page.browser.find(panel);
    assert.equal((await page.browser.focused())?.name, 'Close');
    await page.browser.click({role: 'button', name: 'Close', within: panel});

    await page.browser.gone(panel);
    assert.equal((await page.browser.focused())?.name, 'DOAC');
    await page.assertQuiet();
  });

  it('does not open by focus; opens by Enter and by Space; closes by Escape', async () => {
    await openEntry();
    await page.browser.focus({role: 'button', name: 'DOAC'});
    assert.deepEqual(await page.browser.findAll({role: 'dialog'}), []);

    for (const key of ['Enter', ' ']) {
      await page.browser.press(key);
      await page.browser.find(panel);
      await page.browser.press('Escape');
      await page.browser.gone(panel);
      assert.equal((await page.browser.focused())?.name, 'DOAC', key);
    }
    await page.assertQuiet();
  });

  it('closes when Tab goes past the last thing in it, and goes on in the text', async () => {
    await openEntry();
    await page.browser.focus({role: 'button', name: 'AF'});
    await page.browser.press('Enter');
    await page.browser.find({role: 'dialog', name: 'AF'});

    for (let left = 12; left > 0; left--) {
      await page.browser.press('Tab');
      if ((await page.browser.findAll({role: 'dialog'})).length === 0) break;
    }

    await page.browser.gone({role: 'dialog', name: 'AF'});
    assert.equal((await page.browser.focused())?.name, 'DOAC');
  });

  it('leaves the line as it is written, and marks no word of safeguarding', async () => {
    await openEntry();

    await page.browser.sees(line);
    assert.deepEqual(await page.browser.findAll({role: 'button', name: 'MARAC'}), []);
  });

  it('keeps its panel inside a screen of 320 pixels', async () => {
    await openEntry({width: 320});

    await page.browser.click({role: 'button', name: 'DOAC'});
    await page.browser.find(panel);

    const {left, right, wide, room} = await page.browser.evaluate(() => {
      const find = (root: Document | ShadowRoot): Element | null => {
        for (const element of root.querySelectorAll('*')) {
          if (element.getAttribute('role') === 'dialog') return element;
          const found = element.shadowRoot && find(element.shadowRoot);
          if (found) return found;
        }
        return null;
      };
      const box = find(document)?.getBoundingClientRect();
      return {
        left: box?.left ?? -1,
        right: box?.right ?? 9999,
        wide: document.documentElement.scrollWidth,
        room: innerWidth,
      };
    });
    assert.ok(left >= 0 && right <= room, `${left} to ${right} of ${room}`);
    assert.ok(wide <= room, `the page is ${wide} wide`);
  });

  it(
    'is a collapsed button, then a dialog with its name and meaning, to assistive technology',
    needsDevTools,
    async () => {
      const nodes = async () =>
        (
          (await page.browser.devtools('Accessibility.getFullAXTree')) as {
            nodes: readonly AxNode[];
          }
        ).nodes.filter(({ignored}) => !ignored);
      const button = (all: readonly AxNode[]) =>
        all.find(({role, name}) => role?.value === 'button' && name?.value === 'DOAC');
      const expanded = (node: AxNode | undefined) =>
        node?.properties?.find(({name}) => name === 'expanded')?.value.value;
      await openEntry();
      assert.equal(expanded(button(await nodes())), false);

      await page.browser.click({role: 'button', name: 'DOAC'});
      await page.browser.find(panel);

      const all = await nodes();
      assert.equal(expanded(button(all)), true);
      const dialog = all.find(({role}) => role?.value === 'dialog');
      assert.equal(dialog?.name?.value, 'DOAC');
      assert.match(dialog?.description?.value ?? '', /clot/);
      assert.match(dialog?.description?.value ?? '', /Not yet clinically reviewed/);
      assert.equal(
        dialog?.properties?.find(({name}) => name === 'modal')?.value.value ?? false,
        false,
      );
    },
  );

  it('opens by touch', async () => {
    await openEntry();

    await page.browser.tap({role: 'button', name: 'DOAC'});

    await page.browser.find(panel);
    await page.browser.tap({role: 'button', name: 'Close', within: panel});
    await page.browser.gone(panel);
    await page.assertQuiet();
  });

  it('is not explained in an entry that is covered', async () => {
    await page.open('parveen', {cover: 'all'});
    await page.browser.find({role: 'button', name: /^Show/, nth: 0});
    // Terms are there once a word can be looked up.
    await page.browser.focus({role: 'searchbox', name: 'Look up a word'});
    await page.browser.type('SOB');
    await page.browser.press('Enter');
    await page.browser.find({role: 'heading', name: /found$/});

    const inList = await page.browser.evaluate(
      () =>
        document.querySelector('phr-record-timeline')?.shadowRoot?.querySelectorAll('phr-term')
          .length,
    );
    assert.equal(inList, 0);
    await page.assertQuiet();
  });

  it('is found by looking it up, also one that is never marked', async () => {
    await page.open('dawn');
    await page.browser.focus({role: 'searchbox', name: 'Look up a word'});
    await page.browser.type('marac');
    await page.browser.press('Enter');

    await page.browser.click({role: 'button', name: 'MARAC'});

    await page.browser.find({role: 'dialog', name: 'MARAC'});
    assert.doesNotMatch(
      await page.browser.evaluate(() => location.href + document.title),
      /marac/i,
    );
    await page.assertQuiet();
  });

  it('explains itself without a network once words are marked', needsDevTools, async () => {
    await openEntry();
    // The panel comes when the page has time.
    await page.browser.until('the panel to be fetched', () =>
      performance.getEntriesByType('resource').some(({name}) => name.includes('term-panel')),
    );
    await page.browser.until('the desk to be fetched', () =>
      performance.getEntriesByType('resource').some(({name}) => name.includes('glossary-desk')),
    );
    const offline = (isOffline: boolean) =>
      page.browser.devtools('Network.emulateNetworkConditions', {
        offline: isOffline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    await offline(true);
    try {
      await page.browser.click({role: 'button', name: 'DOAC'});

      const {text} = await page.browser.find(panel);
      assert.match(text, /clot/);
    } finally {
      await offline(false);
    }
  });

  it(
    'says so when what is in its panel cannot be fetched, and opens once it can',
    needsDevTools,
    async () => {
      await page.browser.devtools('Network.enable');
      await page.browser.devtools('Network.setCacheDisabled', {cacheDisabled: true});
      await page.browser.devtools('Network.setBlockedURLs', {urls: ['*term-panel*']});
      try {
        await openEntry();
        await page.browser.click({role: 'button', name: 'DOAC'});
        await page.browser.sees(
          'We cannot show this now. Select the word again, or load this page again.',
        );
        assert.deepEqual(await page.browser.findAll({role: 'dialog'}), []);
        assert.equal((await page.browser.focused())?.name, 'DOAC');
      } finally {
        await page.browser.devtools('Network.setBlockedURLs', {urls: []});
        await page.browser.devtools('Network.setCacheDisabled', {cacheDisabled: false});
      }

      await page.browser.click({role: 'button', name: 'DOAC'});

      await page.browser.find(panel);
    },
  );

  it('explains what an opened entry is called by its code, though no word of its name is known', async () => {
    await openEntry(
      {},
      {
        text: 'Zzyzx finding',
        coding: [{system: 'http://snomed.info/sct', code: '65363002', display: 'Otitis media'}],
      },
    );

    await page.browser.click({role: 'button', name: 'Zzyzx finding', nth: 1});

    const {text} = await page.browser.find({role: 'dialog', name: 'Zzyzx finding'});
    assert.match(text, /ear/);
    assert.match(text, /Not yet clinically reviewed/);
    await page.assertQuiet();
  });

  it('is said once when it opens: the focus is inside, and the page says nothing beside it', async () => {
    await openEntry();
    await page.browser.evaluate(() => {
      const said: string[] = [];
      (window as {said?: string[]}).said = said;
      const watch = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.getAttribute('role') === 'status' || element.hasAttribute('aria-live'))
            new MutationObserver(() => {
              const text = element.textContent?.trim();
              if (text) said.push(text);
            }).observe(element, {childList: true, characterData: true, subtree: true});
          if (element.shadowRoot) watch(element.shadowRoot);
        }
      };
      watch(document);
    });

    await page.browser.click({role: 'button', name: 'DOAC'});
    await page.browser.find(panel);

    assert.equal((await page.browser.focused())?.name, 'Close');
    assert.deepEqual(await page.browser.evaluate(() => (window as {said?: string[]}).said), []);
  });

  it('is no longer underlined when the person stops it in a panel, and the focus stays in the entry', async () => {
    await openEntry();
    await page.browser.click({role: 'button', name: 'DOAC'});
    await page.browser.find(panel);

    await page.browser.click({role: 'button', name: 'Stop underlining words', within: panel});

    await page.browser.gone({role: 'button', name: 'DOAC'});
    await page.browser.sees(line);
    assert.match((await page.browser.focused())?.text ?? '', /Notes/);
    await page.browser.click({role: 'button', name: 'Underline words that can be explained'});
    await page.browser.find({role: 'button', name: 'DOAC'});
  });

  for (const [what, prepare] of [
    ['in Welsh', {lang: 'cy'}],
    ['when text is twice as large', {width: 390}],
    ['from right to left', {width: 390}],
  ] as const)
    it(`keeps its panel inside the screen and the text ${what}`, async () => {
      await openEntry({...prepare});
      await page.browser.evaluate((how: string) => {
        if (how.includes('large')) document.documentElement.style.fontSize = '32px';
        if (how.includes('right to left')) document.documentElement.dir = 'rtl';
      }, what);

      await page.browser.click({role: 'button', name: 'DOAC'});
      await page.browser.find(panel);

      const cut = await page.browser.evaluate(() => {
        const find = (root: Document | ShadowRoot): Element | null => {
          for (const element of root.querySelectorAll('*')) {
            if (element.getAttribute('role') === 'dialog') return element;
            const found = element.shadowRoot && find(element.shadowRoot);
            if (found) return found;
          }
          return null;
        };
        const dialog = find(document);
        const box = dialog?.getBoundingClientRect();
        if (!dialog || !box) return ['no panel'];
        const out = [...dialog.querySelectorAll('*')].filter((element) => {
          const {left, right, width} = element.getBoundingClientRect();
          return width > 0 && (left < box.left - 1 || right > box.right + 1);
        });
        return [
          ...out.map((element) => element.textContent?.trim().slice(0, 40) ?? ''),
          ...(box.left < 0 || box.right > innerWidth + 1 ? ['the panel'] : []),
          ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
        ];
      });
      assert.deepEqual(cut, []);
    });

  it('is no longer underlined when the person stops it, also after the page is loaded anew', async () => {
    await openEntry();
    await page.browser.click({role: 'button', name: 'Stop underlining words'});
    await page.browser.gone({role: 'button', name: 'DOAC'});
    await page.browser.sees(line);

    await page.open('dawn');

    await page.browser.click({role: 'button', name: 'Underline words that can be explained'});
    await page.browser.find({role: 'button', name: 'Stop underlining words'});
  });
});
