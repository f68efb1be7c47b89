/**
 * What reading a server needs when it does not simply answer: refusals, waits, renewed tokens, Bundles inside Bundles, pages
 * that come again, and what it publishes of itself. A lazy chunk, fetched beside the first requests.
 */
export {readAnswer, unwrap} from './bundle.js';
export {knownOf, readCapabilities} from './known.js';
export {afterRefusal} from './ladder.js';
export {isRepeated} from './repeats.js';
export {recover} from './recover.js';
