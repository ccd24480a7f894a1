import {h, tags, useState} from '../base/html.js';
import {ask, query} from '../base/api.js';
import {EVENT_TYPES, VERSION, shortType} from '../base/event-types.js';
import {duration, number} from '../base/format.js';
import {attempt} from '../base/notices.js';
import {replaceParameters} from '../base/route.js';
import {named, t} from '../base/texts.js';
import {useEvery, usePages} from '../base/use.js';
import {act, at, badge, failure, loading, since, subhead} from '../part/bits.js';
import {confirmed} from '../part/confirm.js';
import {Choice, TextField} from '../part/fields.js';
import {More, Table} from '../part/table.js';
import {DeliveryDialog} from './delivery-dialog.js';
import {ExportDialog, RangeDialog} from './log-dialogs.js';

const {button, form, section, small, span} = tags;
const STATES = ['pending', 'requested', 'delivered', 'failed', 'discarded'];
const EVERY_MS = 5000;
const PAGE = 50;

const isWaiting = delivery => delivery.state === 'pending' || delivery.state === 'requested';

/** What came of the last attempt: the receiver's status, or why there is none. */
export function outcome(last) {
  if (!last) {
    return '–';
  }
  return [last.status ? String(last.status) : named('error.delivery', last.error), small(duration(last.durationMs))];
}

function columns(open, actions) {
  return [
    {title: t('time'), isHead: true, cell: each => at(each.eventTime ?? each.created)},
    {title: t('event'), cell: each => shortType(each.type)},
    {title: t('ticket'), cell: each => each.number ?? '–'},
    {title: t('state'), cell: each => [badge(each.state),
      isWaiting(each) && each.nextAttempt && small(t('delivery.next'), ' ', since(each.nextAttempt))]},
    {title: t('attempts'), isNumber: true, cell: each => number(each.attempts)},
    {title: t('delivery.last'), cell: each => outcome(each.last)},
    {title: t('actions'), cell: each => span({class: 'actions'},
      act('look', name(each), () => open(each)), actions(each))},
  ];
}

function name(delivery) {
  return `${shortType(delivery.type)} ${delivery.number ?? ''}`.trim();
}

function Filters({filters, onChange}) {
  const put = key => value => onChange({...filters, [key]: value});
  return form({class: 'filters', onSubmit: event => event.preventDefault()},
    h(Choice, {name: t('state'), value: filters.state ?? '', onChange: put('state'),
      choices: [['', t('all')], ...STATES.map(state => [state, t(`state.${state}`)])]}),
    h(Choice, {name: t('event'), value: filters.type ?? '', onChange: put('type'),
      choices: [['', t('all')], ...EVENT_TYPES.map(type => [type + VERSION, type])]}),
    h(TextField, {name: t('ticket'), value: filters.number ?? '', onInput: put('number'), size: 10}));
}

/** The log of one subscription, and what can be done with it. `turn` changes when it has to be read again. */
export function DeliveryLog({path, place, name: webhook, turn, onChanged}) {
  const [filters, set] = useState(place.parameters);
  const [open, setOpen] = useState(null);
  const [dialog, setDialog] = useState(null);
  const change = changed => {
    set(changed);
    replaceParameters(query(changed));
  };
  const {state, type, number: ticket} = filters;
  const {items, error, isLoading, isExtended, hasMore, loadMore, reload} = usePages(async (after, signal) => {
    const page = await ask('GET', `${path}/deliveries${query({state, type, number: ticket, after, limit: PAGE})}`,
      undefined, signal);
    return {items: page.deliveries ?? page.items, next: page.next};
  }, [path, state, type, ticket, turn]);
  useEvery(EVERY_MS, () => open || dialog || isExtended || isLoading || reload());
  const again = body => attempt(async () => {
    const {deliveries, more} = await ask('POST', `${path}/redeliver`, body);
    onChanged();
    return t('redelivered.many', {count: deliveries}) + (more ? ` ${t('redelivered.more')}` : '');
  });
  const failed = async () => await confirmed(t('redeliver.confirm.failed', {name: webhook}), t('redeliver'))
    && again({failed: true});
  const one = delivery => attempt(() =>
    ask('POST', `${path}/deliveries/${delivery.id}/redeliver`, {}).then(onChanged), t('redelivered'));
  const discard = async delivery => await confirmed(t('delivery.confirm.discard', {name: name(delivery)}), t('discard'))
    && attempt(() => ask('DELETE', `${path}/deliveries/${delivery.id}`).then(onChanged), t('discarded'));
  const actions = delivery => isWaiting(delivery) ? [
    act('tryNow', name(delivery), () => one(delivery)),
    act('discard', name(delivery), () => discard(delivery), {class: 'btn btn-sm btn-plain danger'}),
  ] : act('redeliver', name(delivery), () => one(delivery));
  const plain = (id, onClick) => button({type: 'button', id, class: 'btn btn-sm btn-plain', onClick}, t(id));
  return section(
    subhead(t('log'), plain('redeliver.failed', failed), plain('redeliver.range', () => setDialog('range')),
      plain('export', () => setDialog('export'))),
    h(Filters, {filters, onChange: change}),
    failure(error, reload),
    !items && isLoading && loading(),
    items && Table({id: 'deliveries', name: t('log'), columns: columns(setOpen, actions), rows: items,
      empty: t(state || type || ticket ? 'log.empty.filtered' : 'log.empty')}),
    h(More, {hasMore, onMore: loadMore}),
    open && h(DeliveryDialog, {path, delivery: open, onClose: () => setOpen(null)}),
    dialog === 'range' && h(RangeDialog, {onClose: () => setDialog(null), onChosen: range => {
      setDialog(null);
      again(range);
    }}),
    dialog === 'export' && h(ExportDialog, {path, onClose: () => setDialog(null)}));
}
