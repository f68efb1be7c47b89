/** A part of the bundled glossary, as a chunk of its own: the letter C. */
export {terms} from '../c.js';
