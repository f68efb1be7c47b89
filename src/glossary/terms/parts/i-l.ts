/** A part of the bundled glossary, as a chunk of its own: the letters I to L. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as i} from '../i.js';
import {terms as j} from '../j.js';
import {terms as k} from '../k.js';
import {terms as l} from '../l.js';

export const terms: readonly BundledTerm[] = [i, j, k, l].flat();
