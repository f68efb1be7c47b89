/** DiagnosticReport: a report with its results inside. */
import {get} from '../fhir-json.js';
import {hasCode} from '../label.js';
import type {Decoder} from './entry.js';
import {membersOf, resultStatuses, specimenSort} from './members.js';

/** HL7 v2 table 0074, diagnostic service sections. */
const sections = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const imaging = 'RAD RX CT CTH NMR NMS OUS RUS VUS CUS XRC IMG'.split(' ');
const laboratory = 'LAB HM CH MB MCB MYC SR VR IMM BG BLB TX OTH'.split(' ');

export const diagnosticReport: Decoder = {
  sort: 'report',
  dates: ['effectiveDateTime', 'effectivePeriod', 'issued'],
  names: ['code', 'category'],
  statuses: resultStatuses,
  members: (resource, context) => membersOf(get(resource, 'result'), resource, context),
  read(head, resource, context, _status, members) {
    const category = get(resource, 'category');
    if (hasCode(category, sections, ...imaging)) head.sort = 'scan';
    else {
      const isTest = hasCode(category, sections, ...laboratory) || !!members?.shown.length;
      head.sort = specimenSort(resource, context) ?? (isTest ? 'testResult' : head.sort);
    }
    return undefined;
  },
};
