/** Who put something in a record and where it came from, as far as the record says. */
import {get, list, object, objects, text, type FhirResource} from '../fhir-json.js';
import {parseFhirDate} from '../fhir-date.js';
import {gate} from '../gate.js';
import {clean, firstLabel, readable, sameSystem} from '../label.js';
import type {Author} from '../timeline.js';
import {openResource, type DecodeContext} from './entry.js';

/** A HumanName in one line: its text, else its parts. */
export function humanName(name: unknown): string | undefined {
  const whole = readable(get(name, 'text'));
  if (whole) return whole;
  const parts = [
    ...list(get(name, 'prefix')),
    ...list(get(name, 'given')),
    get(name, 'family'),
    ...list(get(name, 'suffix')),
  ];
  return clean(parts.filter((part) => typeof part === 'string').join(' '));
}

/**
 * The name to call somebody by: the usual one in use now, else the official one, else any that is in use, else the
 * first. Every person has some name here: one whose period has passed is better than none.
 */
export function currentName(names: unknown, now: number): string | undefined {
  const all = objects(names);
  if (all.length <= 1) return humanName(all[0]);
  const inUse = all.filter((name) => {
    const end = parseFhirDate(get(name['period'], 'end'));
    const start = parseFhirDate(get(name['period'], 'start'));
    const past = name['use'] === 'old' || name['use'] === 'maiden';
    return !past && (!end || end.to > now) && (!start || start.from <= now);
  });
  const order = [
    inUse.find((name) => name['use'] === 'usual'),
    inUse.find((name) => name['use'] === 'official'),
    all.find((name) => name['use'] === 'official'),
    ...inUse,
    ...all,
  ];
  for (const name of order) {
    const words = humanName(name);
    if (words) return words;
  }
  return undefined;
}

/** Somebody or something that a Reference leads to. */
export interface Party extends Author {
  /** The organisation they acted for, or the organisation itself. */
  readonly place?: string | undefined;
}

const typePrefix = /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]+(?:\/_history\/[A-Za-z0-9.-]+)?$/;

/** The resource type a Reference names, if it names one. */
export function referenceType(reference: unknown): string | undefined {
  return (
    text(get(reference, 'type')) ?? typePrefix.exec(text(get(reference, 'reference')) ?? '')?.[1]
  );
}

/** Who a Reference means, in words of the record. Undefined: nobody, or nobody with a name or type that we know. */
export function readParty(
  reference: unknown,
  within: FhirResource,
  context: DecodeContext,
): Party | undefined {
  if (!object(reference)) return undefined;
  const found = openResource(reference, within, context);
  const type = found?.resourceType ?? referenceType(reference);
  // A reference that names no type, as one to an NHS number alone, may be the person's too.
  if ((type ?? 'Patient') === 'Patient' && context.isPatient(reference)) return {who: 'patient'};
  const display = readable(get(reference, 'display'));
  const now = context.now ?? Date.now();
  switch (type) {
    case 'Practitioner':
    case 'RelatedPerson': {
      const name = currentName(get(found, 'name'), now) ?? display;
      const role = type === 'RelatedPerson' ? firstLabel(get(found, 'relationship')) : undefined;
      return {who: type === 'Practitioner' ? 'professional' : 'related', name, role};
    }
    case 'PractitionerRole': {
      const who = found && openResource(get(found, 'practitioner'), found, context);
      const name =
        currentName(get(who, 'name'), now) ??
        readable(get(get(found, 'practitioner'), 'display')) ??
        display;
      const role = firstLabel(get(found, 'code'));
      const place = found && placeName(get(found, 'organization'), found, context);
      return {who: 'professional', name, role, place};
    }
    case 'Organization':
    case 'CareTeam':
    case 'HealthcareService':
    case 'Location': {
      const name = readable(get(found, 'name')) ?? display;
      return {who: 'organisation', name, place: name};
    }
    case 'Device': {
      const name = deviceName(found) ?? display;
      return {who: 'device', name};
    }
    case 'Patient':
      // Another Patient, or one that nobody can place: never the person, and nameless.
      return undefined;
    default:
      return display ? {who: 'unknown', name: display} : undefined;
  }
}

