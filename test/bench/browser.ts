/** Chromium, and pages in it that share nothing. */
import {launch, type Browser, type CDPSession, type Page} from 'puppeteer-core';
import {browsers, chromiumArgs} from '../../scripts/browsers.mjs';

/** A page, and what is needed to look at it from outside. */
export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  /** Calls what the page offers in `window.bench`. */
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** A phone's width, as the budgets say. */
const viewport = {width: 390, height: 844};

/** Starts Chromium. Fails when it is not installed. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = browsers.chromium();
  if (!executablePath)
    throw new Error('Chromium is not installed: node scripts/ensure-browsers.mjs');
  return launch({
    executablePath,
    headless: true,
    protocolTimeout: 600_000,
    defaultViewport: viewport,
    args: [
      ...chromiumArgs,
      // Pages wait for their turn behind each other, and must not be slowed for it.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--enable-blink-features=ForceEagerMeasureMemory',
    ],
  });
}

/** Opens a page in a profile of its own. `isolated`: it may measure its memory. */
export async function openPage(
  browser: Browser,
  url: string,
  {isolated = false, ready = true}: {isolated?: boolean; ready?: boolean} = {},
): Promise<Opened> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  const session = await page.createCDPSession();
  if (isolated) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url() !== url) void request.continue();
      else
        void fetch(url).then(async (answer) =>
          request.respond({
            status: answer.status,
            headers: {
              ...Object.fromEntries(answer.headers),
              'cross-origin-opener-policy': 'same-origin',
              'cross-origin-embedder-policy': 'require-corp',
            },
            body: await answer.text(),
          }),
        );
    });
  }
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    errors.push(String(error));
  });
  await page.goto(url, {waitUntil: ready ? 'load' : 'domcontentloaded'});
  await page.waitForFunction('window.bench');
  return {
    page,
    session,
    async call<T>(name: string, ...args: readonly unknown[]) {
      try {
        return (await page.evaluate(
          `window.bench[${JSON.stringify(name)}](...${JSON.stringify(args)})`,
        )) as T;
      } catch (error) {
        throw new Error(`${url} ${name}: ${String(error)} ${errors.join(' ')}`);
      }
    },
    close: () => context.close(),
  };
}

/** Frees what nothing holds. Twice: what one pass frees may hold more. */
export async function collectGarbage({session}: Opened): Promise<void> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
}
