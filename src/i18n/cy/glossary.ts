import type {GlossaryWords} from '../glossary.js';

/** Welsh: waits for a Welsh language reviewer. */
export const cy: GlossaryWords = {
  hint: 'Dewiswch air sydd wedi’i danlinellu i weld beth mae’n ei olygu.',
  stop: 'Peidio â thanlinellu geiriau',
  start: 'Tanlinellu geiriau y gellir eu hesbonio',
  coming: 'Yn cael yr ystyr',
  cannot: 'Ni allwn ddangos hyn nawr. Dewiswch y gair eto, neu llwythwch y dudalen hon eto.',
};
