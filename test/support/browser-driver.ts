/** What every engine can do in its own way, and the `Browser` made of it. */
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Browser, Complaints, Emulation, Engine, Found, Place, Target} from './browser.js';
import type {WireTarget} from './browser-page.js';
import {watchScript} from './browser-watch.js';
import {startStaticServer, type StaticServer} from './e2e-static-server.js';

/** The few things an engine must do. Functions travel as their source; they run in the page or in its frame. */
export interface Driver {
  readonly engine: Engine;
  goto(url: string): Promise<void>;
  /** From now on everything happens in this frame of the page. */
  enterFrame(): Promise<void>;
  /** Calls the function whose source this is, awaits it, and brings back its JSON value. */
  call(source: string, args: readonly unknown[]): Promise<unknown>;
  /** Clicks the element that the function whose source this is returns. */
  clickElement(source: string, args: readonly unknown[]): Promise<void>;
  /** Touches it with a finger. */
  tapElement(source: string, args: readonly unknown[]): Promise<void>;
  drag(by: 'mouse' | 'finger', places: readonly Place[]): Promise<void>;
  doubleClick(place: Place): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses one key, holding others. */
  press(key: string, held: readonly string[]): Promise<void>;
  screenshot(): Promise<Buffer>;
  emulate(features: readonly Emulation[]): Promise<boolean>;
  devtools(method: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** How long anything may take to appear, in milliseconds. */
const patience = 10_000;

let script: Promise<string> | undefined;

/** The harness of the page, as one script. */
function pageScript(): Promise<string> {
  script ??= build({
    entryPoints: [fileURLToPath(new URL('./browser-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({outputFiles: [file]}) => file?.text ?? '');
  return script;
}

const wire = ({role, name, nth, within}: Target): WireTarget => ({
  role,
  ...(name !== undefined && {
    name: typeof name === 'string' ? name : {source: name.source, flags: name.flags},
  }),
  ...(nth !== undefined && {nth}),
  ...(within && {within: wire(within)}),
});

const inWords = (target: Target): string =>
  `${target.role}${target.name === undefined ? '' : ` '${target.name}'`}${
    target.within ? ` in ${inWords(target.within)}` : ''
  }`;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A `Browser` on any engine. */
export class DrivenBrowser implements Browser {
  readonly #driver: Driver;
  #blank: StaticServer | undefined;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  get engine() {
    return this.#driver.engine;
  }

  async open(url: string) {
    await this.#driver.goto(url);
    await this.#listen();
  }

  async openInFrame(url: string, width: number, height = 800) {
    // An empty page of our own: engines keep pages from elsewhere, even empty ones, out of this machine's network.
    this.#blank ??= await startStaticServer({'/': {html: '<title>Frame</title>'}});
    await this.#driver.goto(this.#blank.origin);
    await this.evaluate(
      (address, wide, high) =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.title = 'Page under test';
          frame.width = String(wide);
          frame.height = String(high);
          frame.style.border = '0';
          frame.onload = () => resolve();
          frame.src = address;
          document.body.style.margin = '0';
          document.body.replaceChildren(frame);
        }),
      url,
      width,
      height,
    );
    await this.#driver.enterFrame();
    await this.#listen();
  }

  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    // The loader that runs these tests names inner functions through a helper of its own, which no page has.
    const source = `(...args) => { const __name = (value) => value; return (${run})(...args); }`;
    return this.#driver.call(source, args) as Promise<R>;
  }

  async until<A extends unknown[]>(
    what: string,
    run: (...args: A) => boolean | Promise<boolean>,
    ...args: A
  ) {
    await this.#retry(what, async () => {
      if (!(await this.evaluate(run, ...args))) throw new Error('it is not so');
    });
  }

  find(target: Target): Promise<Found> {
    return this.#retry(inWords(target), () =>
      this.#harness<Found>('(target) => window.phrHarness.find(target)', wire(target)),
    );
  }

  findAll(target: Target): Promise<readonly Found[]> {
    return this.#harness('(target) => window.phrHarness.findAll(target)', wire(target));
  }

