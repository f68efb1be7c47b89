/** DiagnosticReport: its results, its conclusion, and what was corrected. */
import {get, list} from '../../fhir-json.js';
import {allLabels} from '../../all-labels.js';
import {clean} from '../../label.js';
import {findingsOfMembers} from '../findings.js';
import {correctionPoints, resultPoints} from './observation.js';
import {textPoint} from './points.js';
import type {BodyReader} from './reader.js';

export const diagnosticReport: BodyReader = {
  points({resource, context, members}) {
    const findings = findingsOfMembers(members);
    const only = findings.length === 1 ? findings[0]?.value : undefined;
    return [
      ...resultPoints(findings, members),
      textPoint(clean(get(resource, 'conclusion')) ?? allLabels(get(resource, 'conclusionCode'))),
      ...correctionPoints(resource, context, only),
    ];
  },
  authors: (resource) => [
    ...list(get(resource, 'performer')),
    ...list(get(resource, 'resultsInterpreter')),
  ],
};
