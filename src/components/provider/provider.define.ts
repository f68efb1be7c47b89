import {isFree} from '../../internal/is-free.js';
import {PhrProvider} from './provider.js';

if (isFree('phr-provider', PhrProvider)) {
  customElements.define('phr-provider', PhrProvider);
}
