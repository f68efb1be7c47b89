/**
 * One small face for three engines in end-to-end tests: Chromium and Firefox through Puppeteer, WebKit through plain
 * WebDriver. What a person can see and do stands here; nothing else. Elements are found by role and name, through
 * shadow roots.
 */

/** An engine that end-to-end tests run in. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

/** How an element is looked for: its ARIA role, and its accessible name in whole, or in part by a pattern. */
export interface Target {
  readonly role: string;
  readonly name?: string | RegExp;
  /** Looks for the nth of several, counted from 0. Without it there must be exactly one. */
  readonly nth?: number;
  /** Only inside the one element that this finds. */
  readonly within?: Target;
}

/** A place of the window, in CSS pixels from its corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is known of an element that was found. */
export interface Found {
  readonly role: string;
  readonly name: string;
  /** Text as it is read, white space collapsed. */
  readonly text: string;
  readonly focused: boolean;
  readonly checked?: boolean;
  readonly expanded?: boolean;
  readonly disabled: boolean;
}

/** What went wrong in a page since it was opened, in words. */
export interface Complaints {
  /** Uncaught errors, unhandled rejections and console errors. */
  readonly errors: readonly string[];
  /** Console warnings. */
  readonly warnings: readonly string[];
  /** Content-Security-Policy violations: directive, and what was blocked. */
  readonly violations: readonly string[];
}

/** A media feature that only Chromium can be made to report. */
export type Emulation =
  | {readonly forcedColors: 'active' | 'none'}
  | {readonly reducedMotion: 'reduce' | 'no-preference'}
  | {readonly colorScheme: 'dark' | 'light'}
  | {readonly media: 'print' | 'screen'};

/** One browser window. Every wait ends after 10 seconds with an error that says what was looked for. */
export interface Browser {
  readonly engine: Engine;
  /** Opens an address, and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Opens an address in a frame of this width in CSS pixels, in which everything after happens. */
  openInFrame(url: string, width: number, height?: number): Promise<void>;
  /** Runs a function in the page. It may use nothing from outside itself; what goes in and comes out is JSON. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Waits until a function in the page says true. */
  until<A extends unknown[]>(
    what: string,
    run: (...args: A) => boolean | Promise<boolean>,
    ...args: A
  ): Promise<void>;
  /** Waits for an element a person can perceive. */
  find(target: Target): Promise<Found>;
  /** Every element there is now, without waiting. */
  findAll(target: Target): Promise<readonly Found[]>;
  /** Waits until there is none. */
  gone(target: Target): Promise<void>;
  /** Scrolls an element into view and clicks in the middle of it, as a mouse does. */
  click(target: Target): Promise<void>;
  /** Scrolls an element into view and touches the middle of it with a finger. */
  tap(target: Target): Promise<void>;
  /** Presses at a place of the window, moves on through others, and lets go at the last: with the mouse or with a finger. */
  drag(by: 'mouse' | 'finger', ...places: readonly Place[]): Promise<void>;
  /** Presses a place of the window twice, as a mouse does. */
  doubleClick(place: Place): Promise<void>;
  /** Moves focus to an element without clicking. */
  focus(target: Target): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  /** Presses and lets go of keys by their names in `KeyboardEvent.key`, for example `Tab` or `Shift+Tab`. */
  press(...keys: string[]): Promise<void>;
  /** The element that has focus, looked for through shadow roots. */
  focused(): Promise<Found | undefined>;
  /** Waits until the page shows a text anywhere, shadow roots included. */
  sees(text: string | RegExp): Promise<void>;
  /** All text a person can perceive now, shadow roots included. */
  text(): Promise<string>;
  /** A PNG picture of the window. */
  screenshot(): Promise<Buffer>;
  /** Makes the engine report media features. Chromium only: another engine answers false and nothing changes. */
  emulate(...features: Emulation[]): Promise<boolean>;
  /** One command of the DevTools protocol. Chromium only: another engine answers nothing, and nothing happens. */
  devtools(method: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  complaints(): Promise<Complaints>;
  close(): Promise<void>;
}
