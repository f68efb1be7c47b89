/** Letters and other documents: what they are, and the files in them. */
import type {DetailItem} from '../../detail.js';
import {get, type FhirResource} from '../../fhir-json.js';
import {fileItems, statusFact, type DetailParts} from './common.js';
import {clinicalValue, whoValues} from './people.js';
import {
  codeValue,
  conceptValues,
  dateValue,
  fact,
  part,
  parts,
  periodValue,
  section,
  textValue,
  type Scope,
} from './scope.js';

/** Decodes a DocumentReference. */
export function documentDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const context = part(scope, at('context'));
  const files = parts(scope, at('content')).map((content) => content['attachment']);
  const related = parts(scope, at('relatesTo')).map((item): DetailItem => ({
    facts: fact(
      'relation',
      codeValue('documentRelation', item['code']),
      clinicalValue(scope, item['target']),
    ),
  }));
  return {
    notices: [
      ...(at('status') === 'superseded' ? (['replaced'] as const) : []),
      ...(at('docStatus') === 'preliminary' ? (['notFinal'] as const) : []),
      ...(at('docStatus') === 'amended' ? (['corrected'] as const) : []),
    ],
    sections: [
      ...section('files', [], fileItems(files)),
      ...section(
        'details',
        [
          ...statusFact('documentStatus', resource),
          ...fact('documentState', codeValue('documentState', at('docStatus'))),
          ...fact('sort', conceptValues(at('type'))),
          ...fact('category', conceptValues(at('category'))),
          ...fact('description', textValue(at('description'))),
          ...fact('eventFor', conceptValues(context?.['event'])),
          ...fact('when', periodValue(context?.['period'])),
          ...fact('where', conceptValues(context?.['facilityType'])),
          ...fact('practice', conceptValues(context?.['practiceSetting'])),
        ],
        related,
      ),
    ],
    source: [
      ...fact('writtenBy', whoValues(scope, at('author'))),
      ...fact('checkedBy', whoValues(scope, at('authenticator'))),
      ...fact('keptBy', whoValues(scope, at('custodian'))),
      ...fact('recordedOn', dateValue(at('date'))),
    ],
  };
}
