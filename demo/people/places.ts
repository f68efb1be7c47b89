/**
 * The invented places and people of the demo's health service. None of them exists. Telephone
 * numbers are from the ranges that Ofcom keeps free for drama.
 */
import type {
  Location,
  Meta,
  Organization,
  Practitioner,
  PractitionerRole,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import {idOf} from './random.js';
import {withheldTag} from './withhold.js';

interface Place {
  readonly name: string;
  readonly phone?: string;
  readonly partOf?: 'northmoor' | 'threeRivers';
  /** True: that it stands in a record at all would give something away. */
  readonly heldBack?: true;
}

/** Organizations. Named by key everywhere else. */
export const places = {
  niddValley: {name: 'Nidd Valley Surgery', phone: '01632 960101'},
  northmoor: {name: 'Northmoor Hospitals', phone: '01632 960200'},
  northmoorLab: {name: 'Northmoor Hospitals pathology', partOf: 'northmoor'},
  northmoorEyes: {name: 'Northmoor Diabetic Eye Screening', phone: '01632 960215'},
  threeRivers: {name: 'Three Rivers Hospital', phone: '01632 960300'},
  threeRiversLab: {name: 'Three Rivers Hospital laboratory', partOf: 'threeRivers'},
  bridgeStreet: {name: 'Bridge Street Pharmacy', phone: '01632 960140'},
  canalSide: {name: 'Canal Side Medical Centre', phone: '01632 960111'},
  harbourLane: {name: 'Harbour Lane Surgery', phone: '01632 960112'},
  foundryStreet: {name: 'Foundry Street Practice', phone: '01632 960113'},
  moorEnd: {name: 'Moor End Surgery', phone: '01632 960114'},
  lookedAfter: {name: 'Northmoor Looked After Children Health Team', phone: '01632 960220'},
  ghyllProject: {name: 'Ghyll Street Young People’s Project', phone: '01632 960151'},
  talking: {name: 'Northmoor Talking Therapies', phone: '01632 960222'},
  childDiabetes: {name: 'Northmoor Children’s Diabetes Team', partOf: 'northmoor'},
  childMentalHealth: {
    name: 'Northmoor Children and Young People’s Mental Health Team',
    phone: '01632 960224',
  },
  schoolHealth: {name: 'Northmoor School Nursing', phone: '01632 960226'},
  beckSide: {name: 'Beck Side Academy', phone: '01632 960161'},
  ribbleBank: {name: 'Ribble Bank Surgery', phone: '01632 960115'},
  stationRoad: {name: 'Station Road Practice', phone: '01632 960116'},
  safeguarding: {name: 'Northmoor Safeguarding Team', phone: '01632 960228', heldBack: true},
} as const satisfies Record<string, Place>;

/** The name of a place. */
export type PlaceKey = keyof typeof places;

interface Professional {
  readonly prefix?: string;
  readonly given: string;
  readonly family: string;
  readonly role: string;
  readonly place: PlaceKey;
}

/** Professionals. Named by key everywhere else. */
export const professionals = {
  drGarsdale: {
    prefix: 'Dr',
    given: 'Helen',
    family: 'Garsdale',
    role: 'General practitioner',
    place: 'niddValley',
  },
  drBishopdale: {
    prefix: 'Dr',
    given: 'Anil',
    family: 'Bishopdale',
    role: 'General practitioner',
    place: 'niddValley',
  },
  nurseCoverdale: {
    given: 'Ruth',
    family: 'Coverdale',
    role: 'Practice nurse, diabetes',
    place: 'niddValley',
  },
  linkWorker: {given: 'Joanne', family: 'Dentdale', role: 'Social prescriber', place: 'niddValley'},
  drRaydale: {
    prefix: 'Dr',
    given: 'Fiona',
    family: 'Raydale',
    role: 'Consultant physician',
    place: 'northmoor',
  },
  drKingsdale: {
    prefix: 'Dr',
    given: 'Tomas',
    family: 'Kingsdale',
    role: 'Consultant nephrologist',
    place: 'threeRivers',
  },
  wardNurse: {given: 'Grace', family: 'Barbondale', role: 'Ward nurse', place: 'northmoor'},
  pharmacist: {given: 'Yusuf', family: 'Arkengarth', role: 'Pharmacist', place: 'bridgeStreet'},
  screener: {given: 'Lynn', family: 'Waldendale', role: 'Retinal grader', place: 'northmoorEyes'},
  aeDoctor: {
    prefix: 'Dr',
    given: 'Simon',
    family: 'Deepdale',
    role: 'Emergency medicine doctor',
    place: 'northmoor',
  },
  drWensley: {
    prefix: 'Dr',
    given: 'Mary',
    family: 'Wensley',
    role: 'General practitioner',
    place: 'moorEnd',
  },
  drCotterdale: {
    prefix: 'Dr',
    given: 'Peter',
    family: 'Cotterdale',
    role: 'General practitioner',
    place: 'canalSide',
  },
  therapist: {
    given: 'Leanne',
    family: 'Sleddale',
    role: 'Psychological wellbeing practitioner',
    place: 'talking',
  },
  lacNurse: {given: 'Carol', family: 'Widdale', role: 'Specialist nurse', place: 'lookedAfter'},
  drApedale: {
    prefix: 'Dr',
    given: 'Nadia',
    family: 'Apedale',
    role: 'Consultant paediatrician',
    place: 'childDiabetes',
  },
  diabetesNurse: {
    given: 'Beth',
    family: 'Grisedale',
    role: 'Children’s diabetes specialist nurse',
    place: 'childDiabetes',
  },
  camhsNurse: {
    given: 'Owen',
    family: 'Uldale',
    role: 'Mental health nurse',
    place: 'childMentalHealth',
  },
  schoolNurse: {given: 'Tracey', family: 'Mossdale', role: 'School nurse', place: 'schoolHealth'},
  drBirkdale: {
    prefix: 'Dr',
    given: 'Amara',
    family: 'Birkdale',
    role: 'General practitioner',
    place: 'ribbleBank',
  },
  safeguardingLead: {
    given: 'Janet',
    family: 'Gunnerdale',
    role: 'Safeguarding nurse',
    place: 'safeguarding',
  },
} as const satisfies Record<string, Professional>;

/** The name of a professional. */
export type ProfessionalKey = keyof typeof professionals;

/** Locations. Named by key everywhere else. */
export const locations = {
  ward7: {name: 'Ward 7, Northmoor Hospitals', place: 'northmoor'},
  emergency: {name: 'Emergency Department, Northmoor Hospitals', place: 'northmoor'},
  childrensUnit: {name: 'Children’s Outpatients, Northmoor Hospitals', place: 'northmoor'},
  eyeVan: {name: 'Mobile screening unit, Nidd Valley Surgery car park', place: 'northmoorEyes'},
  room3: {name: 'Room 3, Nidd Valley Surgery', place: 'niddValley'},
  renalClinic: {name: 'Kidney Clinic, Three Rivers Hospital', place: 'threeRivers'},
} as const satisfies Record<string, {name: string; place: PlaceKey}>;

/** The name of a location. */
export type LocationKey = keyof typeof locations;

const ids = new Map<string, string>();

/** The id of a shared resource; worked out once, for long records name the same places often. */
function sharedId(name: string): string {
  const known = ids.get(name) ?? idOf(name);
  ids.set(name, known);
  return known;
}

/** A reference to an organization. */
export function placeRef(key: PlaceKey): Reference<Organization> {
  return {reference: `Organization/${sharedId(`place/${key}`)}`, display: places[key].name};
}

/** The name of a professional as it stands in a record. */
export function professionalName(key: ProfessionalKey): string {
  const person: Professional = professionals[key];
  return [person.prefix, person.given, person.family].filter(Boolean).join(' ');
}

/** A reference to a professional. */
export function professionalRef(key: ProfessionalKey): Reference<Practitioner> {
  return {
    reference: `Practitioner/${sharedId(`professional/${key}`)}`,
    display: professionalName(key),
  };
}

/** Who did something: the professional where named, else the place; absent when neither is. */
export function actorRef(
  by?: ProfessionalKey,
  place?: PlaceKey,
): Reference<Practitioner | Organization> | undefined {
  if (by) return professionalRef(by);
  return place && placeRef(place);
}

/** A reference to a professional in their post. */
export function roleRef(key: ProfessionalKey): Reference<PractitionerRole> {
  return {
    reference: `PractitionerRole/${sharedId(`role/${key}`)}`,
    display: `${professionalName(key)}, ${places[professionals[key].place].name}`,
  };
}

/** A reference to a location. */
export function locationRef(key: LocationKey): Reference<Location> {
  return {reference: `Location/${sharedId(`location/${key}`)}`, display: locations[key].name};
}

const keysOf = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];

