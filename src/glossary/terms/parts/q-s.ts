/** A part of the bundled glossary, as a chunk of its own: the letters Q to S. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as q} from '../q.js';
import {terms as r} from '../r.js';
import {terms as s} from '../s.js';

export const terms: readonly BundledTerm[] = [q, r, s].flat();
