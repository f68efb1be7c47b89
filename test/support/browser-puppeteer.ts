/** Chromium and Firefox, through Puppeteer: the DevTools protocol for one, WebDriver BiDi for the other. */
import {
  launch,
  type CDPSession,
  type ElementHandle,
  type Frame,
  type KeyInput,
} from 'puppeteer-core';
import {browsers, chromiumArgs} from '../../scripts/browsers.mjs';
import type {Emulation} from './browser.js';
import type {Driver} from './browser-driver.js';
import {watchScript} from './browser-watch.js';

const featureNames = {
  forcedColors: 'forced-colors',
  reducedMotion: 'prefers-reduced-motion',
  colorScheme: 'prefers-color-scheme',
} as const;

/** Starts Chromium or Firefox with one empty window of 1280 by 1024. */
export async function startPuppeteer(engine: 'chromium' | 'firefox'): Promise<Driver> {
  const executablePath = browsers[engine]();
  if (!executablePath)
    throw new Error(`${engine} is not installed: node scripts/ensure-browsers.mjs`);
  const browser = await launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: engine === 'chromium' ? chromiumArgs : [],
    defaultViewport: {width: 1280, height: 1024},
  });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchScript);
  let frame: Frame | undefined;
  let session: CDPSession | undefined;
  const here = () => frame ?? page.mainFrame();

  return {
    engine,
    async goto(url) {
      frame = undefined;
      await page.goto(url, {waitUntil: 'load'});
    },
    async enterFrame() {
      const element = await page.waitForSelector('iframe');
      frame = await element?.contentFrame();
      if (!frame) throw new Error('The frame has no page');
    },
    call: (source, args) => here().evaluate(`(${source})(...${JSON.stringify(args)})`),
    async clickElement(source, args) {
      const handle = (await here().evaluateHandle(
        `(${source})(...${JSON.stringify(args)})`,
      )) as ElementHandle<Element>;
      await handle.click();
      await handle.dispose();
    },
    async tapElement(source, args) {
      const handle = (await here().evaluateHandle(
        `(${source})(...${JSON.stringify(args)})`,
      )) as ElementHandle<Element>;
      await handle.tap();
      await handle.dispose();
    },
    async drag(by, [from, ...others]) {
      if (!from) return;
      if (by === 'finger') {
        const finger = await page.touchscreen.touchStart(from.x, from.y);
        for (const {x, y} of others) await finger.move(x, y);
        await finger.end();
        return;
      }
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const {x, y} of others) await page.mouse.move(x, y);
      await page.mouse.up();
    },
    doubleClick: ({x, y}) => page.mouse.click(x, y, {count: 2}),
    type: (text) => page.keyboard.type(text),
    async press(key, held) {
      for (const one of held) await page.keyboard.down(one as KeyInput);
      await page.keyboard.press(key as KeyInput);
      for (const one of [...held].reverse()) await page.keyboard.up(one as KeyInput);
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    async emulate(features: readonly Emulation[]) {
      if (engine !== 'chromium') return false;
      const all = Object.entries(Object.assign({}, ...features) as Record<string, string>);
      session ??= await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        media: all.find(([name]) => name === 'media')?.[1] ?? '',
        features: all
          .filter(([name]) => name !== 'media')
          .map(([name, value]) => ({name: featureNames[name as keyof typeof featureNames], value})),
      });
      return true;
    },
    async devtools(method, parameters) {
      if (engine !== 'chromium') return undefined;
      session ??= await page.createCDPSession();
      return session.send(method as 'Page.enable', parameters as never);
    },
    close: () => browser.close(),
  };
}
