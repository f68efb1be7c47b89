import {isFree} from '../../internal/is-free.js';
import {PhrResultChart} from './result-chart.js';

if (isFree('phr-result-chart', PhrResultChart)) {
  customElements.define('phr-result-chart', PhrResultChart);
}
