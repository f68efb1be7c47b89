/** What a reading needs once its first rows stand: it comes while the first requests are on their way. */
import {laterPart} from '../model/later-part.js';
import type * as later from './after-rows.js';

const part = laterPart<typeof later>(() => import('./after-rows.js'));

/** The later parts. */
export type LaterParts = typeof later;

/** The later parts, once they are there. */
export const laterParts = (): LaterParts | undefined => part.here;

/** Fetches the later parts; see `LaterPart`. */
export const loadLater = part.load;
