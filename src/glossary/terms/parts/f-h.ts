/** A part of the bundled glossary, as a chunk of its own: the letters F to H. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as f} from '../f.js';
import {terms as g} from '../g.js';
import {terms as h} from '../h.js';

export const terms: readonly BundledTerm[] = [f, g, h].flat();
