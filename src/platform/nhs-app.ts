/**
 * The NHS App around the page, where there is one.
 *
 * Source: NHS App JavaScript API v2. The script is the host's to load, not ours, and may come after us: it is asked for when it is needed.
 */

/** What is used of it. */
export interface NhsApp {
  readonly navigation?: {openBrowserOverlay?(url: string): void};
  readonly storage?: {downloadFromBytes?(base64: string, filename: string, type: string): void};
}

/** The app; nothing in a browser, or where its script fails. */
export function nhsApp(): NhsApp | undefined {
  const {nhsapp} = globalThis as {nhsapp?: NhsApp & {tools?: {isOpenInNHSApp?(): boolean}}};
  try {
    return nhsapp?.tools?.isOpenInNHSApp?.() ? nhsapp : undefined;
  } catch {
    // A script that fails is as good as none.
    return undefined;
  }
}
