import {attachContextRoot} from '../../context/context-root.js';
import {isFree} from '../../internal/is-free.js';
import {PhrTerm} from './term.js';

attachContextRoot();

if (isFree('phr-term', PhrTerm)) {
  customElements.define('phr-term', PhrTerm);
}
