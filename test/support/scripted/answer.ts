/** An answer being made, and its way over the wire: whole, in pieces, broken off, in another encoding. */
import type {VirtualClock} from './clock.js';

/** An answer while the rules work on it. */
export interface Draft {
  status: number;
  headers: [string, string][];
  json: unknown;
  text: string | undefined;
  delay: number;
  hang: boolean;
  drop: 'before' | 'mid-body' | undefined;
  drip: {bytes: number; every: number} | undefined;
  truncate: number | undefined;
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'latin1';
  pad: number;
}

const fhirJson = 'application/fhir+json;charset=utf-8';

/** An answer that nothing has been done to. */
export function draft(status: number, json: unknown): Draft {
  return {
    status,
    headers: [['Content-Type', fhirJson]],
    json,
    text: undefined,
    delay: 0,
    hang: false,
    drop: undefined,
    drip: undefined,
    truncate: undefined,
    encoding: 'utf-8',
    pad: 0,
  };
}

function encode(text: string, encoding: Draft['encoding']): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    return new TextEncoder().encode(encoding === 'utf-8' ? text : `\uFEFF${text}`);
  }
  if (encoding === 'latin1') return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  for (let index = -1; index < text.length; index++) {
    view.setUint16(index * 2 + 2, index < 0 ? 0xfeff : text.charCodeAt(index), true);
  }
  return bytes;
}

/** Sends an answer. */
export function respond(
  answer: Draft,
  clock: Pick<VirtualClock, 'after'>,
  signal: AbortSignal | undefined,
): Response {
  const whole = answer.text ?? JSON.stringify(answer.json) ?? '';
  const padded = whole.padEnd(answer.pad, ' ');
  const bytes = encode(padded.slice(0, answer.truncate), answer.encoding);
  const headers = new Headers(answer.headers);
  if ([204, 205, 304].includes(answer.status)) {
    return new Response(null, {status: answer.status, headers});
  }
  const size = answer.drip?.bytes ?? Math.max(bytes.length, 1);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      signal?.addEventListener('abort', () => {
        try {
          controller.error(new DOMException('The operation was aborted.', 'AbortError'));
        } catch {
          // The body has ended already.
        }
      });
    },
    async pull(controller) {
      if (answer.drop === 'mid-body' && at >= bytes.length / 2) {
        controller.error(new TypeError('network error'));
        return;
      }
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      const every = answer.drip?.every;
      if (every !== undefined && at > 0) {
        await new Promise<void>((resolve) => clock.after(every, resolve));
        if (signal?.aborted) return;
      }
      const end = answer.drop === 'mid-body' ? Math.ceil(bytes.length / 2) : at + size;
      controller.enqueue(bytes.slice(at, end));
      at = end;
    },
  });
  return new Response(body, {status: answer.status, headers});
}
