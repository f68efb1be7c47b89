/** WebKit, through plain WebDriver over HTTP: one session, a free port, a process group of its own. */
import {browsers} from '../../scripts/browsers.mjs';
import {startWebKitDriver} from '../../scripts/webkit-driver.mjs';
import type {Place} from './browser.js';
import type {Driver} from './browser-driver.js';

/** Keys by their names in `KeyboardEvent.key`, as WebDriver writes them. */
const keys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Space: ' ',
};

const keyOf = (name: string) => {
  const key = keys[name] ?? name;
  if ([...key].length !== 1) throw new Error(`'${name}' is no key that WebDriver is known to have`);
  return key;
};

/** Name under which WebDriver hands over an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts WebKit with one empty window. */
export async function startWebKit(): Promise<Driver> {
  const binary = browsers.webkitBrowser();
  const driver = await startWebKitDriver({pictures: true});
  let session = '';

  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${driver.port}${session}${path}`, {
      method,
      ...(body !== undefined && {body: JSON.stringify(body)}),
      signal: AbortSignal.timeout(60_000),
    });
    const {value} = (await response.json()) as {value: unknown};
    if (!response.ok) {
      const {error, message} = value as {error: string; message: string};
      throw new Error(`${error}: ${message}`);
    }
    return value;
  }

  const run = (source: string, args: readonly unknown[]) =>
    send('POST', '/execute/async', {
      // Rejections travel as values: the engine's own words for them say only that a script failed.
      script: `const done = arguments[arguments.length - 1];
        const args = Array.from(arguments).slice(0, -1);
        Promise.resolve().then(() => (${source})(...args)).then(
          (value) => done({value: value === undefined ? null : value}),
          (error) => done({failed: String(error && error.message || error)}));`,
      args,
    }).then((outcome) => {
      const {value, failed} = outcome as {value?: unknown; failed?: string};
      if (failed !== undefined) throw new Error(failed);
      return value === null ? undefined : value;
    });

  try {
    const {sessionId} = (await send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {binary, args: ['--automation']},
        },
      },
    })) as {sessionId: string};
    session = `/session/${sessionId}`;
    await send('POST', '/timeouts', {script: 30_000, pageLoad: 30_000, implicit: 0});
    await send('POST', '/window/rect', {x: 0, y: 0, width: 1280, height: 1024});
  } catch (error) {
    driver.stop();
    throw error;
  }

  const press = (key: string, held: readonly string[]) => {
    const hold = held.map((one) => ({type: 'keyDown', value: keyOf(one)}));
    const release = held.map((one) => ({type: 'keyUp', value: keyOf(one)})).reverse();
    const value = keyOf(key);
    const actions = [...hold, {type: 'keyDown', value}, {type: 'keyUp', value}, ...release];
    return send('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  };

  const point = (pointerType: 'mouse' | 'touch', actions: readonly object[]) =>
    send('POST', '/actions', {
      actions: [{type: 'pointer', id: pointerType, parameters: {pointerType}, actions}],
    });
  const moveTo = ({x, y}: Place, duration = 0) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration,
  });
  const down = {type: 'pointerDown', button: 0};
  const up = {type: 'pointerUp', button: 0};

  return {
    engine: 'webkit',
    async goto(url) {
      await send('POST', '/frame', {id: null});
      await send('POST', '/url', {url});
    },
    async enterFrame() {
      const frame = (await send('POST', '/element', {
        using: 'css selector',
        value: 'iframe',
      })) as Record<string, string>;
      await send('POST', '/frame', {id: frame});
    },
    call: run,
    async clickElement(source, args) {
      const element = (await run(source, args)) as Record<string, string>;
      try {
        await send('POST', `/element/${element[elementKey]}/click`, {});
      } catch (error) {
        // The driver takes the inside of a text field for something that covers it. Ours has looked already.
        if (!String(error).includes('element click intercepted')) throw error;
        const actions = [
          {type: 'pointerMove', origin: element, x: 0, y: 0},
          {type: 'pointerDown', button: 0},
          {type: 'pointerUp', button: 0},
        ];
        await send('POST', '/actions', {
          actions: [{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}],
        });
      }
    },
    async tapElement(source, args) {
      const origin = (await run(source, args)) as Record<string, string>;
      const actions = [
        {type: 'pointerMove', origin, x: 0, y: 0},
        {type: 'pointerDown', button: 0},
        {type: 'pointerUp', button: 0},
      ];
      await send('POST', '/actions', {
        actions: [{type: 'pointer', id: 'finger', parameters: {pointerType: 'touch'}, actions}],
      });
    },
    async drag(by, [from, ...others]) {
      if (!from) return;
      const moves = others.map((place) => moveTo(place, 20));
      await point(by === 'mouse' ? 'mouse' : 'touch', [moveTo(from), down, ...moves, up]);
    },
    async doubleClick(place) {
      await point('mouse', [moveTo(place), down, up, down, up]);
    },
    async type(text) {
      for (const key of text) await press(key, []);
    },
    async press(key, held) {
      await press(key, held);
    },
    screenshot: async () => Buffer.from((await send('GET', '/screenshot')) as string, 'base64'),
    emulate: () => Promise.resolve(false),
    devtools: () => Promise.resolve(undefined),
    async close() {
      try {
        await send('DELETE', '');
      } finally {
        driver.stop();
      }
    },
  };
}
