/**
 * How a page of somebody else is opened: by the browser, in a new tab, unless the host or the NHS App does it.
 *
 * Source: NHS App JavaScript API v2, `nhsapp.navigation.openBrowserOverlay(url)`. The script is the host's to load, not ours.
 */

interface NhsApp {
  readonly tools?: {isOpenInNHSApp?(): boolean};
  readonly navigation?: {openBrowserOverlay?(url: string): void};
}

/** What opens a link in place of the browser; nothing where the browser is to do it itself. `own`: the host's own way. */
export function externalOpener(
  own: ((url: string) => void) | undefined,
): ((url: string) => void) | undefined {
  if (own) return own;
  const {nhsapp} = globalThis as {nhsapp?: NhsApp};
  try {
    const {navigation} = nhsapp ?? {};
    if (!nhsapp?.tools?.isOpenInNHSApp?.() || !navigation?.openBrowserOverlay) return undefined;
    return (url) => navigation.openBrowserOverlay?.(url);
  } catch {
    // A script that fails is as good as none: the browser opens the link.
    return undefined;
  }
}
