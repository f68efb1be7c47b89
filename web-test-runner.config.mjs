/**
 * Tests that run inside a browser, in one or more engines: started by scripts/test-unit.mjs and
 * scripts/test-axe.mjs, which say which files (`PHR_FILES`) and which engines (`PHR_ENGINES`).
 */
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import {globSync} from 'glob';
import {browsers, chromiumArgs} from './scripts/browsers.mjs';
import {commonjsBundle} from './scripts/commonjs-bundle.mjs';
import {startWebKitDriver} from './scripts/webkit-driver.mjs';
import {realRecords} from './test/support/records-plugin.mjs';

const isFull = process.env.PHR_FULL === '1';
const wanted = (process.env.PHR_ENGINES ?? 'chromium,firefox,webkit').split(',');

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {executablePath: browsers.chromium(), args: chromiumArgs},
      // One page at a time: a page behind another gets no animation frames.
      concurrency: 1,
    }),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: {browser: 'firefox', executablePath: browsers.firefox(), headless: true},
      concurrency: 1,
    }),
  webkit: async () =>
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: (await startWebKitDriver()).port,
      logLevel: 'error',
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {binary: browsers.webkitBrowser(), args: ['--automation']},
      },
    }),
};

/** Serves `virtual:stories`: every story module there is, so that none can be left out of a list. */
const stories = {
  name: 'stories',
  resolveImport: ({source}) => (source === 'virtual:stories' ? '/virtual-stories.js' : undefined),
  serve({path}) {
    if (path !== '/virtual-stories.js') return undefined;
    const paths = globSync('stories/**/*.stories.ts').sort();
    return {
      type: 'js',
      body: [
        ...paths.map((file, at) => `import * as module${at} from '/${file}';`),
        `export const modules = {${paths.map((file, at) => `'${file}': module${at}`)}};`,
      ].join('\n'),
    };
  },
};

export default {
  ...(process.env.PHR_PORT && {port: Number(process.env.PHR_PORT)}),
  files: process.env.PHR_FILES?.split('\n'),
  nodeResolve: {exportConditions: ['production', 'default']},
  browsers: await Promise.all(wanted.map((engine) => launchers[engine]())),
  concurrentBrowsers: 1,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // The full run opens every entry of every record in every state: it has no limit of time.
  testsFinishTimeout: isFull ? 1_800_000 : 300_000,
  testFramework: {config: {timeout: isFull ? 60_000 : 10_000}},
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head><title>Tests</title></head>
  <body>
    <script>window.phrFull = ${isFull};</script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  plugins: [
    stories,
    realRecords(),
    commonjsBundle('shadow-dom-testing-library'),
    esbuildPlugin({ts: true, json: true, tsconfig: 'tsconfig.json', target: 'es2022'}),
  ],
};
