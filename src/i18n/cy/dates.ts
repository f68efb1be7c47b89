import type {DateWords} from '../dates.js';

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: DateWords = {
  months: [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ],
  day: (day, month, year) => `${day} ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
  time: (hour, minute) => {
    if (minute === 0 && hour === 0) return 'hanner nos';
    if (minute === 0 && hour === 12) return 'hanner dydd';
    const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
    return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
  },
  range: (from, to) => `${from} i ${to}`,
  notRecorded: 'Dyddiad heb ei gofnodi',
};
