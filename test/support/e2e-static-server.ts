/**
 * A small server for end-to-end pages: files of the project under `/`, pages given as text, and headers of the test's
 * choice. Each page hears its own complaints first (`browser-watch.ts`). Bound to loopback, on a free port.
 */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {watchScript} from './browser-watch.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** A page given as text, with headers beside its type, for example a Content-Security-Policy. */
export interface Page {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The path of what is asked for and never comes: it is answered only when the server closes. */
export const neverComes = '/never.js';

/** A server that runs until it is closed. `requests` are the paths asked for, in order. */
export interface StaticServer {
  readonly origin: string;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts a server of `pages` by path (`/index.html`), and of the project's files under every other path. */
export async function startStaticServer(
  pages: Readonly<Record<string, Page>>,
): Promise<StaticServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(path);
    const page = pages[path];
    if (path === neverComes) return;
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (path === '/watch.js') {
      response.writeHead(200, {'content-type': types['.js']}).end(watchScript);
    } else if (page) {
      const html = page.html.replace(/<head>/, '<head><script src="/watch.js"></script>');
      response.writeHead(200, {'content-type': types['.html'], ...page.headers}).end(html);
    } else {
      const file = join(root, normalize(path));
      readFile(file).then(
        (content) =>
          response
            .writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'})
            .end(content),
        () => response.writeHead(404).end('Not found'),
      );
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
