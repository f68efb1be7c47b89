/** What is known of one server, put together when somebody wants to know. A part of `hard-cases.ts`. */
import type {FhirResource} from '../model/fhir-json.js';
import {createCapabilities} from './capabilities.js';
import type {CapabilityOverrides, KnownCapabilities} from './capabilities.js';
import {PhrError} from './errors.js';
import type {PhrErrorKind} from './errors.js';
import type {Answer} from './phr-client.js';
import {shared} from './retry.js';
import {within} from './time.js';
import type {Clock} from './time.js';

/** What a client has found out of its server so far. */
export interface Findings {
  readonly clock: Clock;
  /** What the host says. */
  readonly overrides?: CapabilityOverrides;
  /** What tries have shown this session, by type and interaction, as in `Condition read`. */
  readonly learnt: Map<string, Answer>;
  /** SMART scopes, as the host or the last token told them. */
  scopes?: string;
  /** What `/metadata` answered. */
  statement?: FhirResource;
  /** Why `/metadata` could not be read the last time. */
  trouble?: PhrErrorKind;
  /** Asks for `/metadata`, whatever comes of it. */
  describe(signal?: AbortSignal): Promise<void>;
  /** Its reading beside the first request, once that is on its way. */
  describing?: Promise<void>;
  /** `describe`, once for all who wait for it. */
  describeOnce?: (signal?: AbortSignal) => Promise<void>;
  /** All of it together, once it has been asked for. */
  known?: KnownCapabilities;
}

/** Kinds of failure that say that a server has no CapabilityStatement, rather than 'not now'. */
const noStatement: ReadonlySet<PhrErrorKind | undefined> = new Set([
  'notOffered',
  'notFound',
  'refused',
  'badRequest',
  'notFhir',
]);

/** Kinds of failure after which nothing more can be read. */
const noReading: ReadonlySet<PhrErrorKind> = new Set([
  'aborted',
  'badAddress',
  'unsupportedVersion',
]);

/** All that is known by now. */
export function knownOf(findings: Findings): KnownCapabilities {
  const {overrides, learnt, scopes, statement} = findings;
  findings.known ??= createCapabilities(overrides, learnt);
  if (scopes) findings.known.grant(scopes);
  if (statement) findings.known.publish(statement);
  return findings.known;
}

/** The same, with what the server publishes of itself: asked for unless it is known, or known not to be there. */
export async function readCapabilities(
  findings: Findings,
  signal?: AbortSignal,
): Promise<KnownCapabilities> {
  const {clock, describe, describing} = findings;
  findings.describeOnce ??= shared(clock, describe);
  if (describing && !findings.statement && !findings.trouble) {
    await within(clock, undefined, 'aborted', signal, () => describing);
  } else if (!findings.statement && !noStatement.has(findings.trouble)) {
    // Not now is asked again next time; not here is not.
    await findings.describeOnce(signal);
  }
  const {trouble} = findings;
  if (trouble && noReading.has(trouble)) throw new PhrError(trouble);
  return knownOf(findings);
}
