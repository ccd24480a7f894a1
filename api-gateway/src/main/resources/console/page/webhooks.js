import {h, tags, useState} from '../base/html.js';
import {ask, query} from '../base/api.js';
import {shortType} from '../base/event-types.js';
import {number} from '../base/format.js';
import {t} from '../base/texts.js';
import {useEvery, useLoad, usePages} from '../base/use.js';
import {failure, head, loading, since} from '../part/bits.js';
import {SecretDialog} from '../part/secret.js';
import {More, Table} from '../part/table.js';
import {ownerName, standing, webhookName} from './names.js';
import {WebhookForm} from './webhook-form.js';

const {a, button, p, small, span} = tags;
const EVERY_MS = 10000;

function types(webhook) {
  return webhook.types?.length ? webhook.types.map(type => small({key: type}, shortType(type))) : t('types.all');
}

function columns(keys) {
  return [
    {title: t('webhook'), isHead: true, cell: webhook => [
      a({href: `#/webhooks/${webhook.id}`}, webhookName(webhook)),
      webhook.description && small({class: 'break'}, webhook.url),
    ]},
    {title: t('state'), cell: standing},
    {title: t('types'), cell: types},
    {title: t('key'), cell: webhook => ownerName(webhook.keyId, keys)},
    {title: t('webhook.waiting'), isNumber: true, cell: webhook => [
      number(webhook.waiting), webhook.behind && small(t('webhook.behind')),
    ]},
    {title: t('webhook.lastSuccess'), cell: webhook => since(webhook.lastSuccess, t('never'))},
  ];
}

export function Webhooks() {
  const {items, error, isLoading, isExtended, hasMore, loadMore, reload} = usePages(async (after, signal) => {
    const page = await ask('GET', `webhooks${query({after})}`, undefined, signal);
    return {items: page.webhooks ?? page.items, next: page.next};
  }, []);
  const {data: keys} = useLoad(signal => ask('GET', 'keys', undefined, signal), []);
  const [isNew, make] = useState(false);
  const [made, show] = useState(null);
  useEvery(EVERY_MS, () => isNew || isExtended || isLoading || reload());
  return [
    head(t('page.webhooks'), button({type: 'button', id: 'new-webhook', class: 'btn btn-sm btn-primary',
      disabled: !keys, onClick: () => make(true)}, t('webhook.new'))),
    p({class: 'form-text'}, t('webhooks.hint')),
    failure(error, reload),
    !items && isLoading && loading(),
    items && Table({id: 'webhooks', name: t('page.webhooks'), columns: columns(keys), rows: items,
      empty: [span(t('webhooks.empty'))]}),
    h(More, {hasMore, onMore: loadMore}),
    isNew && h(WebhookForm, {edited: null, keys, onClose: () => make(false), onSaved: webhook => {
      make(false);
      show(webhook);
      reload();
    }}),
    made?.secret && h(SecretDialog, {title: t('webhook.secret'), hint: t('webhook.secret.hint'), secret: made.secret,
      onClose: () => show(null)}),
  ];
}
