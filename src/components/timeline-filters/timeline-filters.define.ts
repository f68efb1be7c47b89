import {isFree} from '../../internal/is-free.js';
import {PhrTimelineFilters} from './timeline-filters.js';

if (isFree('phr-timeline-filters', PhrTimelineFilters)) {
  customElements.define('phr-timeline-filters', PhrTimelineFilters);
}
