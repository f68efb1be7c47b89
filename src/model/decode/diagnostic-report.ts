/** DiagnosticReport: a report with its results inside. */
import {get, list} from '../fhir-json.js';
import {allLabels, clean, conceptLabel, firstLabel, hasCode} from '../label.js';
import type {EntryKey} from '../status.js';
import type {Point} from '../timeline.js';
import {firstDate, point, statusOf, textPoint, type Decoder} from './entry.js';
import {readMembers, resultStatuses} from './findings.js';
import {correctionPoints, specimenSort} from './observation.js';

/** HL7 v2 table 0074, diagnostic service sections. */
const sections = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const imaging = ['RAD', 'RX', 'CT', 'CTH', 'NMR', 'NMS', 'OUS', 'RUS', 'VUS', 'CUS', 'XRC', 'IMG'];
const laboratory = [
  'LAB',
  'HM',
  'CH',
  'MB',
  'MCB',
  'MYC',
  'SR',
  'VR',
  'IMM',
  'BG',
  'BLB',
  'TX',
  'OTH',
];

function sortOf(resource: unknown): EntryKey {
  const category = get(resource, 'category');
  if (hasCode(category, sections, ...imaging)) return 'scan';
  return hasCode(category, sections, ...laboratory) ? 'testResult' : 'report';
}

export const diagnosticReport: Decoder = {
  kind: () => 'results',
  when: (resource) => firstDate(resource, 'effectiveDateTime', 'effectivePeriod', 'issued'),
  read(resource, context, when) {
    const meaning = statusOf(get(resource, 'status'), resultStatuses);
    if (!meaning) return 'withheld';
    const members = readMembers(get(resource, 'result'), resource, context);
    const points: (Point | undefined)[] = [];
    for (const finding of members.findings) points.push({type: 'finding', finding});
    if (members.unsafe > 0) points.push(point('unsafeResults', {count: members.unsafe}));
    points.push(
      textPoint(clean(get(resource, 'conclusion')) ?? allLabels(get(resource, 'conclusionCode'))),
    );
    if (meaning.point === 'correctedOn' || meaning.point === 'changedOn') {
      const only = members.findings.length === 1 ? members.findings[0]?.value : undefined;
      points.push(...correctionPoints(resource, context, meaning.point, only));
    }
    const sort = sortOf(resource);
    const performers = list(get(resource, 'performer'));
    return {
      sort:
        sort === 'scan'
          ? sort
          : (specimenSort(get(resource, 'specimen'), resource, context) ??
            (sort === 'report' && members.findings.length > 0 ? 'testResult' : sort)),
      lead: meaning.lead,
      title: conceptLabel(get(resource, 'code')) ?? firstLabel(get(resource, 'category')),
      statuses: [meaning.status, ...members.statuses],
      points,
      until: when.until,
      authors: [...performers, ...list(get(resource, 'resultsInterpreter'))],
      visit: get(resource, 'encounter'),
      parts: members.parts,
      partsComplete: members.complete && members.unsafe === 0,
    };
  },
};
