/**
 * Servers in use, as the scripted server plays them: what makes each one different when a record is
 * read. Behaviour from the published specifications named in docs/phr-api-contract.md; every resource
 * is our own.
 */
import type {FhirClientOptions} from '../../../src/api/fhir-client.js';
import type {Rule, ScriptedServerOptions} from '../scripted-server.js';

const number = {system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018'};
const byNumber = {identifier: number};

/** One server: how it behaves, and what a host has to say to use it. */
export interface ServerProfile {
  readonly server: ScriptedServerOptions;
  readonly client: Partial<FhirClientOptions>;
}

const conditions = (count: number): object[] =>
  Array.from({length: count}, (_, index) => ({
    resourceType: 'Condition',
    id: `condition-${String(index + 1)}`,
    subject: {reference: 'Patient/p1'},
    code: {text: 'Asthma'},
    recordedDate: `20${String(25 - index).padStart(2, '0')}-03-01`,
  }));

const observations = ['laboratory', 'vital-signs'].map((code, index) => ({
  resourceType: 'Observation',
  id: `observation-${String(index + 1)}`,
  status: 'final',
  category: [
    {coding: [{system: 'http://terminology.hl7.org/CodeSystem/observation-category', code}]},
  ],
  code: {text: 'Haemoglobin'},
  subject: {reference: 'Patient/p1'},
  effectiveDateTime: `2025-0${String(index + 1)}-01`,
}));

const patient = {resourceType: 'Patient', id: 'p1', identifier: [number]};
const usual = [patient, ...conditions(5), ...observations];

/** A CapabilityStatement of a FHIR version, and nothing more. */
const statement = (fhirVersion: string): object => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  fhirVersion,
  rest: [{mode: 'server'}],
});

const withoutCategory: Rule = {
  when: {path: 'Observation', query: {category: null, code: null}},
  do: [{fail: {status: 400, code: 'required', text: 'A category or code is required'}}],
};

