/** Vaccinations, given or not. */
import {get, text, type FhirResource} from '../../fhir-json.js';
import {notesSection, performers, statusFact, type DetailParts} from './common.js';
import {clinicalValues, whoValues} from './people.js';
import {
  choice,
  conceptValues,
  dateValue,
  fact,
  parts,
  quantityValue,
  section,
  shortValue,
  textValue,
  words,
  yesNo,
  type Maybe,
  type Scope,
} from './scope.js';

/** A batch number is asked for when a batch is recalled: letters and digits are what it is, so it is shown as sent. */
function batch(json: unknown): Maybe {
  const sent = text(json)?.trim();
  return sent !== undefined && /^[\w ./-]{1,40}$/.test(sent) && {type: 'text', text: sent};
}

/** Decodes an Immunization. */
export function immunizationDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const protocols = parts(scope, at('protocolApplied'));
  const doses = protocols.map((protocol) => ({
    facts: [
      ...fact('series', textValue(protocol['series'])),
      ...fact('protects', conceptValues(protocol['targetDisease'])),
      ...fact('doseNumber', choice(scope, protocol, 'doseNumber'), seriesOf(scope, protocol)),
    ],
  }));
  const reactions = parts(scope, at('reaction')).map((reaction) => ({
    facts: [
      ...fact('manifestation', clinicalValues(scope, reaction['detail'])),
      ...fact('when', dateValue(reaction['date'])),
      ...fact('reactionNoted', yesNo(reaction['reported'])),
    ],
  }));
  return {
    notices: at('status') === 'not-done' ? ['notDone'] : [],
    sections: [
      ...section(
        'details',
        [
          ...statusFact('immunizationStatus', resource),
          ...fact('statusReason', conceptValues(at('statusReason'))),
          ...fact(
            'weaker',
            at('isSubpotent') === true && words('subpotent'),
            conceptValues(at('subpotentReason')),
          ),
          ...fact('when', textValue(at('occurrenceString'))),
          ...fact(
            'whatFor',
            conceptValues(at('reasonCode')),
            clinicalValues(scope, at('reasonReference')),
          ),
          ...fact('dose', quantityValue(scope, at('doseQuantity'))),
          ...fact('bodySite', conceptValues(at('site'))),
          ...fact('route', conceptValues(at('route'))),
          ...fact('manufacturer', whoValues(scope, at('manufacturer'))),
          ...fact('batch', batch(at('lotNumber'))),
          ...fact('expires', dateValue(at('expirationDate'))),
        ],
        doses,
      ),
      ...section('reactions', [], reactions),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...performers(scope, at('performer'), {actor: 'actor', role: 'function'}),
      ...fact('where', whoValues(scope, at('location'))),
      ...fact('recordedOn', dateValue(at('recorded'))),
      ...fact(
        'toldBy',
        at('primarySource') === false && words('reportedByOther'),
        conceptValues(at('reportOrigin')),
      ),
    ],
  };
}

/** How many doses make the series whole. */
function seriesOf(scope: Scope, protocol: unknown): readonly Maybe[] {
  return choice(scope, protocol, 'seriesDoses').map((value) =>
    value && value.type === 'count'
      ? {type: 'words', key: 'ofDoses', text: String(value.count.from)}
      : value && value.type === 'text'
        ? shortValue(value.text)
        : undefined,
  );
}
