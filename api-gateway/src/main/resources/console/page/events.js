import {h, tags, useEffect, useRef, useState} from '../base/html.js';
import {ask, query} from '../base/api.js';
import {EVENT_TYPES, shortType} from '../base/event-types.js';
import {follow} from '../base/feed.js';
import {timeOfDay, utc} from '../base/format.js';
import {replaceParameters} from '../base/route.js';
import {named, t} from '../base/texts.js';
import {useLoad} from '../base/use.js';
import {act, badge, head, json} from '../part/bits.js';
import {Dialog} from '../part/dialog.js';
import {Choice, TextField} from '../part/fields.js';
import {Table} from '../part/table.js';

const {button, div, form, p, small, span, time} = tags;
/** How many are kept on the page; older ones are in the topic. */
const MOST = 500;
const SHOWN_EVERY_MS = 250;
const FILTERS = ['type', 'number', 'department', 'topic', 'status', 'priority'];

function name(value) {
  return value && typeof value === 'object' ? value.name ?? value.number ?? JSON.stringify(value) : String(value);
}

/** What an event says was changed, before and after, a line each. Long texts are in its details. */
function change(event) {
  const {before, after} = event.data ?? {};
  return Object.keys({...before, ...after}).filter(member => member !== 'entry' && member !== 'fields').map(member =>
    small({key: member}, `${member}: `, before && member in before ? `${name(before[member])} → ` : '',
      after && member in after ? name(after[member]) : '–'));
}

function actor(event) {
  const who = event.data?.actor;
  return who ? who.name ?? named('actor', who.type) : '–';
}

function columns(open) {
  return [
    {title: t('time'), isHead: true,
      cell: event => time({dateTime: event.time, title: utc(event.time), class: 'nowrap'}, timeOfDay(event.time))},
    {title: t('event'), cell: event => shortType(event.type)},
    {title: t('ticket'), cell: event => [event.subject ?? '–', small({class: 'break'}, event.data?.ticket?.subject)]},
    {title: t('change'), cell: change},
    {title: t('actor'), cell: actor},
    {title: t('actions'),
      cell: event => act('look', `${shortType(event.type)} ${event.subject ?? ''}`, () => open(event))},
  ];
}

function Filters({filters, departments, onChange}) {
  const [entered, enter] = useState(filters);
  const put = name => value => enter(before => ({...before, [name]: value}));
  const field = name => h(TextField, {key: name, name: t(`filter.${name}`), 'data-field': name, size: 8,
    value: entered[name] ?? '', onInput: put(name)});
  return form({class: 'filters', id: 'filters', onSubmit: event => {
    event.preventDefault();
    onChange(entered);
  }},
    h(Choice, {name: t('event'), value: entered.type ?? '', onChange: put('type'), 'data-field': 'type',
      choices: [['', t('all')], ...EVENT_TYPES.map(type => [type, type])]}),
    field('number'),
    h(Choice, {name: t('department'), value: entered.department ?? '', onChange: put('department'),
      choices: [['', t('all')], ...departments.map(each => [String(each.id), each.name])]}),
    field('topic'), field('status'), field('priority'),
    div({class: 'field'}, button({type: 'submit', class: 'btn btn-sm btn-plain'}, t('filter'))));
}

/** The events that come in while it is not paused, the newest first, at most `MOST`; shown a few times a second. */
function useFeed(filters, isPaused) {
  const [feed, set] = useState({state: 'connecting', events: [], refused: null});
  const arrived = useRef([]);
  useEffect(() => {
    const timer = setInterval(() => {
      const news = arrived.current.splice(0).reverse();
      if (news.length) {
        set(before => ({...before, events: [...news, ...before.events].slice(0, MOST)}));
      }
    }, SHOWN_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (isPaused) {
      return undefined;
    }
    const aborting = new AbortController();
    follow(filters, aborting.signal, {
      onState: state => aborting.signal.aborted || set(before => ({...before, state, refused: null})),
      onEvent: event => aborting.signal.aborted || arrived.current.push(event),
      onRefused: refused => set(before => ({...before, state: 'ended', refused})),
    });
    return () => aborting.abort();
  }, [JSON.stringify(filters), isPaused]);
  return {...feed, clear: () => set(before => ({...before, events: []}))};
}

function chosen(parameters) {
  return Object.fromEntries(FILTERS.filter(name => parameters[name]).map(name => [name, parameters[name]]));
}

export function Events({place}) {
  const [filters, set] = useState(chosen(place.parameters));
  const [isPaused, pause] = useState(false);
  const [open, setOpen] = useState(null);
  const {state, events, refused, clear} = useFeed(filters, isPaused);
  const {data: keys} = useLoad(signal => ask('GET', 'keys', undefined, signal), []);
  const filter = entered => {
    set(chosen(entered));
    replaceParameters(query(chosen(entered)));
  };
  const shown = isPaused ? 'paused' : state;
  return [
    head(t('page.events'),
      span({id: 'feed', role: 'status'}, badge(shown === 'open' ? 'good' : shown, t(`feed.${shown}`))),
      button({type: 'button', id: 'pause', class: 'btn btn-sm btn-plain', 'aria-pressed': isPaused,
        onClick: () => pause(!isPaused)}, t(isPaused ? 'resume' : 'pause')),
      button({type: 'button', id: 'clear', class: 'btn btn-sm btn-plain', disabled: events.length === 0,
        onClick: clear}, t('clear'))),
    p({class: 'form-text'}, t('events.hint', {most: MOST})),
    h(Filters, {filters, departments: keys?.departments ?? [], onChange: filter}),
    refused && refused.status !== 401 && div({class: 'alert alert-danger', role: 'alert'}, refused.message),
    Table({id: 'events', name: t('page.events'), columns: columns(setOpen), rows: events, empty: t('events.empty')}),
    open && h(Dialog, {id: 'event', title: `${shortType(open.type)} ${open.subject ?? ''}`, isWide: true,
      onClose: () => setOpen(null)}, json(open, {role: 'region', 'aria-label': t('event')})),
  ];
}
