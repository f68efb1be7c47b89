/** Starts and stops WebKitWebDriver, for unit tests and end-to-end tests alike. */
import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {browsers, webkitEnvironment} from './browsers.mjs';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

async function startOnce(pictures) {
  const port = await freePort();
  // A process group of its own, so that stopping the driver stops its display and its browser too.
  const driver = spawn(
    browsers.xvfb(),
    ['-a', '-s', '-screen 0 1280x1024x24', browsers.webkitDriver(), `--port=${port}`],
    {env: {...process.env, ...webkitEnvironment(pictures)}, stdio: 'ignore', detached: true},
  );
  const stop = () => {
    process.off('exit', stop);
    try {
      process.kill(-driver.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  process.on('exit', stop);
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && driver.exitCode === null) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return {port, stop};
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  stop();
  throw new Error('WebKitWebDriver did not start in 30 seconds');
}

let listening = false;

/**
 * A running driver: its port, and a function that ends it with everything it started. Tried a second time when it
 * does not start; it takes one session. `pictures` lets screenshots be taken, and costs a little time.
 * @param {{pictures?: boolean}} [options]
 * @returns {Promise<{port: number, stop: () => void}>}
 */
export async function startWebKitDriver({pictures = false} = {}) {
  if (!listening) {
    listening = true;
    // `exit` handlers do not run when a signal ends the process.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  }
  try {
    return await startOnce(pictures);
  } catch {
    return startOnce(pictures);
  }
}
