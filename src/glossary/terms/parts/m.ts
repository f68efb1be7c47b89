/** A part of the bundled glossary, as a chunk of its own: the letter M. */
export {terms} from '../m.js';
