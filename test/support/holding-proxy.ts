/** Stands before a server and holds back what a test names until the test lets it through: a slow network, without a clock. */
import {createServer, request as forward} from 'node:http';

/**
 * Starts the modules of a page once it is loaded. Firefox waits with `load` for what they import, and a test that waits for
 * `load` could never let through what is held.
 */
const starter = (sources: readonly string[]) =>
  `addEventListener('load', () => { for (const source of ${JSON.stringify(sources)}) import(source); });`;
const moduleScript = /<script type="module" src="([^"]+)"><\/script>/g;

/** A proxy that runs until it is closed. */
export interface HoldingProxy {
  readonly origin: string;
  /** Holds back requests for paths of this form from now on. */
  hold(path: RegExp): void;
  /** Lets through what is held, and everything after it. */
  release(): void;
  close(): Promise<void>;
}

/** Starts a proxy before a server of pages and FHIR answers. Bound to loopback, on a free port. */
export async function startHoldingProxy(server: string): Promise<HoldingProxy> {
  const {hostname, port, host, origin: behind} = new URL(server);
  let held: RegExp | undefined;
  let waiting: (() => void)[] = [];
  let origin = '';
  let modules: string[] = [];
  const startLater = (page: string) => {
    modules = [...page.matchAll(moduleScript)].map(
      ([, source = '']) => new URL(source, origin).pathname,
    );
    return page
      .replaceAll(moduleScript, '')
      .replace('</head>', '<script src="/start.js"></script></head>');
  };
  const proxy = createServer((request, response) => {
    const pass = () => {
      const headers = {...request.headers, host, 'accept-encoding': 'identity'};
      // Answered whole each time: the page is changed on its way.
      delete headers['if-none-match'];
      delete headers['if-modified-since'];
      if (request.headers.origin) headers.origin = behind;
      const {url: path, method} = request;
      const asked = forward({hostname, port, path, method, headers}, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const type = answer.headers['content-type'] ?? '';
          const body = Buffer.concat(parts);
          const {'content-length': _length, ...rest} = answer.headers;
          response.writeHead(answer.statusCode ?? 500, rest);
          // The server names itself in links to further pages.
          if (type.includes('json')) response.end(body.toString('utf8').replaceAll(behind, origin));
          else if (type.includes('html')) response.end(startLater(body.toString('utf8')));
          else response.end(body);
        });
      });
      asked.on('error', () => response.destroy());
      request.pipe(asked);
    };
    if (request.url === '/start.js')
      response.writeHead(200, {'content-type': 'text/javascript'}).end(starter(modules));
    else if (held?.test(request.url ?? '')) waiting.push(pass);
    else pass();
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const address = proxy.address();
  if (!address || typeof address === 'string') throw new Error('The proxy has no port');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    hold(path) {
      held = path;
    },
    release() {
      held = undefined;
      const passing = waiting;
      waiting = [];
      for (const pass of passing) pass();
    },
    close: () =>
      new Promise((resolve) => {
        proxy.closeAllConnections();
        proxy.close(() => resolve());
      }),
  };
}
