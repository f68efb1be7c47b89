/** Parts that entries of every type share: where it came from, who recorded it, its visit, its files. */
import type {
  CodeSet,
  Correction,
  DetailItem,
  DetailSection,
  Fact,
  FileKind,
  Note,
  NoticeKey,
  ResultGroup,
} from '../../detail.js';
import {
  get,
  list,
  number,
  object,
  objects,
  referenceTo,
  text,
  type FhirResource,
} from '../../fhir-json.js';
import {firstLabel} from '../../label.js';
import {labelsOf} from '../named.js';
import {follow} from './follow.js';
import {
  codeValue,
  covered,
  dateValue,
  fact,
  parts,
  periodValue,
  prose,
  section,
  type Scope,
} from './scope.js';
import {noteValues, whoValue, whoValues} from './people.js';

/** What a family of decoders gives back; the rest of an `EntryDetail` is the same for all. */
export interface DetailParts {
  readonly notices?: readonly NoticeKey[];
  readonly sections: readonly DetailSection[];
  /** Reference elements that name who recorded, asked for or did it: rows of 'Where this came from'. */
  readonly source?: readonly Fact[];
  /** What was found, for results and measurements; it is what makes an entry a result. */
  readonly groups?: readonly ResultGroup[];
  readonly comments?: readonly Note[];
  /** What a corrected result was before. */
  readonly correction?: Correction | undefined;
  /** Who can explain a result. */
  readonly team?: string;
}

/** The visit an entry belongs to, with its date, when it is at hand. */
function visitFacts(scope: Scope, encounters: unknown): readonly Fact[] {
  const values = objects(encounters).flatMap((reference) => {
    const {resource, unsafe, isCovered} = follow(scope, reference);
    if (isCovered) return [covered];
    if (unsafe) return [];
    const name = firstLabel(get(resource, 'type')) ?? prose(get(reference, 'display'));
    return [
      name !== undefined && {type: 'text' as const, text: name},
      periodValue(get(resource, 'period')),
    ];
  });
  return fact('visit', values);
}

/** Who recorded it, when, and on whose behalf, as Provenance tells. */
function provenanceFacts(scope: Scope): readonly Fact[] {
  const reference = referenceTo(scope.resource) ?? scope.entry.reference;
  return scope.context.provenance(reference).flatMap((provenance) => {
    if (list(get(provenance, 'modifierExtension')).length > 0) {
      scope.withheld = true;
      return [];
    }
    // Who wrote down that somebody wrote something may be labelled as well.
    if (scope.covers?.({labels: labelsOf(provenance), isInside: true})) return [];
    const within: Scope = {...scope, resource: provenance, withheld: false};
    const facts = parts(within, get(provenance, 'agent')).flatMap((agent) => {
      const role = firstLabel(agent['role']) ?? firstLabel(agent['type']);
      return [
        ...fact('recordedBy', whoValues(within, agent['who'], role)),
        ...fact('onBehalfOf', whoValues(within, agent['onBehalfOf'])),
      ];
    });
    scope.withheld ||= within.withheld;
    return [
      ...facts,
      ...fact('recordedOn', dateValue(get(provenance, 'recorded'))),
      ...fact('setting', whoValues(within, get(provenance, 'location'))),
    ];
  });
}

/** Rows with the same label become one, so that nothing is said twice. */
export function joined(facts: readonly Fact[]): readonly Fact[] {
  const keys = [...new Set(facts.map(({key}) => key))];
  return keys.flatMap((key) =>
    fact(
      key,
      facts.filter((item) => item.key === key).flatMap(({values}) => values),
    ),
  );
}

/** 'Where this came from': what the entry's own decoder found, the place, the visit, and Provenance. */
export function sourceSection(scope: Scope, own: readonly Fact[]): readonly DetailSection[] {
  const {place} = scope.entry;
  const facts = joined([...own, ...provenanceFacts(scope)]);
  const isNamed = JSON.stringify(facts).includes(JSON.stringify(place ?? '').slice(1, -1));
  return section('source', [
    ...facts,
    ...(place && !isNamed ? fact('keptBy', {type: 'who', who: {patient: false, name: place}}) : []),
    ...visitFacts(scope, get(scope.resource, 'encounter') ?? get(scope.resource, 'context')),
  ]);
}

/** Media types to plain words; what a server calls a file is otherwise never shown. */
const mediaKinds: readonly (readonly [RegExp, FileKind])[] = [
  [/^application\/pdf/i, 'pdf'],
  [/^image\//i, 'picture'],
  [/^text\/html|xhtml/i, 'page'],
  [/^text\/(?:csv|xml)|^application\/(?:.*xml|.*json)$/i, 'data'],
  [/^text\/|rtf/i, 'text'],
  [/msword|wordprocessing|opendocument\.text/i, 'word'],
  [/ms-excel|spreadsheet/i, 'sheet'],
  [/^audio\//i, 'sound'],
  [/^video\//i, 'video'],
  [/dicom/i, 'scan'],
];

/** What sort of file a media type is. The order matters: the word processors' own types end in `xml` too. */
export function fileKind(mediaType: unknown): FileKind {
  const sent = text(mediaType) ?? '';
  if (/officedocument/i.test(sent)) {
    if (/wordprocessing/i.test(sent)) return 'word';
    return /spreadsheet/i.test(sent) ? 'sheet' : 'other';
  }
  return mediaKinds.find(([pattern]) => pattern.test(sent))?.[1] ?? 'other';
}

/** Files of a document or report: their name, sort and size. */
export function fileItems(attachments: readonly unknown[]): readonly DetailItem[] {
  return attachments
    .filter((item) => object(item))
    .map((attachment) => {
      const title = prose(get(attachment, 'title'));
      const bytes = number(get(attachment, 'size'));
      return {
        ...(title && title !== '[link]' && {title}),
        facts: [
          ...fact('file', {
            type: 'file',
            kind: fileKind(get(attachment, 'contentType')),
            ...(bytes !== undefined && bytes > 0 && {bytes}),
          }),
          ...fact('fileDate', dateValue(get(attachment, 'creation'))),
        ],
      };
    });
}

/** The notes of an entry, as a section. */
export function notesSection(scope: Scope, json: unknown): readonly DetailSection[] {
  const values = noteValues(scope, json);
  return section(
    'notes',
    [],
    [],
    values.flatMap((value) => (value.type === 'note' ? [value.note] : [])),
  );
}

/** A status as a row. */
export function statusFact(set: CodeSet, resource: FhirResource): readonly Fact[] {
  return fact('status', codeValue(set, get(resource, 'status')));
}

/** People who took part, each with what they did. */
export function performers(
  scope: Scope,
  json: unknown,
  names: {readonly actor: string; readonly role: string},
): readonly Fact[] {
  return parts(scope, json).flatMap((performer) => {
    const role = firstLabel(performer[names.role]);
    return [
      ...fact('doneBy', whoValue(scope, performer[names.actor], role)),
      ...fact('onBehalfOf', whoValues(scope, performer['onBehalfOf'])),
    ];
  });
}
