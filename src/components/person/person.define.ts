import {isFree} from '../../internal/is-free.js';
import {PhrPerson} from './person.js';

if (isFree('phr-person', PhrPerson)) {
  customElements.define('phr-person', PhrPerson);
}
