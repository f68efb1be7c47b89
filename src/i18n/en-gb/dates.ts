import type {DateWords} from '../dates.js';

export const enGB: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  day: (day, month, year) => `${day} ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
  time: (hour, minute) => {
    if (minute === 0 && hour === 0) return 'midnight';
    if (minute === 0 && hour === 12) return 'midday';
    const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
    return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
  },
  range: (from, to) => `${from} to ${to}`,
  notRecorded: 'Date not recorded',
};