  async gone(target: Target) {
    await this.#retry(`no ${inWords(target)}`, async () => {
      const left = await this.findAll(target);
      if (left.length > 0) throw new Error(`there are ${left.length}`);
    });
  }

  async click(target: Target) {
    await this.find(target);
    await this.#retry(`${inWords(target)} uncovered and still`, async () => {
      // Each time anew: what came above it in the meantime has pushed it off the screen.
      await this.#harness('(target) => void window.phrHarness.element(target)', wire(target));
      if (await this.#harness('(target) => window.phrHarness.moving(target)', wire(target)))
        throw new Error('it moves');
      if (await this.#harness('(target) => window.phrHarness.covered(target)', wire(target)))
        throw new Error('something covers it');
    });
    await this.#driver.clickElement('(target) => window.phrHarness.element(target)', [
      wire(target),
    ]);
  }

  async tap(target: Target) {
    await this.find(target);
    await this.#retry(`${inWords(target)} uncovered and still`, async () => {
      // Each time anew: what came above it in the meantime has pushed it off the screen.
      await this.#harness('(target) => void window.phrHarness.element(target)', wire(target));
      if (await this.#harness('(target) => window.phrHarness.moving(target)', wire(target)))
        throw new Error('it moves');
      if (await this.#harness('(target) => window.phrHarness.covered(target)', wire(target)))
        throw new Error('something covers it');
    });
    await this.#driver.tapElement('(target) => window.phrHarness.element(target)', [wire(target)]);
  }

  drag(by: 'mouse' | 'finger', ...places: readonly Place[]) {
    return this.#driver.drag(by, places);
  }

  doubleClick(place: Place) {
    return this.#driver.doubleClick(place);
  }

  async focus(target: Target) {
    await this.find(target);
    await this.#harness('(target) => window.phrHarness.focus(target)', wire(target));
  }

  type(text: string) {
    return this.#driver.type(text);
  }

  async press(...keys: string[]) {
    for (const combination of keys) {
      const held = combination === '+' ? ['+'] : combination.split('+');
      const key = held.pop();
      if (key) await this.#driver.press(key, held);
    }
  }

  focused(): Promise<Found | undefined> {
    return this.#harness('() => window.phrHarness.focused() ?? null').then(
      (found) => (found as Found | null) ?? undefined,
    );
  }

  async sees(text: string | RegExp) {
    await this.#retry(`the text ${text}`, async () => {
      const all = await this.text();
      const found = typeof text === 'string' ? all.includes(text) : text.test(all);
      if (!found) throw new Error(`the page says: ${all.slice(0, 2000)}`);
    });
  }

  text(): Promise<string> {
    return this.#harness('() => window.phrHarness.text()');
  }

  screenshot() {
    return this.#driver.screenshot();
  }

  emulate(...features: Emulation[]) {
    return this.#driver.emulate(features);
  }

  devtools(method: string, parameters?: Readonly<Record<string, unknown>>) {
    return this.#driver.devtools(method, parameters);
  }

  async complaints(): Promise<Complaints> {
    const heard = await this.evaluate(() => (window as {phrComplaints?: Complaints}).phrComplaints);
    if (!heard) throw new Error('This page was not listened to: see browser-watch.ts');
    return heard;
  }

  async close() {
    await this.#blank?.close();
    await this.#driver.close();
  }

  /** Hears complaints from now on, where the engine or the server did not put the listener first: in WebKit. */
  async #listen() {
    // A page that sends the person elsewhere at once takes the listener with it: it is put into the page that follows.
    await this.#retry('a page to listen to', () =>
      this.#driver.call(`() => { ${watchScript} }`, []),
    );
  }

  /** Calls a function that uses the harness of the page, and puts it there first if it is not. */
  async #harness<R>(source: string, ...args: unknown[]): Promise<R> {
    const isThere = await this.#driver.call('() => Boolean(window.phrHarness)', []);
    if (!isThere) await this.#driver.call(`() => { ${await pageScript()} }`, []);
    return (await this.#driver.call(source, args)) as R;
  }

  async #retry<R>(what: string, attempt: () => Promise<R>): Promise<R> {
    const deadline = Date.now() + patience;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > deadline)
          throw new Error(
            `${this.engine}: waited ${patience / 1000} s for ${what}: ${error instanceof Error ? error.message : error}`,
            {cause: error},
          );
      }
      await pause(50);
    }
  }
}
