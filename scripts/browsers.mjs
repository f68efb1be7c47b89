/** Where the three browser engines stand on this machine, and how each is started. */
import {existsSync} from 'node:fs';

const firstThatExists = (...paths) => paths.filter(Boolean).find((path) => existsSync(path));

export const browsers = {
  chromium: () =>
    firstThatExists(
      process.env.CHROMIUM_PATH,
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
    ),
  firefox: () =>
    firstThatExists(process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'),
  webkitDriver: () => firstThatExists(process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver'),
  webkitBrowser: () =>
    firstThatExists(
      process.env.WEBKIT_BROWSER_PATH,
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
    ),
  xvfb: () => firstThatExists('/usr/bin/xvfb-run'),
};

/** Debian package that holds each piece. */
export const packages = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  webkitDriver: 'webkit2gtk-driver',
  webkitBrowser: 'libwebkit2gtk-4.1-0',
  xvfb: 'xvfb',
};

/** Quiet, offline, no sandbox: test pages are ours alone, and root has no user namespace to drop into. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * WebKitGTK runs without a GPU and without a sandbox only when told so. Without compositing it never answers when
 * asked for a screenshot.
 */
export const webkitEnvironment = (pictures) => ({
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  ...(!pictures && {WEBKIT_DISABLE_COMPOSITING_MODE: '1'}),
});
