/** Every class, event, context and type that a host or another component may use. Importing it has no side effect. */

// Elements.
export {PhrGlossary} from './components/glossary/glossary.js';
export {PhrGlossarySearch} from './components/glossary-search/glossary-search.js';
export {PhrPerson} from './components/person/person.js';
export {PhrProvider} from './components/provider/provider.js';
export {PhrRecordTimeline} from './components/record-timeline/record-timeline.js';
export {PhrTerm} from './components/term/term.js';

// Events.
export {EntryQueryEvent} from './components/entry-detail/entry-detail.events.js';
export {
  QuestionEvent,
  TermReportEvent,
  TermsProblemEvent,
  type QuestionDetail,
  type TermReportDetail,
  type TermsProblemDetail,
} from './components/glossary/glossary.events.js';
export {
  PhrErrorEvent,
  PhrSessionExpiredEvent,
  PhrStatusEvent,
  type PhrErrorCode,
  type PhrErrorDetail,
} from './components/provider/provider.events.js';
export {
  FilterChangeEvent,
  LogInEvent,
  RecordOpenEvent,
  type FilterChangeDetail,
  type RecordOpenDetail,
} from './components/record-timeline/record-timeline.events.js';

// The seam between elements and where a record comes from.
export {
  glossaryContext,
  type Explainer,
  type TermAction,
  type TermDesk,
  type TermScope,
} from './context/glossary-context.js';
export {personContext} from './context/person-context.js';
export {recordContext, type RecordSource} from './context/record-context.js';
export {settingsContext, type Settings} from './context/settings-context.js';

// Reading: a client of a server, of resources at hand, or of the host's own.
export {createFhirClient} from './api/fhir-client.js';
export {createStaticClient} from './api/static-client.js';
export {PhrError} from './api/errors.js';
export type {
  Answer,
  Notice,
  PhrCapabilities,
  PhrClient,
  PhrEntry,
  PhrPage,
  RequestOptions,
  SearchOptions,
} from './api/phr-client.js';
export type {CapabilityOverrides} from './api/capabilities.js';
export type {GetToken, TokenAnswer, TokenRequest} from './api/transport.js';

// What the widgets talk about.
export type {EntryDetail} from './model/detail.js';
export type {FhirResource} from './model/fhir-json.js';
export type {TimelineFilter} from './model/filter.js';
export type {
  About,
  FoundTerm,
  GlossaryTerm,
  Meaning,
  TermCheck,
  TermKind,
  TermReview,
  TermSource,
  TermTopic,
} from './model/glossary.js';
export type {Person, Viewer} from './model/person.js';
export {recordKinds, type RecordKind} from './model/record-kind.js';
export type {Series, SeriesPoint} from './model/series.js';
export type {
  Reading,
  TimelineEntry,
  TimelineQuery,
  TimelineReader,
  TimelineState,
} from './model/timeline.js';

// Words: for a host that brings a language, or replaces some of ours.
export {chartWords} from './i18n/chart.js';
export {dateWords} from './i18n/dates.js';
export {detailWords} from './i18n/detail.js';
export {filterWords} from './i18n/filters.js';
export {glossaryWords} from './i18n/glossary.js';
export {glossaryPanelWords} from './i18n/glossary-panel.js';
export {glossarySearchWords} from './i18n/glossary-search.js';
export {personWords} from './i18n/person.js';
export {statusWords} from './i18n/status.js';
export {timelineWords} from './i18n/timeline.js';
export {timelineMoreWords} from './i18n/timeline-more.js';
export {registerWords, type WordSlice} from './i18n/words.js';
