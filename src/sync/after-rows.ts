/**
 * What a reading needs once its first rows stand, and when something goes wrong. A lazy chunk, fetched beside the first
 * requests.
 */
export {heed} from './heed.js';
export {detailsOf, placesOf} from './notes.js';
export {detail, person, series} from './questions.js';
export {
  afterRows,
  confirm,
  dropType,
  fail,
  goOn,
  readAll,
  release,
  retry,
  taken,
  until,
} from './reading-later.js';
export {createStrictCheck} from './strict-check.js';
