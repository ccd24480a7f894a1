import {tags} from '../base/html.js';
import {named, t} from '../base/texts.js';
import {badge, since} from '../part/bits.js';

const {small} = tags;

export function keyName(key) {
  return key.name || key.secrets[0]?.prefix || String(key.id);
}

export function webhookName(webhook) {
  return webhook.description || webhook.url;
}

/** State and, where it is not active or not well, why. */
export function standing(webhook) {
  return [
    badge(webhook.state),
    webhook.reason && small(named('webhook.reason', webhook.reason)),
    webhook.state === 'active' && webhook.failingSince && small({class: 'bad'}, t('webhook.failing'), ' ',
      since(webhook.failingSince)),
  ];
}

export function ownerName(keyId, keys) {
  if (!keyId) {
    return t('operator');
  }
  const key = keys?.items.find(item => item.id === keyId);
  return key ? keyName(key) : t('key.gone', {id: String(keyId)});
}
