/** Procedures: what was done, or was not. */
import {get, type FhirResource} from '../../fhir-json.js';
import {notesSection, performers, statusFact, type DetailParts} from './common.js';
import {clinicalValues, whoValues} from './people.js';
import {choice, conceptValues, fact, parts, section, type Scope} from './scope.js';

/** Decodes a Procedure. */
export function procedureDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const devices = parts(scope, at('focalDevice')).flatMap((device) => [
    ...clinicalValues(scope, device['manipulated']),
    ...conceptValues(device['action']),
  ]);
  const status = at('status');
  return {
    notices: [
      ...(status === 'not-done' ? (['notDone'] as const) : []),
      ...(status === 'unknown' ? (['notKnown'] as const) : []),
    ],
    sections: [
      ...section('details', [
        ...statusFact('eventStatus', resource),
        ...fact('statusReason', conceptValues(at('statusReason'))),
        ...fact('when', choice(scope, resource, 'performed')),
        ...fact('category', conceptValues(at('category'))),
        ...fact(
          'whatFor',
          conceptValues(at('reasonCode')),
          clinicalValues(scope, at('reasonReference')),
        ),
        ...fact('bodySite', conceptValues(at('bodySite'))),
        ...fact('outcome', conceptValues(at('outcome'))),
        ...fact(
          'complications',
          conceptValues(at('complication')),
          clinicalValues(scope, at('complicationDetail')),
        ),
        ...fact('followUp', conceptValues(at('followUp'))),
        ...fact(
          'equipment',
          devices,
          conceptValues(at('usedCode')),
          clinicalValues(scope, at('usedReference')),
        ),
      ]),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...performers(scope, at('performer'), {actor: 'actor', role: 'function'}),
      ...fact('where', whoValues(scope, at('location'))),
      ...fact('recordedBy', whoValues(scope, at('recorder'))),
      ...fact('toldBy', whoValues(scope, at('asserter'))),
    ],
  };
}
