/**
 * Finds Chromium, Firefox and WebKit, or installs them from Debian packages when it may.
 * When it may not, it prints the exact command and fails: an engine is never skipped silently.
 */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {browsers, packages} from './browsers.mjs';

const missing = () => Object.keys(browsers).filter((piece) => !browsers[piece]());
// Fonts too: without one, text has no width and pictures are empty boxes.
const fonts = () =>
  existsSync('/usr/share/fonts/truetype') ? [] : ['fonts-liberation', 'fonts-dejavu-core'];

const wanted = () => [...new Set([...missing().map((piece) => packages[piece]), ...fonts()])];

if (wanted().length > 0) {
  const install = ['install', '-y', '--no-install-recommends', ...wanted()];
  const byHand = `apt-get update && apt-get ${install.join(' ')}`;
  const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!mayInstall) {
    console.error(
      `These browsers are missing: ${missing().join(', ')}.\nRun, as root:\n  ${byHand}`,
    );
    process.exit(1);
  }
  console.log(`Installing ${wanted().join(', ')} from Debian packages`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['-qq', ...install], options);
  } catch {
    console.error(`Installing the browsers failed. Run, as root:\n  ${byHand}`);
    process.exit(1);
  }
}

if (missing().length > 0) {
  console.error(
    `Still missing after installing: ${missing().join(', ')}. Set CHROMIUM_PATH, FIREFOX_PATH, WEBKIT_DRIVER_PATH or WEBKIT_BROWSER_PATH.`,
  );
  process.exit(1);
}
console.log('Chromium, Firefox and WebKit are here');
