/** From what a page sets to a client of one person's record, or to why there is none. */
import {checkBaseUrl, checkPatient} from '../../api/address.js';
import type {CapabilityOverrides} from '../../api/capabilities.js';
import {createFhirClient} from '../../api/fhir-client.js';
import type {PhrClient} from '../../api/phr-client.js';
import type {GetToken, TransportOptions} from '../../api/transport.js';
import type {PhrErrorCode, PhrErrorDetail} from './provider.events.js';

/** What a page may set on a provider. Its functions are asked of this object each time: a page may make them anew. */
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

/** A client, at once or soon, or what is wrong; neither when the page has not said yet where the record is. */
export interface Connection {
  readonly client?: PhrClient | Promise<PhrClient>;
  readonly problem?: PhrErrorDetail;
}

const credentialModes = ['omit', 'same-origin', 'include'] as const;

const refused = (code: PhrErrorCode, name: string, why: string): Connection => ({
  problem: {code, message: `${name} was refused: ${why}`},
});

/** Makes the client that a page asks for. A whole client comes first, then resources, then a server. Never throws. */
export function connect(page: ConnectionOptions, onSubject: (subject: string) => void): Connection {
  const {client, resources, baseUrl, patient, types, scopes, capabilities, owner} = page;
  if (client) return {client};
  if (resources !== undefined) {
    // Pages with a server never need this part.
    const client = import('../../api/static-client.js').then(({createStaticClient}) =>
      createStaticClient({resources, patient: patient || undefined, types}),
    );
    return {client};
  }
  if (!baseUrl) return {};
  const address = checkBaseUrl(baseUrl).problem;
  if (address) return refused('bad-base-url', 'base-url', address);
  // The patient often comes a moment later, from the page's own script.
  if (!patient) return {};
  const person = checkPatient(patient).problem;
  if (person) return refused('bad-patient', 'patient', person);
  return {
    client: createFhirClient({
      baseUrl,
      patient,
      onSubject,
      capabilities,
      owner,
      scopes,
      credentials: credentialModes.find((mode) => mode === page.credentials),
      getToken: page.getToken && ((request) => page.getToken?.(request)),
      fetch: page.fetch && ((...request) => (page.fetch ?? fetch)(...request)),
      headers: page.headers && ((request) => page.headers?.(request) ?? {}),
    }),
  };
}
