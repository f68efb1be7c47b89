import {attachContextRoot} from '../../context/context-root.js';
import {isFree} from '../../internal/is-free.js';
import {PhrPerson} from './person.js';

attachContextRoot();

if (isFree('phr-person', PhrPerson)) {
  customElements.define('phr-person', PhrPerson);
}
