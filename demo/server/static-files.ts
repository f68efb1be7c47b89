/** Serves files of a few folders, and nothing outside them. */
import {readFile, realpath, stat} from 'node:fs/promises';
import {extname, join, resolve, sep} from 'node:path';
import {createHash} from 'node:crypto';
import type {Answer} from './answer.js';
import {fhirJson} from './answer.js';

/** A folder and where it stands in the address. */
export interface StaticFolder {
  /** Path with a slash at both ends, for example `/` or `/phr-widgets/`. */
  readonly path: string;
  readonly folder: string;
  /**
   * True for recorded FHIR pages: `Observation` is answered with `Observation.json`, as FHIR, without the
   * Content-Security-Policy of pages.
   */
  readonly fhir?: boolean;
}

/** What pages may load when the server is not told otherwise: only what it serves itself, and nothing inline. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  // The one policy that Lit makes; nothing else may write markup.
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const notFound: Answer = {
  status: 404,
  headers: {'Content-Type': 'text/plain; charset=utf-8'},
  content: 'Not found\n',
};

/** Answers from folders; a longer path in the address goes before a shorter one. */
export class StaticFiles {
  readonly #folders: readonly StaticFolder[];
  readonly #policy: string;

  constructor(folders: readonly StaticFolder[], policy: string = strictPolicy) {
    this.#folders = [...folders].sort((a, b) => b.path.length - a.path.length);
    this.#policy = policy;
  }

  /** The file at a path of the address (still escaped), or 404. */
  async answer(pathname: string, ifNoneMatch?: string): Promise<Answer> {
    let path: string;
    try {
      path = decodeURIComponent(pathname);
    } catch {
      return notFound;
    }
    if (path.includes('\0') || path.includes('\\')) return notFound;
    for (const folder of this.#folders) {
      if (!path.startsWith(folder.path)) continue;
      const found = await fileIn(folder, path.slice(folder.path.length));
      if (found) return this.#file(found, folder, ifNoneMatch);
    }
    return notFound;
  }

  async #file(file: string, {fhir}: StaticFolder, ifNoneMatch?: string): Promise<Answer> {
    const content = await readFile(file);
    const extension = extname(file);
    const headers = {
      'Content-Type':
        fhir && extension === '.json' ? fhirJson : (types[extension] ?? 'application/octet-stream'),
      'Cache-Control': 'no-cache',
      ETag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      ...(extension === '.html' && {'Content-Security-Policy': this.#policy}),
    };
    if (ifNoneMatch === headers.ETag) return {status: 304, headers};
    return {status: 200, headers, content};
  }
}

/** The real file, when it is inside the folder: neither `..` nor a link leads out. */
async function fileIn({folder, fhir}: StaticFolder, path: string): Promise<string | undefined> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return undefined;
  const tries = path === '' || path.endsWith('/') ? [join(path, 'index.html')] : [path];
  if (fhir) tries.push(`${path}.json`);
  for (const name of tries) {
    if (name.split('/').some((step) => step.startsWith('.'))) continue;
    const file = await realpath(resolve(root, name)).catch(() => undefined);
    if (file === undefined || !file.startsWith(root + sep)) continue;
    if ((await stat(file)).isFile()) return file;
  }
  return undefined;
}
