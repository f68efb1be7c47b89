/** The demo's portal page in a browser, with the demo's own server behind it: what end-to-end journeys start from. */
import {strict as assert} from 'node:assert';
import {startDemo} from '../../demo/demo.js';
import type {DemoServer} from '../../demo/server/demo-server.js';
import {strictPolicy} from '../../demo/server/static-files.js';
import type {Browser, Target} from './browser.js';
import {startBrowser} from './browser-start.js';

/** How the portal page is opened. */
export interface PortalOptions {
  /** Names of awkward servers, joined by `+`: see `docs/demo-server.md`. */
  readonly server?: string;
  readonly cover?: 'none' | 'labels' | 'all';
  /** Keeps new results covered until asked for. */
  readonly coverNew?: boolean;
  readonly lang?: string;
  readonly theme?: 'light' | 'dark';
  /** Width of the screen in CSS pixels; that of the window when absent. */
  readonly width?: number;
  /** Waits for this text; for the list when absent. */
  readonly until?: string | RegExp;
}

/** What stands above the list once there is one. */
export const listHeading: Target = {role: 'heading', name: 'All entries'};

/** The demo's own policy, but for our frame of a small screen's width, which stands on another port. */
const framedPolicy = strictPolicy.replace(
  "frame-ancestors 'self'",
  'frame-ancestors http://127.0.0.1:*',
);

/** A demo and a browser, for one file of tests. */
export class DemoPage {
  readonly demo: DemoServer;
  readonly browser: Browser;

  private constructor(demo: DemoServer, browser: Browser) {
    this.demo = demo;
    this.browser = browser;
  }

  /** Starts a demo, and a browser unless one is open already. Close it in `after`. */
  static async start(browser?: Browser): Promise<DemoPage> {
    const demo = await startDemo(0, framedPolicy);
    try {
      return new DemoPage(demo, browser ?? (await startBrowser()));
    } catch (error) {
      await demo.close();
      throw error;
    }
  }

  /** The portal of another server, in a browser that is open already. */
  static on(demo: DemoServer, browser: Browser): DemoPage {
    return new DemoPage(demo, browser);
  }

  async close() {
    await this.browser.close();
    await this.demo.close();
  }

  /** Opens the portal as one log in, and waits until the list, or another text, is there. */
  async open(as: string, {width, until, coverNew, ...options}: PortalOptions = {}) {
    const query = new URLSearchParams({as, ...options, ...(coverNew && {'cover-new': ''})});
    this.demo.forget();
    const url = `${this.demo.url}/?${query}`;
    if (width === undefined) await this.browser.open(url);
    else await this.browser.openInFrame(url, width);
    if (until === undefined) await this.browser.find(listHeading);
    else await this.browser.sees(until);
  }

  /** The words under one heading of the list, entry by entry, in the order they are read. */
  rowsUnder(section: string | RegExp): Promise<readonly string[]> {
    return this.browser
      .findAll({role: 'listitem', within: {role: 'region', name: section}})
      .then((rows) => rows.map(({text}) => text));
  }

  /** Nothing was thrown, written to the console as an error, or refused by the page's policy. */
  async assertQuiet(allowed = /(?!)/) {
    const {errors, violations} = await this.browser.complaints();
    assert.deepEqual(
      [...errors, ...violations].filter((one) => !allowed.test(one)),
      [],
    );
  }
}
