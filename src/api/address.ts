/** Addresses a page gives us, and addresses a server gives us: which of them may be asked. */

/** The page's own address, where there is a page. */
export function pageAddress(): string | undefined {
  return (globalThis as {location?: {href?: string}}).location?.href;
}

/** An address parsed, or nothing. */
export function parseUrl(address = '', against?: string): URL | undefined {
  try {
    return new URL(address, against);
  } catch {
    return undefined;
  }
}

/** True for what is written as `http(s)://…` or as a path, with nothing in it that browsers would mend. */
export function isPlain(address: string): boolean {
  return /^(https?:\/)?\/(?!\/)[^\s\\<>"{}|^`]*$/i.test(address);
}

/**
 * A FHIR base address with a closing slash: `https://…`, a path of the page's own origin (`/fhir`), or `http://…` of this
 * computer or of the page's own origin. Empty for anything else: `address-problems.ts` says why. Never throws.
 */
export function baseOf(value: unknown, page = pageAddress()): string {
  const given = typeof value === 'string' ? value.trim() : '';
  const url = isPlain(given) ? parseUrl(given, page) : undefined;
  if (!url || url.search || url.hash || url.username || url.password) return '';
  const {protocol, hostname, origin, href} = url;
  const isSafe =
    protocol === 'https:' ||
    (protocol === 'http:' &&
      (/^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ||
        parseUrl(page)?.origin === origin));
  return isSafe ? href.replace(/\/*$/, '/') : '';
}

/** True for an id that can stand in an address as it is. FHIR allows fewer; servers in use allow `_`. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^(?!\.+$)[\w.~-]{1,128}$/.test(value);
}

/** True for what can be the name of a FHIR type. */
export function isType(value: string): boolean {
  return /^[A-Z][A-Za-z]{1,63}$/.test(value);
}

/** The Patient id a page gives us; empty when it cannot be one. Never throws. */
export function idOf(value: unknown): string {
  const id = typeof value === 'string' ? value.trim() : '';
  return isId(id) ? id : '';
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
