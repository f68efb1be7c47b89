import type {ProviderWords} from '../provider.js';

export const enGB: ProviderWords = {
  notSetUp: 'There is a problem with this page',
  notSetUpNext: (contact) => `We cannot show the health record here. ${contact}`,
  defaultContact: 'Call your GP surgery or hospital team.',
};
