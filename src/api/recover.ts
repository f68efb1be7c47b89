/** What follows an answer that is no success: a fresh token, another try, or an error. A part of `hard-cases.ts`. */
import {PhrError} from './errors.js';
import type {PhrErrorKind} from './errors.js';
import {backoff, longestWait, mostTries, readRetryAfter, shared, sleep} from './retry.js';
import {parseResource} from './transport.js';
import type {Line, Reply} from './transport.js';

/** What an HTTP status means for a read of one resource (`one`) or a search. */
export function kindOfStatus(status: number, one: boolean): PhrErrorKind {
  if (status === 401) return 'session';
  if (status === 403) return 'refused';
  if (status === 404 || status === 410) return one ? 'notFound' : 'notOffered';
  if (status === 405 || status === 501) return 'notOffered';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server' : 'badRequest';
}

/** The error for an answer that is not a success. */
function failure({response, body}: Reply, one: boolean, retryAfter?: number): PhrError {
  const {status} = response;
  const outcome = parseResource(body);
  return new PhrError(kindOfStatus(status, one), {
    status,
    ...(retryAfter !== undefined && {retryAfter}),
    ...(outcome?.resourceType === 'OperationOutcome' && {outcome}),
  });
}

/** Keeps every request of a line from a busy server until the moment that it named. */
function holdUntil(line: Line, moment: number): void {
  const {clock} = line;
  const earlier = line.notBefore ?? 0;
  line.notBefore = Math.max(earlier, moment);
  line.hold = async (signal) => {
    const wait = (line.notBefore ?? 0) - clock.now();
    if (wait <= 0) return;
    if (wait > longestWait) throw new PhrError('throttled', {retryAfter: wait});
    await sleep(clock, wait + clock.random() * 1000, signal);
  };
}

/** Tries again where that may help. Gives back the answer of a try that succeeded; fails with `PhrError`. */
export async function recover(
  first: Reply,
  one: boolean,
  line: Line,
  attempt: (token?: string) => Promise<Reply>,
  signal?: AbortSignal,
): Promise<Reply> {
  const {clock} = line;
  let reply = first;
  let renewed: string | undefined;
  for (let tries = 1; !reply.response.ok; reply = await attempt(renewed)) {
    const {status, headers} = reply.response;
    if (status === 401 && line.options.getToken && renewed === undefined) {
      line.renew ??= shared(clock, async (until) => {
        const token = await line.ask('expired', until);
        line.renewals += 1;
        return token;
      });
      // Somebody else may have had it renewed while this request was out.
      renewed = await (reply.renewals === line.renewals
        ? line.renew(signal)
        : line.ask('first', signal));
      continue;
    }
    if (status !== 429 && status !== 503) throw failure(reply, one);
    const now = clock.now();
    const told = readRetryAfter(headers.get('Retry-After'), now, headers.get('Date'));
    if (told !== undefined) holdUntil(line, now + told);
    if (tries === mostTries || (told ?? 0) > longestWait) throw failure(reply, one, told);
    if (told === undefined) await sleep(clock, backoff(tries, clock.random()), signal);
    tries += 1;
  }
  return reply;
}
