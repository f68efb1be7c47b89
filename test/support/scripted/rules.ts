/** What a scripted server is told to do: rules that can be written as JSON, one behaviour each. */

/** Which requests a rule is for. Everything given must hold. */
export interface When {
  readonly method?: string;
  /** Path under the base, `*` standing for anything, for example `Observation/*`. */
  readonly path?: string;
  /** Search parameters by name: a value, `*` for any value, `null` for absent. */
  readonly query?: Readonly<Record<string, string | null>>;
  /** Only the nth request that matches the rest, counted from 1; or a range. */
  readonly nth?: number | readonly [from: number, to: number];
  /** The bearer token sent; `null` for none. */
  readonly token?: string | null;
  /** The origin asked; the server's own unless set. `*` for any other. */
  readonly origin?: string;
}

/** One thing to do to an answer. Steps run in order. */
export type Step =
  | {readonly status: number}
  | {readonly header: readonly [name: string, value: string]}
  /** JSON in place of the answer. */
  | {readonly body: unknown}
  /** Text in place of the answer. */
  | {readonly text: string}
  /** A log-in page, with status 200. */
  | {readonly html: true}
  /** Milliseconds before the answer begins. */
  | {readonly delay: number}
  /** Never answers. */
  | {readonly hang: true}
  /** The connection breaks: before the answer, or in the middle of its body. */
  | {readonly drop: 'before' | 'mid-body'}
  /** Sends the body in pieces of so many bytes, so many milliseconds apart. */
  | {readonly drip: {readonly bytes: number; readonly every: number}}
  /** Only so many characters of the body. */
  | {readonly truncate: number}
  | {readonly encoding: 'utf-8-bom' | 'utf-16le' | 'latin1'}
  /** Makes the body at least so many bytes long, with white space. */
  | {readonly pad: number}
  /** 302 to an address. */
  | {readonly redirect: string}
  /** The Bundle's link of a relation; `null` takes it away. */
  | {readonly link: readonly [relation: string, url: unknown]}
  /** Search parameters that are ignored, and left out of the self link. */
  | {readonly ignore: readonly string[]}
  /** Search parameters that are refused with a status, when asked with. */
  | {readonly refuse: readonly string[]; readonly with: number}
  /** Puts the entries into Bundles inside the Bundle, this deep. */
  | {readonly nest: number}
  /** Adds an OperationOutcome among the entries. */
  | {
      readonly outcome: {
        readonly severity: string;
        readonly code: string;
        readonly mode?: string;
        readonly text?: string;
      };
    }
  /** Answers with an OperationOutcome in place of the Bundle. */
  | {readonly fail: {readonly status: number; readonly code?: string; readonly text?: string}}
  /** Adds an entry to the Bundle as it is. */
  | {readonly entry: unknown}
  /** Sets a value inside the answer: path parts, then the value; `undefined` takes it away. */
  | {readonly set: readonly [path: readonly (string | number)[], value?: unknown]}
  /** Takes `search` from every entry. */
  | {readonly noMode: true}
  /** Every resource is said to be about another patient. */
  | {readonly swapPatient: string};

/** One rule: for these requests, do this. */
export interface Rule {
  readonly when?: When;
  readonly do: readonly Step[];
}

/** A request as it was seen. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly origin: string;
  /** Path under the base, without a leading slash. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  readonly credentials: string | undefined;
  readonly redirect: string | undefined;
  readonly cache: string | undefined;
  /** When it came, by the server's clock. */
  readonly at: number;
  /** True once the caller let go of it. */
  readonly aborted: () => boolean;
}

/** Matches a path against a pattern in which `*` stands for anything. */
function fits(pattern: string, value: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === value;
  let at = 0;
  return parts.every((part, index) => {
    if (index === 0) {
      at = part.length;
      return value.startsWith(part);
    }
    if (index === parts.length - 1) return value.endsWith(part) && value.length - part.length >= at;
    const found = value.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

/** True when a rule is for a request, leaving out `nth`. */
export function matches(when: When, request: SeenRequest, ownOrigin: string): boolean {
  const {method, path, query, token, origin} = when;
  if (origin === undefined ? request.origin !== ownOrigin : !fits(origin, request.origin)) {
    return false;
  }
  if (method !== undefined && method !== request.method) return false;
  if (path !== undefined && !fits(path, request.path)) return false;
  if (token !== undefined && (token ?? undefined) !== request.token) return false;
  return Object.entries(query ?? {}).every(([name, value]) => {
    const sent = request.query.filter(([key]) => key === name).map(([, given]) => given);
    if (value === null) return sent.length === 0;
    return value === '*' ? sent.length > 0 : sent.includes(value);
  });
}

/** True when the nth request is one a rule is for. */
export function isNth(nth: When['nth'], count: number): boolean {
  if (nth === undefined) return true;
  return typeof nth === 'number' ? nth === count : count >= nth[0] && count <= nth[1];
}
