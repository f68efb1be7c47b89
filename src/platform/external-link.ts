/**
 * How a page of somebody else is opened: by the browser, in a new tab, unless the host or the NHS App does it.
 *
 * Source: NHS App JavaScript API v2, `nhsapp.navigation.openBrowserOverlay(url)`.
 */
import {nhsApp} from './nhs-app.js';

/** What opens a link in place of the browser; nothing where the browser is to do it itself. `own`: the host's own way. */
export function externalOpener(
  own: ((url: string) => void) | undefined,
): ((url: string) => void) | undefined {
  if (own) return own;
  const navigation = nhsApp()?.navigation;
  return navigation?.openBrowserOverlay && ((url) => navigation.openBrowserOverlay?.(url));
}
