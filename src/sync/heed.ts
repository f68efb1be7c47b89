/** What servers say beside their answers. Part of a lazy chunk. */
import {kindsOfType} from '../model/record-kind.js';
import type {PhrPage} from '../api/phr-client.js';
import type {RecordStream} from './stream.js';
import type {ReaderCore} from './timeline-reader.js';

/** FHIR issue types that say, at whatever severity, that an answer may lack something. */
const lacking: ReadonlySet<string | undefined> = new Set([
  'incomplete',
  'timeout',
  'transient',
  'throttled',
  'too-costly',
]);

/** Takes in what a server said beside an answer, or what of it was no answer, and tells the host. Tells that it did. */
export function heed(
  {collection, onStatus}: ReaderCore,
  stream: RecordStream,
  page: PhrPage,
): true {
  const {source, query} = stream;
  if (page.lacking) stream.mayLack = true;
  const {type, parameters} = query;
  for (const notice of page.notices) {
    onStatus({type: 'notice', source, resourceType: type, notice});
    const {severity, code} = notice;
    if (severity === 'fatal' || severity === 'error') stream.troubled = true;
    if (stream.troubled || lacking.has(code)) stream.mayLack = true;
  }
  if (page.cut) onStatus({type: 'cut', source, resourceType: type, reason: page.cut});
  // What is no resource at all was received, and is not shown: it is counted with the rest of its kind.
  const damaged = page.damaged ?? 0;
  stream.found += damaged;
  for (let count = damaged; count > 0; count--) {
    // By where it came, so that a page that is read again after a failure is not counted twice.
    const place = `damaged ${type} ${parameters.join()} ${String(stream.page)}.${String(count)}`;
    collection.withhold(source, place, kindsOfType[type][0]);
  }
  return true;
}
