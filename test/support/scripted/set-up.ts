/** A client before a scripted server, on a clock of their own. */
import {createFhirClient} from '../../../src/api/fhir-client.js';
import type {FhirClientOptions} from '../../../src/api/fhir-client.js';
import type {PhrClient} from '../../../src/api/phr-client.js';
// There from the beginning: on a clock that stands still nothing can be fetched.
import '../../../src/api/hard-cases.js';
import {createScriptedServer, createVirtualClock} from '../scripted-server.js';
import type {ScriptedServer, ScriptedServerOptions, VirtualClock} from '../scripted-server.js';

/** A client, its server, and the clock they share. */
export interface SetUp {
  readonly client: PhrClient;
  readonly server: ScriptedServer;
  readonly clock: VirtualClock;
}

/** The token that scripted servers of these tests let in. */
export const token = 'TOKEN-CANARY';

/**
 * Sets a client up before a server. Unless told otherwise, the client has the token, and asks for
 * `/metadata` only when a test does.
 */
export function setUp(
  server: ScriptedServerOptions = {},
  client: Partial<FhirClientOptions> = {},
): SetUp {
  const clock = createVirtualClock();
  const scripted = createScriptedServer({...server, clock});
  return {
    clock,
    server: scripted,
    client: createFhirClient({
      baseUrl: scripted.base,
      patient: 'p1',
      fetch: scripted.fetch,
      getToken: () => token,
      clock,
      checkVersion: false,
      ...client,
    }),
  };
}