function heldBack(key: PlaceKey): {meta?: Meta} {
  const place: Place = places[key];
  return place.heldBack ? {meta: {tag: [withheldTag('patient')]}} : {};
}

/** Every shared resource, by its reference. */
export const sharedResources: ReadonlyMap<string, Resource> = new Map(
  [
    ...keysOf(places).map((key): Organization => {
      const place: Place = places[key];
      return {
        resourceType: 'Organization',
        id: sharedId(`place/${key}`),
        ...heldBack(key),
        active: true,
        name: place.name,
        ...(place.phone && {telecom: [{system: 'phone', value: place.phone, use: 'work'}]}),
        ...(place.partOf && {partOf: placeRef(place.partOf)}),
      };
    }),
    ...keysOf(professionals).map((key): Practitioner => {
      const person: Professional = professionals[key];
      return {
        resourceType: 'Practitioner',
        id: sharedId(`professional/${key}`),
        ...heldBack(professionals[key].place),
        active: true,
        name: [
          {
            use: 'official',
            family: person.family,
            given: [person.given],
            ...(person.prefix && {prefix: [person.prefix]}),
          },
        ],
      };
    }),
    ...keysOf(professionals).map((key): PractitionerRole => ({
      resourceType: 'PractitionerRole',
      id: sharedId(`role/${key}`),
      active: true,
      practitioner: professionalRef(key),
      organization: placeRef(professionals[key].place),
      code: [{text: professionals[key].role}],
    })),
    ...keysOf(locations).map((key): Location => ({
      resourceType: 'Location',
      id: sharedId(`location/${key}`),
      status: 'active',
      name: locations[key].name,
      managingOrganization: placeRef(locations[key].place),
    })),
  ].map((resource) => [`${resource.resourceType}/${resource.id}`, resource]),
);
