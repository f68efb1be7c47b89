/**
 * Unit and component tests, in one or more engines: `npm run test:unit` runs all three,
 * `npm run test:unit -- chromium` one, and `npm run test:unit -- chromium --files 'test/model/*.test.ts'` some.
 */
import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import {browsers, chromiumArgs, webkitEnvironment} from './scripts/browsers.mjs';

const wanted = (process.env.PHR_ENGINES ?? 'chromium,firefox,webkit').split(',');

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts WebKitWebDriver in its own process group, so that stopping it stops its browser too. */
async function startWebKit() {
  const port = await freePort();
  const driver = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1280x1024x24', browsers.webkitDriver(), `--port=${port}`],
    {env: {...process.env, ...webkitEnvironment}, stdio: 'ignore', detached: true},
  );
  const stop = () => {
    try {
      process.kill(-driver.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  process.on('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return port;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('WebKitWebDriver did not start in 30 seconds');
}

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {executablePath: browsers.chromium(), args: chromiumArgs},
      concurrency: 2,
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
      port: await startWebKit(),
      logLevel: 'error',
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {binary: browsers.webkitBrowser(), args: ['--automation']},
      },
    }),
};

export default {
  files: process.env.PHR_FILES ?? [
    'test/**/*.test.ts',
    '!test/node/**',
    '!test/e2e/**',
    '!test/bench/**',
  ],
  nodeResolve: {exportConditions: ['production', 'default']},
  browsers: await Promise.all(wanted.map((engine) => launchers[engine]())),
  concurrentBrowsers: 1,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: {config: {timeout: 10_000}},
  plugins: [esbuildPlugin({ts: true, json: true, tsconfig: 'tsconfig.json', target: 'es2022'})],
};
