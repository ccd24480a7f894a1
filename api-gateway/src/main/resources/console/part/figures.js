import {tags, useState} from '../base/html.js';
import {hourAndMinute} from '../base/format.js';
import {t} from '../base/texts.js';
import {Table} from './table.js';

const {details, p, summary} = tags;
const ROWS = 12;

/** The highest of each stretch of time, newest first: in five minutes much may happen between two points. */
function stretches(times, series) {
  const size = Math.max(1, Math.ceil(times.length / ROWS));
  const starts = Array.from({length: Math.ceil(times.length / size)}, (ignored, index) => index * size);
  return starts.map(start => ({
    id: times[start],
    highest: series.map(each => {
      const known = each.values.slice(start, start + size).filter(value => value !== null);
      return known.length ? Math.max(...known) : null;
    }),
  })).reverse();
}

/** What a plot shows as a table, for screen readers and for whoever wants figures. Made when it is opened. */
export function Figures({title, unit, times, series, format}) {
  const [isOpen, open] = useState(false);
  const time = row => hourAndMinute(row.id * 1000);
  return details({class: 'figures', onToggle: event => open(event.target.open)},
    summary({'aria-label': `${t('plot.table')}: ${title}`}, t('plot.table')),
    isOpen && p({class: 'form-text'}, t('plot.table.hint', {unit})),
    isOpen && Table({
      name: `${title} (${unit})`,
      empty: t('plot.empty'),
      rows: stretches(times, series),
      columns: [{title: t('plot.from'), cell: time, isHead: true}, ...series.map((each, index) => (
        {title: each.name, cell: row => format(row.highest[index]), isNumber: true}))],
    }));
}
