import {h, tags, useEffect, useId, useLayoutEffect, useRef, useState} from '../base/html.js';
import {hourAndMinute} from '../base/format.js';
import {currentLanguage, t} from '../base/texts.js';
import {onTheme} from '../base/theme.js';
import {Figures} from './figures.js';

const {div, figcaption, figure, h3, span} = tags;
const HEIGHT = 160;
/** Points of the last minute. */
const RECENT = 6;

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const clock = seconds => hourAndMinute(seconds * 1000);

function line(series) {
  return {
    label: series.name,
    stroke: colour(`--plot-${series.colour}`),
    fill: series.isFilled ? colour(`--plot-${series.colour}-fill`) : undefined,
    width: 1.75,
    points: {show: false},
    spanGaps: false,
  };
}

function options(series, format, width, onCursor) {
  const axis = {
    stroke: colour('--plot-text'),
    grid: {stroke: colour('--plot-grid'), width: 1},
    ticks: {show: false},
    font: '12px system-ui, sans-serif',
  };
  return {
    width,
    height: HEIGHT,
    padding: [10, 12, 0, 0],
    legend: {show: false},
    cursor: {sync: {key: 'overview'}, drag: {x: false, y: false}, points: {size: 6}},
    scales: {y: {range: (plot, low, high) => [0, high > 0 ? high * 1.1 : 1]}},
    axes: [
      {...axis, size: 28, space: 80, values: (plot, splits) => splits.map(clock)},
      {...axis, size: 62, space: 30, values: (plot, splits) => splits.map(format)},
    ],
    series: [{}, ...series.map(line)],
    hooks: {setCursor: [plot => onCursor(plot.cursor.idx ?? null)]},
  };
}

/** The last known value of a line, null if nothing is known of the last minute. */
export function latest(values) {
  return values?.slice(-RECENT).findLast(value => value !== null) ?? null;
}

/**
 * Lines over the last hour. Who cannot see them has the same figures in a table below.
 *
 * @param series `{name, values, colour, isFilled}`; values null where nothing is known
 * @param format of a value, with its unit where the heading does not say it
 */
export function Plot({title, unit, times, series, format}) {
  const place = useRef(null);
  const drawn = useRef(null);
  const heading = useId();
  const [cursor, setCursor] = useState(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => onTheme(() => setTheme(before => before + 1)), []);
  useLayoutEffect(() => {
    const plot = new window.uPlot(options(series, format, place.current.clientWidth, setCursor),
      [times, ...series.map(each => each.values)], place.current);
    const resizing = new ResizeObserver(() => plot.setSize({width: place.current.clientWidth, height: HEIGHT}));
    resizing.observe(place.current);
    drawn.current = plot;
    return () => {
      resizing.disconnect();
      plot.destroy();
    };
  }, [theme, currentLanguage(), series.length]);
  useEffect(() => drawn.current.setData([times, ...series.map(each => each.values)]), [times]);
  const value = each => format(cursor === null ? latest(each.values) : each.values[cursor] ?? null);
  return figure({class: 'plot', 'aria-labelledby': heading},
    figcaption({class: 'plot-head'},
      h3({id: heading}, title, ' ', span({class: 'unit'}, unit)),
      span({class: 'unit', 'aria-hidden': true}, cursor === null ? t('plot.now') : clock(times[cursor]))),
    div({class: 'legend'}, series.map(each => span({key: each.name},
      span({class: `line plot-${each.colour}`}), each.name, ' ', span({class: 'value'}, value(each))))),
    div({ref: place, class: 'canvas', 'aria-hidden': true}),
    h(Figures, {title, unit, times, series, format}));
}
