/** Registers `<phr-entry-detail>`: a lazy chunk, asked for when an entry is first opened. */
import {isFree} from '../../internal/is-free.js';
import {PhrEntryDetail} from './entry-detail.js';

if (isFree('phr-entry-detail', PhrEntryDetail)) {
  customElements.define('phr-entry-detail', PhrEntryDetail);
}
