/** Why an address or an id that a page gives us is refused. A part of what is fetched when it was. */
import {baseOf, idOf, isPlain, pageAddress, parseUrl} from './address.js';

/** Why a base address is refused. */
export type AddressProblem = 'missing' | 'notAnAddress' | 'scheme' | 'credentials' | 'notSecure';

/** A checked address, with a closing slash, or why it was refused. */
export type CheckedAddress = {readonly base: string} | {readonly problem: AddressProblem};

/** A checked Patient id, or why it was refused. */
export type CheckedPatient =
  {readonly id: string} | {readonly problem: 'missing' | 'notAnIdentifier'};

/** Why an address that was refused was. */
function problemOf(given: string, page: string | undefined): AddressProblem {
  if (!given) return 'missing';
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(given)) return 'scheme';
  const url = isPlain(given) ? parseUrl(given, page) : undefined;
  if (!url || url.search || url.hash) return 'notAnAddress';
  if (url.username || url.password) return 'credentials';
  return url.protocol === 'http:' ? 'notSecure' : 'scheme';
}

/** Checks a FHIR base address, and says why when it is refused. Never throws. */
export function checkBaseUrl(value: unknown, page = pageAddress()): CheckedAddress {
  const base = baseOf(value, page);
  if (base) return {base};
  return {problem: problemOf(typeof value === 'string' ? value.trim() : '', page)};
}

/** Checks the Patient id a page gives us, and says why when it is refused. Never throws. */
export function checkPatient(value: unknown): CheckedPatient {
  const id = idOf(value);
  if (id) return {id};
  return {problem: typeof value === 'string' && value.trim() ? 'notAnIdentifier' : 'missing'};
}
