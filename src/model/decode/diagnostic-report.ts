/** DiagnosticReport: a report with its results inside. */
import {get} from '../fhir-json.js';
import {conceptLabel, firstLabel, hasCode} from '../label.js';
import type {Decoder} from './entry.js';
import {membersOf, resultStatuses, specimenSort} from './members.js';

/** HL7 v2 table 0074, diagnostic service sections. */
const sections = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const imaging = 'RAD RX CT CTH NMR NMS OUS RUS VUS CUS XRC IMG'.split(' ');
const laboratory = 'LAB HM CH MB MCB MYC SR VR IMM BG BLB TX OTH'.split(' ');

export const diagnosticReport: Decoder = {
  dates: ['effectiveDateTime', 'effectivePeriod', 'issued'],
  statuses: resultStatuses,
  read(resource, context, when, {lead, status}) {
    const members = membersOf(get(resource, 'result'), resource, context);
    const category = get(resource, 'category');
    const isTest = hasCode(category, sections, ...laboratory) || members.shown.length > 0;
    return {
      sort: hasCode(category, sections, ...imaging)
        ? 'scan'
        : (specimenSort(resource, context) ?? (isTest ? 'testResult' : 'report')),
      lead,
      title: conceptLabel(get(resource, 'code')) ?? firstLabel(category),
      statuses: [status, ...members.statuses],
      until: when.until,
      members,
    };
  },
};
