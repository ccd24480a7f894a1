import {tags} from '../base/html.js';
import {shortType} from '../base/event-types.js';
import {list, number} from '../base/format.js';
import {t} from '../base/texts.js';
import {at, json, since} from '../part/bits.js';
import {ownerName, standing} from './names.js';

const {code, dd, details, div, dl, dt, summary} = tags;

function fact(name, value) {
  return value !== null && value !== undefined && div({key: name}, dt(t(name)), dd(value));
}

/** The filters that are set, each as a line; none: every event that the owner may see. */
function filters(webhook, keys) {
  const department = id => keys?.departments.find(each => each.id === id)?.name ?? String(id);
  const lines = [
    ['types', webhook.types?.map(shortType)], ['departments', webhook.departments?.map(department)],
    ['topics', webhook.topics], ['statuses', webhook.statuses], ['priorities', webhook.priorities],
  ].filter(([, values]) => values?.length);
  return lines.length === 0 ? t('filters.none')
    : lines.map(([name, values]) => div({key: name}, `${t(name)}: ${list(values.map(String))}`));
}

function headers(webhook) {
  const names = Array.isArray(webhook.headers) ? webhook.headers : Object.keys(webhook.headers ?? {});
  return names.length ? names.map(name => div({key: name}, code(name))) : null;
}

function secrets(webhook) {
  return webhook.secrets?.map((secret, index) => div({key: index},
    secret.prefix && code(`${secret.prefix}…`), ' ',
    secret.until ? [t('until'), ' ', at(secret.until)] : t('secret.current')));
}

export function WebhookFacts({webhook, keys}) {
  return [
    dl({class: 'facts', id: 'facts'},
      fact('state', standing(webhook)),
      fact('url', code({class: 'break'}, webhook.url)),
      fact('webhook.owner', ownerName(webhook.keyId, keys)),
      fact('filters', filters(webhook, keys)),
      fact('webhook.waiting', [number(webhook.waiting), webhook.behind && ` (${t('webhook.behind')})`]),
      fact('webhook.lastSuccess', since(webhook.lastSuccess, t('never'))),
      fact('webhook.failingSince', webhook.failingSince && at(webhook.failingSince)),
      fact('webhook.missedSince', webhook.missedSince && at(webhook.missedSince)),
      fact('headers', headers(webhook)),
      fact('secrets', secrets(webhook)),
      fact('created', at(webhook.created))),
    webhook.template && details({class: 'fold'}, summary(t('template')),
      json(webhook.template, {role: 'region', 'aria-label': t('template')})),
  ];
}
