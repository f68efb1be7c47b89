/** From what a page sets to a client of one person's record, or to what is wrong with it. */
import {baseOf, idOf} from '../../api/address.js';
import type {CapabilityOverrides} from '../../api/capabilities.js';
import {createFhirClient, type FhirClientOptions} from '../../api/fhir-client.js';
import type {PhrClient} from '../../api/phr-client.js';
import type {GetToken, TransportOptions} from '../../api/transport.js';
import type {PhrErrorCode} from './provider.events.js';

/** What a page may set on a provider. */
export interface ConnectionOptions {
  readonly baseUrl?: string;
  readonly patient?: string;
  readonly client?: PhrClient;
  readonly resources?: unknown;
  readonly types?: readonly string[];
  readonly scopes?: string;
  readonly credentials?: string;
  readonly capabilities?: CapabilityOverrides;
  readonly owner?: {readonly parameter: string; readonly value: string};
  readonly getToken?: GetToken;
  readonly fetch?: typeof fetch;
  readonly headers?: TransportOptions['headers'];
}

/**
 * A client, at once or soon, or what is wrong; nothing when the page has not said yet where the record is. A whole client
 * comes first, then resources, then a server. The functions of a page are asked of `page` each time: it may make them anew.
 */
export function connect(
  page: ConnectionOptions,
  onSubject: (subject: string) => void,
): PhrClient | Promise<PhrClient> | PhrErrorCode | undefined {
  const {client, resources, baseUrl, patient, types} = page;
  if (client) return client;
  if (resources !== undefined) {
    // Pages with a server never need this part.
    return import('../../api/static-client.js').then(({createStaticClient}) =>
      createStaticClient({resources, patient: patient || undefined, types}),
    );
  }
  if (!baseUrl) return undefined;
  if (!baseOf(baseUrl)) return 'bad-base-url';
  // The patient often comes a moment later, from the page's own script.
  if (!patient) return undefined;
  return idOf(patient) ? createFhirClient(page as FhirClientOptions, onSubject) : 'bad-patient';
}
