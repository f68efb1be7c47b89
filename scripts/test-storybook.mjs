/**
 * Builds Storybook and opens every story of it in Chromium: each must draw something and complain of nothing.
 * Axe looks at the stories elsewhere (test/axe), in three engines; here it is kept from running a second time.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {launch} from 'puppeteer-core';
import {browsers, chromiumArgs} from './browsers.mjs';

const folder = 'storybook-static';
const build = spawnSync(
  'npx',
  ['storybook', 'build', '-o', folder, '--quiet', '--disable-telemetry', '--loglevel', 'warn'],
  {stdio: 'inherit', env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1'}},
);
if (build.status !== 0) {
  console.error('Storybook could not be built');
  process.exit(1);
}

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const server = createServer((request, response) => {
  const {pathname} = new URL(request.url, 'http://localhost');
  readFile(join(folder, decodeURIComponent(pathname))).then(
    (content) =>
      response.writeHead(200, {'content-type': types[extname(pathname)] ?? ''}).end(content),
    () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const {entries} = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');
const problems = stories.length === 0 ? ['There is no story'] : [];

const browser = await launch({
  executablePath: browsers.chromium(),
  args: chromiumArgs,
  defaultViewport: {width: 1280, height: 900},
});
try {
  for (const {id, title, name} of stories) {
    const page = await browser.newPage();
    const complain = (what) => problems.push(`${title}: ${name}: ${what}`);
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => message.type() === 'error' && complain(message.text()));
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
    try {
      await page.waitForFunction(
        () =>
          document.body.classList.contains('sb-show-main') &&
          document.querySelector('#storybook-root')?.childElementCount > 0,
        {timeout: 15_000},
      );
    } catch {
      complain(await page.$eval('body', (body) => `it drew nothing: ${body.className}`));
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}

if (problems.length > 0) {
  console.error(`Stories that do not load:\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
console.log(`${stories.length} stories load`);
