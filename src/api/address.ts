/** Addresses a page gives us, and addresses a server gives us: which of them may be asked. */

/** Why a base address is refused. */
export type AddressProblem = 'missing' | 'notAnAddress' | 'scheme' | 'credentials' | 'notSecure';

/** A checked address, with a closing slash, or why it was refused. */
export type CheckedAddress =
  | {readonly base: string; readonly problem?: undefined}
  | {readonly problem: AddressProblem; readonly base?: undefined};

/** A checked Patient id, or why it was refused. */
export type CheckedPatient =
  | {readonly id: string; readonly problem?: undefined}
  | {readonly problem: 'missing' | 'notAnIdentifier'; readonly id?: undefined};

/** The page's own address, where there is a page. */
function pageAddress(): string | undefined {
  return (globalThis as {location?: {href?: string}}).location?.href;
}

/** An address parsed, or nothing. */
export function parseUrl(address: string, against?: string): URL | undefined {
  try {
    return new URL(address, against);
  } catch {
    return undefined;
  }
}

/**
 * Checks a FHIR base address: `https://…`, a path of the page's own origin (`/fhir`), or `http://…`
 * of this computer or of the page's own origin. Never throws.
 */
export function checkBaseUrl(value: unknown, page = pageAddress()): CheckedAddress {
  const given = typeof value === 'string' ? value.trim() : '';
  if (!given) return {problem: 'missing'};
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(given)) return {problem: 'scheme'};
  if (/[\s\\<>"{}|^`]/.test(given) || !/^(https?:\/\/[^/]|\/(?!\/))/i.test(given)) {
    return {problem: 'notAnAddress'};
  }
  const url = parseUrl(given, page);
  if (!url || url.search || url.hash) return {problem: 'notAnAddress'};
  if (url.username || url.password) return {problem: 'credentials'};
  if (url.protocol !== 'https:') {
    const here = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (url.protocol !== 'http:') return {problem: 'scheme'};
    if (!here && !(page && parseUrl(page)?.origin === url.origin)) return {problem: 'notSecure'};
  }
  return {base: url.href.replace(/\/*$/, '/')};
}

/** True for an id that can stand in an address as it is. FHIR allows fewer; servers in use allow `_`. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^(?!\.+$)[\w.~-]{1,128}$/.test(value);
}

/** True for what can be the name of a FHIR type. */
export function isType(value: string): boolean {
  return /^[A-Z][A-Za-z]{1,63}$/.test(value);
}

/** Checks the Patient id a page gives us. Never throws. */
export function checkPatient(value: unknown): CheckedPatient {
  const id = typeof value === 'string' ? value.trim() : '';
  if (!id) return {problem: 'missing'};
  return isId(id) ? {id} : {problem: 'notAnIdentifier'};
}

/** True when an address is of the base's origin and under its path, so that it may be given the token. */
export function isUnderBase(url: URL, base: URL): boolean {
  return (
    url.origin === base.origin &&
    !url.username &&
    !url.password &&
    `${url.pathname}/`.startsWith(base.pathname) &&
    // Dots the URL parser left, which a server may still resolve.
    !/\.\.|%2e|%2f|%5c/i.test(url.pathname)
  );
}
