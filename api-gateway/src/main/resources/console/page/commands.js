import {h, tags, useEffect, useState} from '../base/html.js';
import {ask, query} from '../base/api.js';
import {number} from '../base/format.js';
import {t} from '../base/texts.js';
import {useLoad, usePages} from '../base/use.js';
import {act, at, badge, failure, head, json, loading} from '../part/bits.js';
import {Dialog} from '../part/dialog.js';
import {Choice, TextField} from '../part/fields.js';
import {More, Table} from '../part/table.js';
import {ownerName} from './names.js';

const {button, code, div, form, p, small} = tags;
const PAGE = 50;
const BY = ['ticket', 'receipt', 'id', 'key', 'state'];
const STATES = ['applied', 'rejected', 'failed'];

/** The one thing that is searched by, from the address, so that other pages can lead here. */
function asked(parameters) {
  const by = BY.find(name => parameters[name]);
  return by ? {by, value: parameters[by]} : null;
}

function outcome(command) {
  if (!command.status) {
    return '–';
  }
  return [String(command.status), command.code && [' · ', code(command.code)],
    command.detail && small({class: 'break'}, command.detail)];
}

function columns(keys, open) {
  return [
    {title: t('acceptedAt'), isHead: true, cell: command => at(command.acceptedAt)},
    {title: t('command'), cell: command => command.kind ?? '–'},
    {title: t('ticket'), cell: command => command.ticket ?? '–'},
    {title: t('key'), cell: command => command.keyId === null ? '–' : ownerName(command.keyId, keys)},
    {title: t('state'), cell: command => badge(command.state)},
    {title: t('attempts'), isNumber: true, cell: command => number(command.attempts)},
    {title: t('outcome'), cell: outcome},
    {title: t('actions'), cell: command => act('look', command.id, () => open(command))},
  ];
}

function Value({by, value, onInput, keys}) {
  if (by === 'state') {
    return h(Choice, {key: by, name: t('by.state'), value: value || 'failed', onChange: onInput, 'data-field': 'value',
      choices: STATES.map(state => [state, t(`state.${state}`)])});
  }
  if (by === 'key' && keys?.items.length) {
    return h(Choice, {key: by, name: t('by.key'), value: value || String(keys.items[0].id), onChange: onInput,
      'data-field': 'value', choices: keys.items.map(key => [String(key.id), ownerName(key.id, keys)])});
  }
  return h(TextField, {key: by, name: t(`by.${by}`), value, onInput, required: true, 'data-field': 'value'});
}

/** The form; what is entered becomes the page's address. */
function Search({search, keys}) {
  const [by, setBy] = useState(search?.by ?? 'ticket');
  const [value, setValue] = useState(search?.value ?? '');
  useEffect(() => {
    setBy(search?.by ?? 'ticket');
    setValue(search?.value ?? '');
  }, [search?.by, search?.value]);
  const byDefault = {state: 'failed', key: String(keys?.items[0]?.id ?? '')}[by] ?? '';
  const submit = event => {
    event.preventDefault();
    location.hash = `#/commands${query({[by]: value.trim() || byDefault})}`;
  };
  return form({class: 'filters', id: 'search', onSubmit: submit},
    h(Choice, {name: t('by'), value: by, choices: BY.map(each => [each, t(`by.${each}`)]), 'data-field': 'by',
      onChange: chosen => {
        setBy(chosen);
        setValue('');
      }}),
    h(Value, {by, value, onInput: setValue, keys}),
    div({class: 'field'}, button({type: 'submit', class: 'btn btn-sm btn-primary'}, t('find'))));
}

function Found({search, keys}) {
  const [open, setOpen] = useState(null);
  const [searchedTo, searched] = useState(null);
  const {items, error, isLoading, hasMore, loadMore, reload} = usePages(async (after, signal) => {
    const asking = query({[search.by]: search.value, after, limit: PAGE});
    const page = await ask('GET', `commands${asking}`, undefined, signal);
    searched(page.next ? page.searchedTo : null);
    return {items: page.commands, next: page.next};
  }, [search.by, search.value]);
  return [
    failure(error, reload),
    !items && isLoading && loading(),
    items && Table({id: 'commands', name: t('page.commands'), columns: columns(keys, setOpen), rows: items,
      empty: hasMore ? t('commands.not.yet') : t('commands.none')}),
    hasMore && searchedTo && p({class: 'form-text'}, t('commands.searchedTo'), ' ', at(searchedTo)),
    h(More, {hasMore, onMore: loadMore}),
    open && h(Dialog, {id: 'command', title: open.kind ?? open.id, isWide: true, onClose: () => setOpen(null)},
      json(open, {role: 'region', 'aria-label': t('command')})),
  ];
}

export function Commands({place}) {
  const search = asked(place.parameters);
  const {data: keys} = useLoad(signal => ask('GET', 'keys', undefined, signal), []);
  return [
    head(t('page.commands')),
    p({class: 'form-text'}, t('commands.hint')),
    h(Search, {search, keys}),
    search ? h(Found, {key: `${search.by} ${search.value}`, search, keys}) : div({class: 'empty'}, t('commands.empty')),
  ];
}
