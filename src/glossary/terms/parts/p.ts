/** A part of the bundled glossary, as a chunk of its own: the letter P. */
export {terms} from '../p.js';
