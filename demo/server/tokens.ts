/**
 * Bearer tokens of the demo: signed by the server, for one log in and one person. There are no passwords: anybody who can reach the demo
 * can have any token, and the demo is bound to this machine alone.
 */
import {createHmac, randomBytes, randomUUID, timingSafeEqual} from 'node:crypto';
import type {Reader, ReaderRole} from './access.js';
import {isObject, text} from './json.js';
import type {Clock} from './types.js';

/** What a token says. `exp` is in seconds since 1970, as in a JSON Web Token. */
export interface TokenClaims {
  readonly sub: string;
  readonly patient: string;
  readonly role: ReaderRole;
  readonly scope: string;
  readonly exp: number;
  /** Why the page asked for it: `expired` marks a renewed token. */
  readonly reason: 'first' | 'expired';
  /** Emergency access and other reasons to look, as a v3-ActReason code. */
  readonly purpose?: string;
}

/** Whether a bearer token counts. */
export type TokenCheck =
  | {readonly ok: true; readonly claims: TokenClaims}
  | {readonly ok: false; readonly why: 'missing' | 'invalid' | 'expired'};

/** Issues and checks tokens with a secret that lives as long as the server. */
export class Tokens {
  readonly #secret = randomBytes(32);
  readonly #now: Clock;

  constructor(now: Clock) {
    this.#now = now;
  }

  /** A token that ends `lifetime` seconds from now. No two are the same. */
  issue(claims: Omit<TokenClaims, 'exp'>, lifetime: number): string {
    const exp = Math.floor(this.#now() / 1000) + lifetime;
    const head = encode({alg: 'HS256', typ: 'JWT'});
    const body = `${head}.${encode({...claims, exp, jti: randomUUID()})}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** Checks the `Authorization` header of a request. */
  check(authorization: string | undefined): TokenCheck {
    const match = /^Bearer ([\w-]+\.[\w-]+)\.([\w-]+)$/i.exec(authorization ?? '');
    if (!match) return {ok: false, why: authorization === undefined ? 'missing' : 'invalid'};
    const [, body = '', signature = ''] = match;
    const given = Buffer.from(signature);
    const right = Buffer.from(this.#sign(body));
    if (given.length !== right.length || !timingSafeEqual(given, right))
      return {ok: false, why: 'invalid'};
    const claims = decode(body.split('.')[1] ?? '');
    if (!claims) return {ok: false, why: 'invalid'};
    return claims.exp * 1000 <= this.#now() ? {ok: false, why: 'expired'} : {ok: true, claims};
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}

/** The reader that a token makes. */
export function readerOf({sub, role, patient, scope}: TokenClaims): Reader {
  return {login: sub, role, patient, scope};
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): TokenClaims | undefined {
  // The signature is ours, so the content is what `issue` wrote; it is still checked before it is believed.
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  if (!isObject(value) || text(value['sub']) === undefined || text(value['patient']) === undefined)
    return undefined;
  return value as unknown as TokenClaims;
}
