/** Words of the provider's own message. */
import {enGB} from './en-gb/provider.js';
import {defineWords} from './words.js';

export interface ProviderWords {
  /** Shown when the page was put together wrongly, so that nobody takes a blank for an empty record. */
  readonly notSetUp: string;
  readonly notSetUpNext: (contact: string) => string;
  /** Who to turn to without a computer, when the host names nobody. */
  readonly defaultContact: string;
}

export const providerWords = defineWords<ProviderWords>('provider', enGB, {
  cy: () => import('./cy/provider.js').then((module) => module.cy),
});