/** Every server of the contract whose reading differs. */
export const serverProfiles = {
  /** NHS Patient Care Aggregator: no capabilities, NHS numbers in place of ids, 207 with an outcome as `include`. */
  patientCareAggregator: {
    server: {
      base: 'https://sandbox.api.example/patient-care-aggregator/FHIR/R4',
      metadata: null,
      records: [
        {
          resourceType: 'Appointment',
          id: 'appointment-1',
          status: 'booked',
          start: '2027-01-05T10:00:00+00:00',
          description: 'Cardiology',
          basedOn: [{identifier: [{value: 'UBRN-CANARY'}]}],
          participant: [{actor: byNumber}, {actor: {display: 'Leeds clinic'}}],
        },
      ],
      rules: [
        {
          when: {path: 'Appointment'},
          do: [
            {status: 207},
            {outcome: {severity: 'error', code: 'exception', mode: 'include'}},
            {link: ['self', null]},
          ],
        },
      ],
    },
    client: {
      owner: {parameter: 'patient:identifier', value: `${number.system}|${number.value}`},
      headers: () => ({'X-Correlation-ID': 'b1a6a2f4-0000-4000-8000-000000000001'}),
    },
  },

  /** NHS Prescriptions for Patients: Bundles inside the searchset, and notes that tracking is not available. */
  prescriptionsForPatients: {
    server: {
      base: 'https://sandbox.api.example/prescriptions-for-patients',
      metadata: null,
      records: ['one', 'two'].map((id) => ({
        resourceType: 'MedicationRequest',
        id,
        status: 'active',
        intent: 'order',
        subject: {reference: 'Patient/p1'},
        medicationCodeableConcept: {text: 'Amlodipine 5mg tablets'},
      })),
      rules: [
        {
          when: {path: 'MedicationRequest'},
          do: [
            {noMode: true},
            {nest: 1},
            {outcome: {severity: 'warning', code: 'not-supported', mode: 'include'}},
          ],
        },
      ],
    },
    client: {},
  },

  /** NHS Personal Demographics Service: a sensitive Patient, and no header that a page can read. */
  personalDemographics: {
    server: {
      base: 'https://sandbox.api.example/personal-demographics/FHIR/R4',
      metadata: null,
      records: [
        {
          ...patient,
          meta: {
            security: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
                code: 'R',
                display: 'restricted',
              },
            ],
          },
        },
      ],
      rules: [{when: {path: 'Patient/p1', nth: 1}, do: [{fail: {status: 429, code: 'throttled'}}]}],
    },
    client: {},
  },

  /** NHS App API: no capabilities, and throttling that does not say for how long. */
  nhsApp: {
    server: {
      base: 'https://sandbox.api.example/nhs-app/FHIR/R4',
      metadata: null,
      records: usual,
      rules: [{when: {nth: [1, 2]}, do: [{fail: {status: 429, code: 'throttled'}}]}],
    },
    client: {},
  },

  /** Patients Know Best and GP Connect (Patient Facing): FHIR STU3. */
  stu3: {server: {records: usual, metadata: statement('3.0.2')}, client: {}},

  /** Azure: `self` and `next` only, the next page by a token in the address. */
  azure: {
    server: {
      base: 'https://trust.fhir.azurehealthcareapis.example',
      records: usual,
      rules: [
        {
          when: {path: 'Condition', query: {ct: null}},
          do: [
            {set: [['total']]},
            {
              link: [
                'next',
                'https://trust.fhir.azurehealthcareapis.example/Condition?patient=p1&ct=W3sidG9r%22%7D%5D',
              ],
            },
          ],
        },
        {when: {path: 'Condition', query: {ct: '*'}}, do: [{set: [['entry'], []]}]},
      ],
    },
    client: {},
  },

  /** Google Cloud: a long path, and a page token. */
  google: {
    server: {
      base: 'https://healthcare.googleapis.example/v1/projects/p/locations/l/datasets/d/fhirStores/s/fhir',
      records: usual,
      rules: [
        {
          when: {path: 'Condition', query: {_page_token: null}},
          do: [{link: ['next', 'Condition/?patient=p1&_page_token=Cj%3D%3D']}],
        },
        {
          when: {path: 'Condition/'},
          do: [{status: 200}, {body: {resourceType: 'Bundle', type: 'searchset'}}],
        },
      ],
    },
    client: {},
  },

  /** HAPI: opaque pages on the base itself, and 400 for a parameter it does not know. */
  hapi: {
    server: {base: 'https://hapi.example/fhir', records: usual, pageSize: 2, strict: true},
    client: {},
  },

  /** HAPI behind a proxy that it does not know of: pages under the inner name. */
  hapiBehindProxy: {
    server: {
      base: 'https://phr.example/fhir',
      records: usual,
      rules: [
        {
          when: {path: 'Condition'},
          do: [{link: ['next', 'http://hapi-internal:8080/fhir?_getpages=1&_getpagesoffset=2']}],
        },
      ],
    },
    client: {},
  },

  /** Firely: refuses what it does not know. */
  firely: {
    server: {
      base: 'https://firely.example/R4',
      records: usual,
      rules: [{do: [{refuse: ['_revinclude', '_include'], with: 400}]}],
    },
    client: {},
  },

  /** Medplum: limits how much is asked. */
  medplum: {
    server: {
      base: 'https://api.medplum.example/fhir/R4',
      records: usual,
      rules: [{when: {nth: 1}, do: [{fail: {status: 429}}, {header: ['Retry-After', '3']}]}],
    },
    client: {},
  },

  /** Epic: wants a category, and warns among the entries. */
  epic: {
    server: {
      base: 'https://epic.example/interconnect/api/FHIR/R4',
      records: usual,
      rules: [
        withoutCategory,
        {when: {path: 'Condition'}, do: [{outcome: {severity: 'warning', code: 'informational'}}]},
      ],
    },
    client: {},
  },

  /** Oracle Health: `_revinclude=Provenance:target` only with a search it likes. */
  oracle: {
    server: {
      base: 'https://fhir.oracle.example/r4/tenant',
      records: usual,
      rules: [{do: [{refuse: ['_revinclude'], with: 422}]}],
    },
    client: {},
  },
} as const satisfies Readonly<Record<string, ServerProfile>>;
