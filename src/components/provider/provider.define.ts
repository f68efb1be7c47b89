import {attachContextRoot} from '../../context/context-root.js';
import {isFree} from '../../internal/is-free.js';
import {PhrProvider} from './provider.js';

attachContextRoot();

if (isFree('phr-provider', PhrProvider)) {
  customElements.define('phr-provider', PhrProvider);
}
