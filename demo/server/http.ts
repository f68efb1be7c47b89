/** Between Node's HTTP and our requests and answers: bodies, headers, CORS. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {fhirJson} from './answer.js';
import type {Answer} from './answer.js';

/** Largest body that is read, in bytes. */
export const largestBody = 5_000_000;

/** Reads a body as text; undefined when it is larger than `largestBody`. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size <= largestBody) parts.push(bytes);
  }
  return size > largestBody ? undefined : Buffer.concat(parts).toString('utf8');
}

/** Headers that let a page of an allowed origin read an answer; none for others. */
export function corsHeaders(
  origin: string | undefined,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  if (origin === undefined || !allowed.includes(origin)) return {Vary: 'Origin'};
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'ETag, Location, Last-Modified, Retry-After, WWW-Authenticate',
  };
}

/** The answer to a preflight. */
export function preflight(): Answer {
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'Access-Control-Allow-Headers':
        'Accept, Authorization, Content-Type, Prefer, If-Match, If-None-Match, If-None-Exist, X-Request-ID, X-Correlation-ID',
      'Access-Control-Max-Age': '600',
    },
  };
}

/** Sends an answer. `bare` sends the headers alone, for HEAD. */
export function send(
  response: ServerResponse,
  answer: Answer,
  extra: Readonly<Record<string, string>>,
  bare: boolean,
): void {
  const body =
    answer.json === undefined
      ? Buffer.from(answer.content ?? '')
      : Buffer.from(JSON.stringify(answer.json));
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...extra,
    ...(answer.json !== undefined && {'Content-Type': `${fhirJson}; charset=utf-8`}),
    ...answer.headers,
  };
  if (answer.status !== 204 && answer.status !== 304)
    headers['Content-Length'] = String(body.length);
  response.writeHead(answer.status, headers);
  if (bare || answer.status === 204 || answer.status === 304) {
    response.end();
  } else if (answer.breakAfter === undefined) {
    response.end(body);
  } else {
    const part = body.subarray(0, Math.floor(body.length * answer.breakAfter));
    response.write(part, () => response.destroy());
  }
}
