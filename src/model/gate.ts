/**
 * The clinical safety gate: every resource passes it before any decoder sees it, so that no element can forget
 * a rule. FHIR R4, 'Modifier extensions' and 'implicitRules': what carries one that we do not know must not be
 * shown as if it did not. Contained and referenced resources pass it as well before a word of theirs is used.
 */
import {get, list, objects, type JsonObject} from './fhir-json.js';

/** `excluded`: neither shown nor counted; `withheld`: not shown, and counted; `open`: may be decoded. */
export type GateAnswer = 'open' | 'excluded' | 'withheld';

const enteredInError = 'entered-in-error';
/** The same in words, where no code was sent. */
const mistake = /^\s*entered[\s-]+in[\s-]+error\s*$/i;

/** More parts than this in one resource is no record of a person: it is withheld instead of searched. */
const mostParts = 200_000;

/** True when a `modifierExtension` stands anywhere in a resource, whatever its depth; we know none. */
function hasModifierExtension(resource: object): boolean {
  // A stack of our own: the depth is the sender's to choose.
  const stack: object[] = [resource];
  let parts = 0;
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (++parts > mostParts) return true;
    if (Array.isArray(at)) {
      for (const item of at as readonly unknown[])
        if (item && typeof item === 'object') stack.push(item);
      continue;
    }
    for (const key in at) {
      // Own keys only: a host page may have put names on `Object.prototype`.
      if (!Object.hasOwn(at, key)) continue;
      const value = (at as Readonly<Record<string, unknown>>)[key];
      if (key === 'modifierExtension') {
        if (list(value).length > 0) return true;
        // What is contained passes the gate by itself when it is used.
      } else if (value && typeof value === 'object' && key !== 'contained') stack.push(value);
    }
  }
  return false;
}

const says = (words: unknown): boolean => typeof words === 'string' && mistake.test(words);
const codedStatuses = ['verificationStatus', 'clinicalStatus'];

/** True when a status of any sort says that the resource was a mistake. Its code system is not asked for. */
function isEnteredInError(resource: unknown): boolean {
  if (get(resource, 'status') === enteredInError || get(resource, 'docStatus') === enteredInError)
    return true;
  for (const element of codedStatuses) {
    const concept = get(resource, element);
    if (concept === undefined) continue;
    const isMistake = ({code, display}: JsonObject): boolean =>
      code === enteredInError || says(display);
    if (says(get(concept, 'text')) || objects(get(concept, 'coding')).some(isMistake)) return true;
  }
  return false;
}

/** Decides whether a resource may be decoded at all. */
export function gate(resource: object): GateAnswer {
  if (isEnteredInError(resource)) return 'excluded';
  return (get(resource, 'implicitRules') ?? '') !== '' || hasModifierExtension(resource)
    ? 'withheld'
    : 'open';
}
