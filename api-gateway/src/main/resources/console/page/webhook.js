import {h, tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {duration} from '../base/format.js';
import {attempt} from '../base/notices.js';
import {named, t} from '../base/texts.js';
import {useEvery, useLoad} from '../base/use.js';
import {failure, head, loading} from '../part/bits.js';
import {confirmed} from '../part/confirm.js';
import {SecretDialog} from '../part/secret.js';
import {DeliveryLog} from './delivery-log.js';
import {WebhookFacts} from './webhook-facts.js';
import {WebhookForm} from './webhook-form.js';
import {webhookName} from './names.js';

const {a, button, nav} = tags;
const EVERY_MS = 5000;

function tested(answer) {
  const result = answer.status ? t('webhook.tested', {status: String(answer.status), time: duration(answer.durationMs)})
    : t('webhook.tested.failed', {error: named('error.delivery', answer.error)});
  if (answer.status >= 200 && answer.status < 300) {
    return result;
  }
  throw new Error(result);
}

/** One subscription: what it is, what can be done with it, and its log. */
export function Webhook({id, place}) {
  const path = `webhooks/${encodeURIComponent(id)}`;
  const {data: webhook, error, isLoading, reload} = useLoad(signal => ask('GET', path, undefined, signal), [id]);
  const {data: keys} = useLoad(signal => ask('GET', 'keys', undefined, signal), []);
  const [isEdited, edit] = useState(false);
  const [secret, show] = useState(null);
  const [turn, setTurn] = useState(0);
  const refresh = () => {
    reload();
    setTurn(before => before + 1);
  };
  useEvery(EVERY_MS, () => isEdited || isLoading || reload());
  const name = webhook ? webhookName(webhook) : '';
  const post = (what, success) => attempt(() => ask('POST', `${path}/${what}`, {}).then(refresh), success);
  const test = () => attempt(async () => tested(await ask('POST', `${path}/test`, {}))).then(refresh);
  const rotate = async () => {
    if (await confirmed(t('webhook.confirm.rotate', {name}), t('rotate'))) {
      attempt(async () => show((await ask('POST', `${path}/rotate`, {})).secret), t('saved')).then(refresh);
    }
  };
  const remove = async () => {
    const waiting = t('webhook.confirm.waiting', {count: webhook.waiting ?? 0});
    if (await confirmed(`${t('webhook.confirm.delete', {name})} ${waiting}`, t('delete'))
      && await attempt(() => ask('DELETE', path), t('deleted'))) {
      location.hash = '#/webhooks';
    }
  };
  const plain = (key, onClick, more = {}) =>
    button({type: 'button', id: key, class: 'btn btn-sm btn-plain', onClick, ...more}, t(key));
  return [
    nav({'aria-label': t('where'), class: 'crumbs'}, a({href: '#/webhooks'}, t('page.webhooks'))),
    webhook ? head(name,
      plain('edit', () => edit(true), {disabled: !keys}),
      plain('test', test),
      webhook.state !== 'active' && plain('resume', () => post('resume', t('resumed'))),
      // One that paused by itself can be held, so that its owner does not resume it.
      webhook.reason !== 'operator' && plain('pause', () => post('pause', t('paused'))),
      plain('rotate', rotate),
      plain('delete', remove, {class: 'btn btn-sm btn-plain danger'})) : head(t('webhook')),
    failure(error, reload),
    !webhook && isLoading && loading(),
    webhook && h(WebhookFacts, {webhook, keys}),
    webhook && h(DeliveryLog, {path, place, name, turn, onChanged: refresh}),
    isEdited && h(WebhookForm, {edited: webhook, keys, onClose: () => edit(false), onSaved: () => {
      edit(false);
      refresh();
    }}),
    secret && h(SecretDialog, {title: t('webhook.secret'), hint: t('webhook.secret.hint'), secret,
      onClose: () => show(null)}),
  ];
}
