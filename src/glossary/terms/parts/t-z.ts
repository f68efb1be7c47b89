/** A part of the bundled glossary, as a chunk of its own: the letters T to Z, and what begins with a sign. */
import type {BundledTerm} from '../bundled-term.js';
import {terms as symbols} from '../symbols.js';
import {terms as t} from '../t.js';
import {terms as u} from '../u.js';
import {terms as v} from '../v.js';
import {terms as w} from '../w.js';
import {terms as x} from '../x.js';
import {terms as y} from '../y.js';
import {terms as z} from '../z.js';

export const terms: readonly BundledTerm[] = [symbols, t, u, v, w, x, y, z].flat();
