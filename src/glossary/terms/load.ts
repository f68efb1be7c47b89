/** Fetches the bundled glossary in parts: a slow device that reads all of it at once could not answer to a touch meanwhile. */
import type {GlossaryTerm} from '../../model/glossary.js';
import {shaped} from './bundled-term.js';

const parts = [
  () => import('./parts/a-b.js'),
  () => import('./parts/c.js'),
  () => import('./parts/d-e.js'),
  () => import('./parts/f-h.js'),
  () => import('./parts/i-l.js'),
  () => import('./parts/m.js'),
  () => import('./parts/n-o.js'),
  () => import('./parts/p.js'),
  () => import('./parts/q-s.js'),
  () => import('./parts/t-z.js'),
];

/** Every term that comes with the library. Rejects when a part of them cannot be had: half a glossary would say of half its words that they have one meaning. */
export async function loadTerms(): Promise<readonly GlossaryTerm[]> {
  const read = await Promise.all(
    parts.map(async (part) => {
      const {terms} = await part();
      return terms.map(shaped);
    }),
  );
  return read.flat();
}
