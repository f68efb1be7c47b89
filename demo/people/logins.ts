/** Log-ins of staff: who they are, and what they are to the person. */
import {professionalName, professionalRef, professionals} from './places.js';
import type {ProfessionalKey} from './places.js';
import type {Login} from './types.js';

/** The log-in of a member of staff for one person's record. */
export function staffLogin(key: string, who: ProfessionalKey, patient: string): Login {
  return {
    key,
    name: professionalName(who),
    role: 'staff',
    relationship: professionals[who].role,
    for: patient,
    user: professionalRef(who).reference ?? '',
  };
}
