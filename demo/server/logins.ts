/** Who can log in to the demo, and what each may see and do. */
import type {ReaderRole} from './access.js';

/** One log in to one person's record. */
export interface DemoLogin {
  /** What `POST /demo/session` is asked with. */
  readonly login: string;
  readonly name: string;
  readonly role: ReaderRole;
  /** Id of the Patient whose record is opened. */
  readonly patient: string;
  /** SMART v2 scopes, parted by spaces. */
  readonly scope: string;
  /** Last moment of the access, in milliseconds since 1970, when it ends. */
  readonly until?: number;
  /** Reason to look, as a v3-ActReason code: `ETREAT` is emergency treatment. */
  readonly purpose?: string;
  /** When this log in last looked, as a dateTime; handed to the page for 'new since last time'. */
  readonly since?: string;
}

/** Somebody around a demo person, as the people of the demo describe them. */
export interface GivenLogin {
  readonly key: string;
  readonly name: string;
  readonly role: ReaderRole;
  /** Id of the Patient whose record they open. */
  readonly for: string;
  readonly kinds?: 'all' | readonly ['appointments'];
  /** Last day of access, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly emergency?: true;
}

const readAll = 'patient/*.rs';
/** What each role may do: the person and a proxy write what is theirs to write; staff write for the place they work. */
const scopes: Readonly<Record<ReaderRole, string>> = {
  patient: `${readAll} patient/Observation.cruds patient/QuestionnaireResponse.crus patient/Consent.crus patient/Communication.crus patient/Task.crus`,
  proxy: `${readAll} patient/Observation.crus patient/QuestionnaireResponse.crus`,
  staff: 'user/*.crus',
};
const emergencyScope = 'user/*.rs';
const appointmentsScope = 'patient/Patient.rs patient/Appointment.rs';

/** The log in, with its rights, of somebody around a demo person. */
export function demoLogin({key, name, role, for: patient, ...more}: GivenLogin): DemoLogin {
  const onlyAppointments = more.kinds !== undefined && more.kinds !== 'all';
  return {
    login: key,
    name,
    role,
    patient,
    scope: onlyAppointments ? appointmentsScope : more.emergency ? emergencyScope : scopes[role],
    // The last day is part of the access, in UTC: an hour more or less does not matter in a demo.
    ...(more.until !== undefined && {until: Date.parse(`${more.until}T23:59:59.999Z`)}),
    ...(more.emergency && {purpose: 'ETREAT'}),
  };
}

/** The log in of each record's own person, for servers that are given no log ins: its name is the Patient's id. */
export function ownLogin(patient: string): DemoLogin {
  return {login: patient, name: patient, role: 'patient', patient, scope: scopes.patient};
}
