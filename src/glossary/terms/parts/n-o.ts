/** A part of the bundled glossary, as a chunk of its own: the letters N and O. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as n} from '../n.js';
import {terms as o} from '../o.js';

export const terms: readonly BundledTerm[] = [n, o].flat();
