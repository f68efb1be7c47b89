import {isFree} from '../../internal/is-free.js';
import '../term/term.define.js';
import {PhrGlossary} from './glossary.js';

if (isFree('phr-glossary', PhrGlossary)) {
  customElements.define('phr-glossary', PhrGlossary);
}
