/** A part of the bundled glossary, as a chunk of its own: the letters A and B. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as a} from '../a.js';
import {terms as b} from '../b.js';

export const terms: readonly BundledTerm[] = [a, b].flat();
