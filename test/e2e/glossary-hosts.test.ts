/**
 * Pages that React and Vue own, with a glossary around a part of them. Each page shows its entries twice, inside the glossary and
 * outside any: what the framework makes of the two must stay the same, node for node and change for change.
 */
import {strict as assert} from 'node:assert';
import {after, before, beforeEach, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Browser} from '../support/browser.js';
import {startBrowser} from '../support/browser-start.js';
import {startStaticServer, type StaticServer} from '../support/e2e-static-server.js';

const frameworks = {React: 'react-host.ts', Vue: 'vue-host.ts'} as const;

const html = (framework: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>${framework} page</title>
    <style>h3 { display: inline-block; }</style>
    <script>
      window.warnings = [];
      const warn = console.warn;
      console.warn = (...parts) => {
        window.warnings.push(parts.map(String).join(' '));
        warn.apply(console, parts);
      };
    </script>
    <script type="module" src="/dist/phr-widgets.js"></script>
    <script type="module" src="/${framework}.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>`;

/** The page and its framework in one script, as a developer runs it: warnings included. */
async function bundle(file: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(`hosts/${file}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  // The server puts a script of its own after this tag, wherever it stands.
  return (outputFiles[0]?.text ?? '').replaceAll('<head>', '\\x3chead>');
}

interface Seen {
  /** Markup of both copies. */
  readonly inside: string;
  readonly outside: string;
  /** Where each entry stood in the list before: -1 for one that is new. */
  readonly insideFrom: readonly number[];
  readonly outsideFrom: readonly number[];
  /** Every change of a node since the page was watched, in words. */
  readonly insideChanges: readonly string[];
  readonly outsideChanges: readonly string[];
}

for (const [framework, file] of Object.entries(frameworks))
  describe(`A glossary in a page that ${framework} owns`, () => {
    let server: StaticServer;
    let browser: Browser;

    before(async () => {
      server = await startStaticServer({
        '/index.html': {html: html(framework)},
        [`/${framework}.js`]: {
          html: await bundle(file),
          headers: {'content-type': 'text/javascript; charset=utf-8'},
        },
      });
      browser = await startBrowser();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });
    beforeEach(async () => {
      await browser.open(`${server.origin}/index.html`);
      await marks(...atFirst);
      await watch();
    });

    const inside = {role: 'region', name: 'Inside a glossary'} as const;
    const atFirst = ['AF', 'COPD', 'DOAC', 'SOB', 'SOB'];
    const act = (name: string) => browser.click({role: 'button', name});

    /** Waits until these words of the page and no others are underlined, or listed where a browser cannot underline. */
    const marks = (...words: string[]) =>
      browser.until(
        `marks of ${words}`,
        (wanted) => {
          const glossary = document.querySelector('phr-glossary');
          const text = ({startContainer, startOffset, endContainer, endOffset}: AbstractRange) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            // Words of a node that the page has thrown away are still to be forgotten.
            return startContainer.isConnected ? range.toString() : 'gone';
          };
          const list = glossary?.shadowRoot?.querySelector<HTMLDetailsElement>('[part~=here]');
          const isOnce = !('highlights' in CSS);
          // The list is drawn once it is open.
          if (list && isOnce) list.open = true;
          const listed = [...(list?.querySelectorAll('li') ?? [])];
          const found = isOnce
            ? listed.map((item) => item.textContent?.trim() ?? '')
            : [...(CSS.highlights.get('phr-term') ?? [])].map(text);
          const expected = isOnce ? [...new Set(wanted)] : wanted;
          return found.sort().join() === [...expected].sort().join();
        },
        words,
      );

    const watch = () =>
      browser.evaluate(() => {
        const roots = {inside: 'phr-glossary', outside: '#without'};
        const watched = window as unknown as {
          changes: Record<string, string[]>;
          was: Record<string, Element[]>;
        };
        watched.changes = {};
        watched.was = {};
        for (const [name, selector] of Object.entries(roots)) {
          const root = document.querySelector(selector);
          const changes: string[] = (watched.changes[name] = []);
          watched.was[name] = [...(root?.querySelectorAll('li') ?? [])];
          if (!root?.firstElementChild) continue;
          new MutationObserver((records) => {
            for (const {type, target, addedNodes, removedNodes, attributeName} of records)
              changes.push(
                `${type} ${attributeName ?? ''} of ${target.nodeName}: ${addedNodes.length} in, ${removedNodes.length} out`,
              );
          }).observe(root.firstElementChild, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
        }
      });

    const look = (): Promise<Seen> =>
      browser.evaluate(() => {
        const watched = window as unknown as {
          changes: Record<string, string[]>;
          was: Record<string, Element[]>;
        };
        const markup = (selector: string) =>
          [...(document.querySelector(selector)?.childNodes ?? [])]
            .map((node) => new XMLSerializer().serializeToString(node))
            .join('');
        const from = (selector: string, name: string) =>
          [...document.querySelectorAll(`${selector} li`)].map(
            (item) => watched.was[name]?.indexOf(item) ?? -1,
          );
        return {
          inside: markup('phr-glossary'),
          outside: markup('#without'),
          insideFrom: from('phr-glossary', 'inside'),
          outsideFrom: from('#without', 'outside'),
          insideChanges: watched.changes['inside'] ?? [],
          outsideChanges: watched.changes['outside'] ?? [],
        };
      });

    /** The glossary has left no trace in the page, and nobody has complained. */
    async function assertUntouched({atLeast = 1, isTyped = false} = {}): Promise<Seen> {
      const seen = await look();
      assert.equal(seen.inside, seen.outside);
      assert.ok(seen.inside.includes('</li>'), 'no entries to compare');
      assert.deepEqual(seen.insideFrom, seen.outsideFrom);
      // A framework does more to the field that is typed into than to the other.
      if (!isTyped) assert.deepEqual(seen.insideChanges, seen.outsideChanges);
      assert.ok(seen.insideChanges.length >= atLeast, 'the page has not changed');
      await assertQuiet();
      return seen;
    }

    async function assertQuiet() {
      assert.deepEqual((await browser.complaints()).errors, []);
      assert.deepEqual(
        await browser.evaluate(() => (window as unknown as {warnings: string[]}).warnings),
        [],
      );
    }

    it('marks words, also one that lies across two texts, and changes no node', async () => {
      await marks(...atFirst);

      const {inside: markup} = await assertUntouched({atLeast: 0});
      assert.match(markup, /No S.*OB\. /);
    });

    it('goes with entries that change places, which stay the nodes they were', async () => {
      await act('Turn the list round');

      await marks(...atFirst);
      const {insideFrom} = await assertUntouched();
      assert.deepEqual(insideFrom, [2, 1, 0]);
    });

    it('marks the new words of an entry that is written anew, in the same nodes', async () => {
      await act('Write an entry anew');

      await marks('AF', 'DOAC', 'COPD', 'COPD', 'SOB');
      const {insideFrom} = await assertUntouched();
      assert.deepEqual(insideFrom, [0, 1, 2]);
    });

    it('forgets an entry that is taken away', async () => {
      await act('Take an entry away');

      await marks('AF', 'COPD', 'DOAC', 'SOB');
      await assertUntouched();
    });

    it('finds the words of an entry that gets another key, and so other nodes', async () => {
      await act('Give an entry another key');

      await marks(...atFirst);
      const {insideFrom} = await assertUntouched();
      assert.deepEqual(insideFrom, [-1, 1, 2]);
    });

    it('goes with all that happens one after the other', async () => {
      for (const name of [
        'Turn the list round',
        'Write an entry anew',
        'Give an entry another key',
        'Turn the list round',
        'Take an entry away',
      ])
        await act(name);

      await marks('AF', 'DOAC', 'COPD', 'COPD');
      await assertUntouched({atLeast: 5});
    });

    it('leaves a field in the hands of the page, and marks what the page says of it', async () => {
      const field = {role: 'textbox', name: 'Your note', within: inside} as const;
      await browser.focus(field);

      await browser.type('sob');

      await browser.sees('You wrote: SOB');
      await marks(...atFirst, 'SOB');
      assert.equal((await browser.focused())?.name, 'Your note');
      await browser.press('Backspace');
      await browser.type('s');
      await browser.sees('You wrote: SOS');
      await marks(...atFirst);
      await assertUntouched({isTyped: true});
    });

    it('opens a marked word, and the page hears the press as ever', async () => {
      await browser.click({role: 'heading', name: 'AF', within: inside});

      await browser.find({role: 'dialog', name: 'AF'});
      await browser.until(
        'the page has counted the press',
        () => document.getElementById('presses')?.textContent === '1',
      );
      await assertUntouched({atLeast: 0});
    });

    it('closes what is open when the page writes over it, and works on', async () => {
      await browser.click({role: 'heading', name: 'AF', within: inside});
      await browser.find({role: 'dialog', name: 'AF'});

      await act('Give an entry another key');

      await browser.gone({role: 'dialog', name: 'AF'});
      await marks(...atFirst);
      await browser.click({role: 'heading', name: 'AF', within: inside});
      await browser.find({role: 'dialog', name: 'AF'});
      await assertUntouched();
    });

    it('goes with the page that takes it away, open as it is, and comes back with it', async () => {
      await browser.click({role: 'heading', name: 'AF', within: inside});
      await browser.find({role: 'dialog', name: 'AF'});

      await act('Take everything away');

      await browser.gone({role: 'dialog', name: 'AF'});
      await browser.until(
        'nothing is underlined',
        () => !('highlights' in CSS) || (CSS.highlights.get('phr-term')?.size ?? 0) === 0,
      );
      await act('Bring everything back');
      await marks(...atFirst);
      await watch();
      await act('Turn the list round');
      await marks(...atFirst);
      await assertUntouched();
    });
  });
