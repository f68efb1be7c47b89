/** The bundled glossary as one list, for whoever measures or tests it; a page fetches it in parts (`load.ts`). How it was made, and its limits: `docs/glossary.md`. */
import type {GlossaryTerm} from '../../model/glossary.js';
import {shaped, type BundledTerm} from './bundled-term.js';
import {terms as a} from './a.js';
import {terms as b} from './b.js';
import {terms as c} from './c.js';
import {terms as d} from './d.js';
import {terms as e} from './e.js';
import {terms as f} from './f.js';
import {terms as g} from './g.js';
import {terms as h} from './h.js';
import {terms as i} from './i.js';
import {terms as j} from './j.js';
import {terms as k} from './k.js';
import {terms as l} from './l.js';
import {terms as m} from './m.js';
import {terms as n} from './n.js';
import {terms as o} from './o.js';
import {terms as p} from './p.js';
import {terms as q} from './q.js';
import {terms as r} from './r.js';
import {terms as s} from './s.js';
import {terms as symbols} from './symbols.js';
import {terms as t} from './t.js';
import {terms as u} from './u.js';
import {terms as v} from './v.js';
import {terms as w} from './w.js';
import {terms as x} from './x.js';
import {terms as y} from './y.js';
import {terms as z} from './z.js';

const written: readonly (readonly BundledTerm[])[] = [
  a,
  b,
  c,
  d,
  e,
  f,
  g,
  h,
  i,
  j,
  k,
  l,
  m,
  n,
  o,
  p,
  q,
  r,
  s,
  symbols,
  t,
  u,
  v,
  w,
  x,
  y,
  z,
];

/** Every term that comes with the library. */
export const bundledTerms: readonly GlossaryTerm[] = written.flat().map(shaped);
