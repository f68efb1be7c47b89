/** From what a page sets to a client of one person's record, or to why there is none. */
import {checkBaseUrl, checkPatient} from '../../api/address.js';
import type {CapabilityOverrides} from '../../api/capabilities.js';
import {createFhirClient} from '../../api/fhir-client.js';
import type {PhrClient} from '../../api/phr-client.js';
import type {GetToken, TransportOptions} from '../../api/transport.js';
import type {PhrErrorDetail} from './provider.events.js';

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
  readonly onSubject: (subject: string) => void;
}

/** A client, at once or soon, or what is wrong; neither when the page has not said yet where the record is. */
export type Connection =
  | {readonly client: PhrClient | Promise<PhrClient>; readonly problem?: undefined}
  | {readonly problem?: PhrErrorDetail; readonly client?: undefined};

const credentialModes: ReadonlySet<string> = new Set(['omit', 'same-origin', 'include']);

/** Makes the client that a page asks for. A whole client comes first, then resources, then a server. Never throws. */
export function connect(options: ConnectionOptions): Connection {
  const {client, resources, baseUrl, patient, types} = options;
  if (client) return {client};
  if (resources !== undefined) {
    // Pages with a server never need this part.
    const client = import('../../api/static-client.js').then(({createStaticClient}) =>
      createStaticClient({resources, ...(patient && {patient}), ...(types && {types})}),
    );
    return {client};
  }
  if (!baseUrl) return {};
  const address = checkBaseUrl(baseUrl);
  if ('problem' in address) {
    return {
      problem: {code: 'bad-base-url', message: `base-url was refused: ${address.problem}`},
    };
  }
  // The patient often comes a moment later, from the page's own script.
  if (!patient) return {};
  const person = checkPatient(patient);
  if ('problem' in person) {
    return {problem: {code: 'bad-patient', message: `patient was refused: ${person.problem}`}};
  }
  const {
    credentials = 'omit',
    getToken,
    fetch,
    headers,
    capabilities,
    owner,
    scopes,
    onSubject,
  } = options;
  return {
    client: createFhirClient({
      baseUrl,
      patient,
      onSubject,
      ...(credentialModes.has(credentials) && {
        credentials: credentials as 'omit' | 'same-origin' | 'include',
      }),
      ...(getToken && {getToken}),
      ...(fetch && {fetch}),
      ...(headers && {headers}),
      ...(capabilities && {capabilities}),
      ...(owner && {owner}),
      ...(scopes && {scopes}),
    }),
  };
}
