/** An opened entry: the order in which it is read, colours, asking for a correction. The accessibility tree is Chromium's; the other engines are asked for the order in the page. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage} from '../support/demo-page.js';

const isChromium = process.env['PHR_ENGINE'] === 'chromium';

interface AxNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: {readonly value: string};
  readonly name?: {readonly value: string};
}

describe('an opened entry', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** A report with everything that has a place in the order: not final, commented, out of range. */
  const report = [
    {
      resourceType: 'Observation',
      id: 'order-egfr',
      status: 'final',
      code: {text: 'eGFR for order'},
      effectiveDateTime: '2026-11-20',
      valueQuantity: {value: 38, unit: 'mL/min/1.73m²'},
      referenceRange: [{low: {value: 60, unit: 'mL/min/1.73m²'}}],
    },
    {
      resourceType: 'DiagnosticReport',
      id: 'order',
      status: 'preliminary',
      code: {text: 'Kidney function for order'},
      effectiveDateTime: '2026-11-20',
      conclusion: 'Stable. Repeat in three months.',
      result: [{reference: 'Observation/order-egfr'}],
    },
  ];

  /** Opens Dawn's page and gives its provider a record of our own in place of the server's. */
  async function openOwn() {
    await page.open('dawn');
    await page.browser.evaluate((resources: object[]) => {
      const provider = document.querySelector('phr-provider') as HTMLElement & {
        resources: unknown;
        patient: string;
      };
      const about = {reference: `Patient/${provider.patient}`};
      provider.resources = [
        {resourceType: 'Patient', id: provider.patient, name: [{text: 'Dawn Ribblesdale'}]},
        ...resources.map((resource) => ({...resource, subject: about})),
      ];
    }, report);
    await page.browser.click({role: 'button', name: 'Kidney function for order'});
    await page.browser.find({role: 'button', name: 'Close Kidney function for order'});
    await page.browser.sees('This page does not say what the result means for you.');
  }

  const order = [
    /not final/i,
    /Stable\. Repeat in three months/,
    /^38|38\s*mL/,
    /60/,
    /This page does not say what the result means for you/,
    /01632 960 001/,
  ];

  /** Asserts that texts come in this order; each may come earlier, too, but one must follow the one before. */
  function assertOrder(texts: readonly string[]) {
    let from = 0;
    for (const pattern of order) {
      const at = texts.findIndex((text, index) => index >= from && pattern.test(text));
      assert.ok(at >= 0, `${pattern} does not follow in:\n${texts.join('\n')}`);
      from = at;
    }
  }

  it('reads: not final, the comment, the value with its range, that it is not explained, whom to ask', async () => {
    await openOwn();

    const texts = await page.browser.evaluate(() => {
      const root = document
        .querySelector('phr-record-timeline')
        ?.shadowRoot?.querySelector('phr-entry-detail')?.shadowRoot;
      if (!root) return [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const {parentElement, textContent} = walker.currentNode;
        if (parentElement?.localName !== 'style' && textContent?.trim())
          found.push(textContent.trim());
      }
      return found;
    });

    assertOrder(texts);
    await page.assertQuiet();
  });

  it(
    'reads in that order to assistive technology',
    {skip: !isChromium && 'needs DevTools'},
    async () => {
      await openOwn();

      const {nodes} = (await page.browser.devtools('Accessibility.getFullAXTree')) as {
        nodes: AxNode[];
      };

      // The nodes come level by level; a person hears them from the top down.
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const texts: string[] = [];
      const hear = (node: AxNode | undefined) => {
        if (!node) return;
        if (!node.ignored && node.role?.value === 'StaticText') texts.push(node.name?.value ?? '');
        for (const id of node.childIds ?? []) hear(byId.get(id));
      };
      hear(nodes[0]);
      // The row of the list stands before it and says some of it, too.
      const start = texts.findIndex((text) => /This is not final/.test(text));
      assert.ok(start >= 0, texts.join('\n'));
      assertOrder(texts.slice(start));
    },
  );

  it('shows no flag in red, anywhere in the record', async () => {
    await page.open('parveen');
    await page.browser.sees('High');
    await page.browser.click({role: 'button', name: 'U&E', nth: 0});
    await page.browser.find({role: 'button', name: 'Close U&E'});

    const red = await page.browser.evaluate(() => {
      const found: string[] = [];
      const isRed = (colour: string) => {
        const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return a > 0 && r > 150 && g < 80 && b < 80;
      };
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          const style = getComputedStyle(element);
          for (const name of [
            'color',
            'backgroundColor',
            'borderTopColor',
            'borderLeftColor',
            'fill',
            'stroke',
          ] as const) {
            const isDrawn =
              !name.startsWith('border') ||
              style.borderTopStyle !== 'none' ||
              style.borderLeftStyle !== 'none';
            if (isDrawn && isRed(style[name]))
              found.push(`${element.localName} ${name} ${style[name]}`);
          }
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      const timeline = document.querySelector('phr-record-timeline');
      if (timeline?.shadowRoot) look(timeline.shadowRoot);
      return found;
    });

    assert.deepEqual(red, []);
  });

  it('asks the page when something looks wrong, and changes nothing', async () => {
    await page.open('parveen');
    await page.browser.click({role: 'button', name: /^Apixaban/, nth: 0});
    await page.browser.evaluate(() => {
      const heard: unknown[] = ((window as {heard?: unknown[]}).heard = []);
      document
        .querySelector('phr-record-timeline')
        ?.addEventListener('phr-entry-query', (event) => {
          heard.push({
            detail: (event as CustomEvent<unknown>).detail,
            cancelable: event.cancelable,
          });
        });
    });
    await page.browser.find({role: 'button', name: /^Close Apixaban/});
    page.demo.forget();

    await page.browser.click({role: 'button', name: 'Does something look wrong?'});

    await page.browser.sees('Call the records team at Northmoor Hospitals on 01632 960 200');
    const heard = (await page.browser.evaluate(() => (window as {heard?: unknown}).heard)) as {
      detail: Record<string, unknown>;
      cancelable: boolean;
    }[];
    assert.equal(heard.length, 1);
    assert.deepEqual(Object.keys(heard[0]?.detail ?? {}), ['reference']);
    assert.match(String(heard[0]?.detail['reference']), /^Medication(Request|Statement)\//);
    assert.equal(heard[0]?.cancelable, true);
    assert.deepEqual(
      page.demo.requests.filter(({method}) => method !== 'GET'),
      [],
    );
  });

  it('leaves the correction to a page that has a form of its own', async () => {
    await page.open('parveen');
    await page.browser.click({role: 'button', name: /^Apixaban/, nth: 0});
    await page.browser.evaluate(() => {
      document
        .querySelector('phr-record-timeline')
        ?.addEventListener('phr-entry-query', (event) => event.preventDefault());
    });

    await page.browser.click({role: 'button', name: 'Does something look wrong?'});

    const answer = await page.browser.text();
    assert.doesNotMatch(answer, /You cannot change this entry here/);
  });

  it('gives focus back to its name when it is closed', async () => {
    await page.open('parveen');
    await page.browser.click({role: 'button', name: /^Apixaban/, nth: 0});

    await page.browser.click({role: 'button', name: /^Close Apixaban/});

    await page.browser.gone({role: 'button', name: /^Close Apixaban/});
    assert.match((await page.browser.focused())?.name ?? '', /^Apixaban/);
  });

  const overTime = {role: 'button', name: /^eGFR.* over time$/};

  /** Opens a report, and one of its results over time by this act on its link. */
  async function openOverTime(act: () => Promise<void>) {
    await page.open('parveen');
    await page.browser.click({role: 'button', name: 'U&E', nth: 0});
    await page.browser.find(overTime);
    await act();
    await page.browser.find({role: 'button', name: 'Back to the entry'});
    await page.browser.find({role: 'table'});
    assert.equal((await page.browser.findAll({role: 'button', name: 'Close U&E'})).length, 0);
  }

  it('comes back from a result over time as it was, with focus on the link that was used', async () => {
    await openOverTime(async () => {
      await page.browser.focus(overTime);
      await page.browser.press('Enter');
    });
    assert.match((await page.browser.focused())?.name ?? '', /eGFR/);

    await page.browser.focus({role: 'button', name: 'Back to the entry'});
    await page.browser.press('Enter');

    await page.browser.find({role: 'button', name: 'Close U&E'});
    assert.match((await page.browser.focused())?.name ?? '', /^eGFR.* over time$/);
    await page.assertQuiet();
  });

  it(
    'comes back with focus on a link that assistive technology pressed without going there',
    {skip: !isChromium && 'our logic, not the engine’s'},
    async () => {
      await openOverTime(() =>
        page.browser.evaluate(() => {
          const detail = document
            .querySelector('phr-record-timeline')
            ?.shadowRoot?.querySelector('phr-entry-detail')?.shadowRoot;
          const link = [...(detail?.querySelectorAll<HTMLElement>('th button') ?? [])].find((one) =>
            /^\s*eGFR/.test(one.textContent ?? ''),
          );
          link?.click();
        }),
      );

      await page.browser.click({role: 'button', name: 'Back to the entry'});

      await page.browser.find({role: 'button', name: 'Close U&E'});
      assert.match((await page.browser.focused())?.name ?? '', /^eGFR.* over time$/);
    },
  );
});
