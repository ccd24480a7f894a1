import {h, tags} from '../base/html.js';
import {ask} from '../base/api.js';
import {duration, number} from '../base/format.js';
import {t} from '../base/texts.js';
import {useEvery, useLoad} from '../base/use.js';
import {at, badge, failure, head, loading, since, subhead} from '../part/bits.js';
import {Plot, latest} from '../part/plot.js';
import {Table} from '../part/table.js';

const {a, dd, div, dl, dt, p, section, span} = tags;
const EVERY_MS = 10000;
const FEWEST_POINTS = 30;

const line = (name, colour, isFilled = false) => ({name, colour, isFilled});

const seconds = value => duration(value === null ? null : value * 1000);

/** Each plot with its lines, by the names of the server's series. */
const PLOTS = [
  {name: 'commands', unit: 'perMinute', format: number,
    lines: [line('accepted', 1, true), line('applied', 2), line('rejected', 3), line('failed', 4)]},
  {name: 'lag', unit: 'time', format: duration, lines: [line('lagMs', 1, true), line('lagP50Ms', 2)]},
  {name: 'waiting', unit: 'commandsUnit', format: number, lines: [line('waiting', 1, true)]},
  {name: 'eventsBehind', unit: 'time', format: seconds, lines: [line('eventsBehind', 1, true)]},
  {name: 'deliveries', unit: 'perMinute', format: number,
    lines: [line('delivered', 2, true), line('deliveryFailures', 4)]},
  {name: 'deliveriesWaiting', unit: 'deliveriesUnit', format: number, lines: [line('deliveriesWaiting', 1, true)]},
  {name: 'mails', unit: 'mailsUnit', format: number, lines: [line('mailsSent', 1, true), line('mailsWaiting', 2)]},
];

const TILES = [
  {name: 'accepted', unit: 'perMinute'}, {name: 'applied', unit: 'perMinute'},
  {name: 'rejected', unit: 'perMinute'},
  {name: 'failed', unit: 'perMinute', isBadAbove: 0, to: '#/commands?state=failed'},
  {name: 'lagMs', format: duration}, {name: 'waiting', unit: 'commandsUnit'},
  {name: 'oldestSeconds', format: seconds},
  {name: 'deadLetters', unit: 'lettersUnit', isBadAbove: 0, to: '#/dead-letters'},
  {name: 'eventsBehind', format: seconds, to: '#/events'},
  {name: 'delivered', unit: 'perMinute', to: '#/webhooks'},
  {name: 'deliveryFailures', unit: 'perMinute', isBadAbove: 0, to: '#/webhooks'},
  {name: 'deliveriesWaiting', unit: 'deliveriesUnit', to: '#/webhooks'},
  {name: 'mailsFailed', unit: 'mailsUnit', isBadAbove: 0, to: '#/mails'},
];

function tile({name, unit, format = number, isBadAbove = Infinity, to}, series) {
  const value = latest(series[name]);
  const title = t(`series.${name}`);
  return div({class: value > isBadAbove ? 'tile bad' : 'tile', key: name, 'data-series': name},
    dt(to ? a({href: to}, title) : title),
    dd(span({class: 'figure'}, format(value)), ' ', unit && span({class: 'unit'}, t(`unit.${unit}`))));
}

/** Without what was before the gateway's start: the plots show what is known, at least some minutes wide. */
function known({times, series}) {
  const first = times.findIndex((ignored, index) => Object.values(series).some(values => values[index] !== null));
  const from = Math.min(first < 0 ? 0 : first, Math.max(0, times.length - FEWEST_POINTS));
  return {
    times: times.slice(from),
    series: Object.fromEntries(Object.entries(series).map(([name, values]) => [name, values.slice(from)])),
  };
}

function plot({name, unit, format, lines}, {times, series}) {
  return h(Plot, {
    key: name, title: t(`plot.${name}`), unit: t(`unit.${unit}`), times, format,
    series: lines.map(each => ({
      name: t(`series.${each.name}`), colour: each.colour, isFilled: each.isFilled,
      values: series[each.name] ?? times.map(() => null),
    })),
  });
}

function standing(services) {
  const bad = services.filter(service => !service.ready).length;
  return p({id: 'standing', class: bad ? 'standing bad' : 'standing good', role: 'status'}, bad
    ? t('overview.bad', {count: bad, all: services.length})
    : t('overview.good', {count: services.length}));
}

/** One that does not answer is away; one that answers may lack something it needs. */
function health(service) {
  return badge(service.ready ? 'ready' : service.live ? 'notReady' : 'away');
}

function services(all) {
  return Table({
    id: 'services', name: t('services'), rows: all, empty: t('services.empty'),
    identity: service => `${service.name} ${service.instance}`,
    columns: [
      {title: t('service'), isHead: true, cell: service => span({class: 'nowrap'}, service.name)},
      {title: t('instance'), cell: service => tags.code(service.instance ?? '–')},
      {title: t('state'), cell: health},
      {title: t('reason'), cell: service => service.reason || '–'},
      {title: t('version'), cell: service => span({class: 'nowrap'}, service.version ?? '–')},
      {title: t('since'), cell: service => since(service.since)},
    ],
  });
}

export function Overview() {
  const {data, error, isLoading, reload} = useLoad(signal => ask('GET', 'overview', undefined, signal), []);
  useEvery(EVERY_MS, () => isLoading || reload());
  return [
    head(t('page.overview'), data && span({class: 'form-text'}, t('overview.asOf'), ' ', at(data.now))),
    failure(error, reload),
    !data && isLoading && loading(),
    data && standing(data.services),
    data && dl({class: 'tiles'}, TILES.map(each => tile(each, data.series))),
    data && section(subhead(t('plots')), div({class: 'plots'}, PLOTS.map(each => plot(each, known(data))))),
    data && section(subhead(t('services')), services(data.services)),
  ];
}
