/** What the demo server is given and what it stores: FHIR R4 resources as plain JSON. */

/** A FHIR R4 resource as JSON. What is inside is read through checks, not trusted. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

/** A resource to load, however its maker typed it. */
export interface GivenResource {
  readonly resourceType: string;
  readonly id?: string | undefined;
}

/** One person's record to load: everything in it belongs to that person unless it says otherwise. */
export interface DemoRecord {
  /** Logical id of the Patient. */
  readonly patient: string;
  readonly resources: readonly GivenResource[];
}

/** Milliseconds since 1970. */
export type Clock = () => number;

/** Label system of entries that the server holds back; see `docs/demo-server.md`. */
export const withholdSystem = 'https://phr-widgets.example/demo/withhold';

/** Who an entry is held back from: `proxy` from carers and proxies, `patient` from them and from the person. */
export type Withheld = 'proxy' | 'patient';
