import {ContextRoot} from '@lit/context';
import {isFree} from '../../internal/is-free.js';
import {PhrProvider} from './provider.js';

if (isFree('phr-provider', PhrProvider)) {
  // Keeps the questions of widgets that stand inside a provider that is defined, or added, after them.
  new ContextRoot().attach(document.documentElement);
  customElements.define('phr-provider', PhrProvider);
}
