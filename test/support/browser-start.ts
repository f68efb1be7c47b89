/** Starts the engine that this run is for. */
import type {Browser, Engine} from './browser.js';
import {DrivenBrowser, type Driver} from './browser-driver.js';
import {startPuppeteer} from './browser-puppeteer.js';
import {startWebKit} from './browser-webdriver.js';

const start = (engine: Engine): Promise<Driver> =>
  engine === 'webkit' ? startWebKit() : startPuppeteer(engine);

/** A browser of the engine named in `PHR_ENGINE`. One that does not start is tried once more; a test never is. */
export async function startBrowser(): Promise<Browser> {
  const engine = process.env['PHR_ENGINE'];
  if (engine !== 'chromium' && engine !== 'firefox' && engine !== 'webkit')
    throw new Error('PHR_ENGINE says none of chromium, firefox, webkit: run scripts/test-e2e.mjs');
  const driver = await start(engine).catch((error: unknown) => {
    console.warn(`${engine} did not start, trying once more: ${error}`);
    return start(engine);
  });
  return new DrivenBrowser(driver);
}
