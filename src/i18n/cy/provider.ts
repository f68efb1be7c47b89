import type {ProviderWords} from '../provider.js';

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: ProviderWords = {
  notSetUp: 'Mae problem gyda’r dudalen hon',
  notSetUpNext: (contact) => `Ni allwn ddangos y cofnod iechyd yma. ${contact}`,
  defaultContact: 'Ffoniwch eich meddygfa neu eich tîm ysbyty.',
};