/** The names of at most three professionals among those that some References lead to. */
export function professionalsOf(
  references: readonly unknown[],
  within: FhirResource,
  context: DecodeContext,
): string | undefined {
  const names = references.flatMap((reference) => {
    const party = readParty(reference, within, context);
    return party?.who === 'professional' && party.name ? [party.name] : [];
  });
  return names.slice(0, 3).join(', ') || undefined;
}

/** What a Device is called: its own name, else its type. */
export function deviceName(device: unknown): string | undefined {
  for (const name of list(get(device, 'deviceName'))) {
    const words = readable(get(name, 'name'));
    if (words) return words;
  }
  return firstLabel(get(device, 'type'));
}

/** The name of the organisation or place that a Reference leads to. */
export function placeName(
  reference: unknown,
  within: FhirResource,
  context: DecodeContext,
): string | undefined {
  if (!object(reference)) return undefined;
  const found = openResource(reference, within, context);
  return readable(get(found, 'name')) ?? readable(get(reference, 'display'));
}

/** Who recorded an entry and where it came from. */
export interface Source {
  readonly author: Author;
  readonly place: string | undefined;
}

const authorTypes = ['author', 'enterer', 'informant', 'performer', 'AUT', 'ENT', 'INF'];
const custodianTypes = ['custodian', 'assembler', 'transmitter', 'verifier', 'composer'];

/** The codes of what an agent of a Provenance did. */
function agentTypes(agent: unknown): readonly unknown[] {
  return list(get(get(agent, 'type'), 'coding')).map((coding) => get(coding, 'code'));
}

/** True when the person wrote it themselves: HL7 v3 `PATAST`, or a 'patient-supplied' tag. */
function saysPatientAsserted(resource: FhirResource): boolean {
  const meta = get(resource, 'meta');
  return (
    meta !== undefined &&
    (list(get(meta, 'security')).some(
      (coding) =>
        get(coding, 'code') === 'PATAST' &&
        sameSystem(
          get(coding, 'system'),
          'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
        ),
    ) ||
      list(get(meta, 'tag')).some((coding) => get(coding, 'code') === 'patient-supplied'))
  );
}

const unknownAuthor: Author = Object.freeze({who: 'unknown'});

/**
 * Reads author and place: Provenance first, then the resource's own performer, author, recorder or asserter, then
 * its organisations, then `meta.source` when that is words and no address.
 */
export function readSource(
  resource: FhirResource,
  context: DecodeContext,
  reference: string,
  authors: readonly unknown[],
  places: readonly unknown[],
): Source {
  let author: Party | undefined;
  let place: string | undefined;
  for (const provenance of context.provenance(reference)) {
    if (gate(provenance) !== 'open') continue;
    const agents = objects(get(provenance, 'agent'));
    const wrote = agents.find((agent) =>
      agentTypes(agent).some((code) => authorTypes.includes(String(code))),
    );
    const other = agents.find(
      (agent) => !agentTypes(agent).some((code) => custodianTypes.includes(String(code))),
    );
    for (const agent of [wrote, other]) {
      author ??= readParty(get(agent, 'who'), provenance, context);
      place ??= placeName(get(agent, 'onBehalfOf'), provenance, context);
    }
    if (author) break;
  }
  let organisation: string | undefined;
  for (const each of authors) {
    if (author && author.who !== 'organisation' && (place ?? author.place)) break;
    const party = readParty(each, resource, context);
    if (party?.who === 'organisation') organisation ??= party.name;
    else if (party) author ??= party;
  }
  if (saysPatientAsserted(resource) && (!author || author.who === 'unknown')) {
    author = {who: 'patient'};
  }
  place ??= author?.place;
  for (const each of places) place ??= placeName(each, resource, context);
  place ??= organisation;
  const meta = place === undefined && get(resource, 'meta');
  if (meta) place = readable(get(meta, 'source'));
  if (!author) {
    return {
      author: organisation ? {who: 'organisation', name: organisation} : unknownAuthor,
      place,
    };
  }
  const {who, name, role} = author;
  return {author: {who, name, role}, place};
}
