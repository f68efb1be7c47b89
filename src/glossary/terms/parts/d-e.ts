/** A part of the bundled glossary, as a chunk of its own: the letters D and E. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as d} from '../d.js';
import {terms as e} from '../e.js';

export const terms: readonly BundledTerm[] = [d, e].flat();
