/** Benchmark pages in Chromium and in WebKit, whose engine is that of every iPhone. */
import type {Browser} from 'puppeteer-core';
import {browsers} from '../../scripts/browsers.mjs';
import {startWebKit} from '../support/browser-webdriver.js';
import {openPage} from './browser.js';

export const engines = ['Chromium', 'WebKit'] as const;
export type EngineName = (typeof engines)[number];

/** An engine that opens pages and calls what they offer in `window.bench`. */
export interface BenchEngine {
  readonly name: EngineName;
  /** Opens a page anew, leaving the one before. */
  open(url: string): Promise<void>;
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** Chromium, as it runs already. */
export function inChromium(browser: Browser): BenchEngine {
  let opened: Awaited<ReturnType<typeof openPage>> | undefined;
  const close = async () => {
    await opened?.close();
    opened = undefined;
  };
  return {
    name: 'Chromium',
    async open(url) {
      await close();
      opened = await openPage(browser, url);
      await opened.page.bringToFront();
    },
    call(name, ...args) {
      if (!opened) throw new Error('No page is open');
      return opened.call(name, ...args);
    },
    close,
  };
}

/** WebKit, started for this; undefined where it is not installed. */
export async function inWebKit(): Promise<BenchEngine | undefined> {
  if (!browsers.webkitDriver() || !browsers.webkitBrowser() || !browsers.xvfb()) return undefined;
  const driver = await startWebKit();
  return {
    name: 'WebKit',
    open: (url) => driver.goto(url),
    async call<T>(name: string, ...args: readonly unknown[]) {
      return (await driver.call('(name, args) => window.bench[name](...args)', [name, args])) as T;
    },
    close: () => driver.close(),
  };
}
