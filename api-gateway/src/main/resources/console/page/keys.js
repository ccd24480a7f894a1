import {h, tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {number} from '../base/format.js';
import {attempt} from '../base/notices.js';
import {t} from '../base/texts.js';
import {useLoad} from '../base/use.js';
import {act, at, day, failure, head, loading, since} from '../part/bits.js';
import {confirmed} from '../part/confirm.js';
import {SecretDialog} from '../part/secret.js';
import {PagedTable} from '../part/table.js';
import {Endpoints} from './endpoints.js';
import {KeyForm} from './key-form.js';
import {keyName} from './names.js';

const {button, code, input, small, span} = tags;
/** As osTicket's own table says that a key may come from anywhere. */
const ANY = '0.0.0.0';

/** Seven permissions stand side by side: the short name is enough for the eye. */
function shortName(permission) {
  return permission.replace(/^can_|_tickets$/g, '').replaceAll('_', ' ');
}

/** A box that is saved when it is ticked. */
function flag(key, name, isOn, change, onChanged) {
  const save = event => {
    const box = event.target;
    const wanted = box.checked;
    box.disabled = true;
    attempt(async () => onChanged(await ask('PATCH', `keys/${key.id}`, change(wanted))), t('saved')).then(isSaved => {
      box.disabled = false;
      box.checked = isSaved ? wanted : !wanted;
      box.focus();
    });
  };
  return input({type: 'checkbox', class: 'form-check-input', checked: isOn, 'aria-label': `${keyName(key)}: ${name}`,
    onChange: save});
}

function title(key) {
  return [
    span(keyName(key)),
    key.origin === 'osticket' && small(t('key.osTicket')),
    key.secrets.map(secret => small({key: secret.prefix}, code(`${secret.prefix}…`),
      secret.validUntil && [' ', t('until'), ' ', at(secret.validUntil)])),
    small(t('key.lastUsed'), ' ', since(key.lastUsed, t('never'))),
  ];
}

function departments(key, known) {
  const names = key.departments?.map(id => known.find(department => department.id === id)?.name ?? String(id));
  return [
    names ? names.join(', ') || t('departments.none') : t('departments.all'),
    !key.seesNotes && small(t('key.withoutNotes')),
  ];
}

function addresses(key) {
  return (key.addresses ?? [key.osTicketAddress ?? ANY])
    .map(address => small({key: address}, address === ANY ? t('addresses.any') : code(address)));
}

function expiry(key) {
  return key.expires && small(t('key.expires'), ' ', day(key.expires));
}

function limits(key) {
  return [['key.perSecond', key.requestsPerSecond], ['key.inFlight', key.inFlight]]
    .filter(([, limit]) => limit !== null)
    .map(([name, limit]) => small({key: name}, `${t(name)}: ${number(limit)}`));
}

function columns(known, put, actions) {
  const permission = name => ({
    title: shortName(name), label: name, isFlag: true,
    cell: key => flag(key, name, key.permissions.includes(name), isOn => ({permissions: {[name]: isOn}}), put),
  });
  return [
    {title: t('key'), isHead: true, cell: title},
    {title: t('key.active'), isFlag: true, cell: key => flag(key, 'active', key.active, isOn => ({active: isOn}), put)},
    ...known.permissions.map(permission),
    {title: t('key.subscribe'), label: 'maySubscribe', isFlag: true,
      cell: key => flag(key, 'maySubscribe', Boolean(key.maySubscribe), isOn => ({maySubscribe: isOn}), put)},
    {title: t('departments'), cell: key => departments(key, known.departments)},
    {title: t('key.limits'), cell: key => [addresses(key), expiry(key), limits(key)]},
    {title: t('actions'), cell: actions},
  ];
}

function withKey(known, key) {
  const isKnown = known.items.some(item => item.id === key.id);
  return {...known, items: isKnown ? known.items.map(item => item.id === key.id ? key : item) : [...known.items, key]};
}

export function Keys() {
  const {data: known, error, isLoading, reload, change} = useLoad(signal => ask('GET', 'keys', undefined, signal), []);
  const [edited, edit] = useState(undefined);
  const [secret, show] = useState(null);
  const put = ({secret: shown, ...key}) => {
    change(before => withKey(before, key));
    show(shown ?? null);
  };
  const rotate = async key => {
    if (await confirmed(t('key.confirm.rotate', {key: keyName(key)}), t('rotate'))) {
      attempt(async () => put(await ask('POST', `keys/${key.id}/rotate`, {})), t('saved'));
    }
  };
  const revoke = async key => {
    if (await confirmed(t('key.confirm.revoke', {key: keyName(key)}), t('revoke'))) {
      attempt(() => ask('DELETE', `keys/${key.id}`).then(reload), t('revoked'));
    }
  };
  const actions = key => span({class: 'actions upright'},
    act('edit', keyName(key), () => edit(key)),
    key.origin === 'ticketwire' && act('rotate', keyName(key), () => rotate(key)),
    act('revoke', keyName(key), () => revoke(key), {class: 'btn btn-sm btn-plain danger'}));
  return [
    head(t('page.keys'), button({type: 'button', id: 'new-key', class: 'btn btn-sm btn-primary', disabled: !known,
      onClick: () => edit(null)}, t('key.new'))),
    failure(error, reload),
    !known && isLoading && loading(),
    known && h(PagedTable, {id: 'keys', name: t('page.keys'), columns: columns(known, put, actions), rows: known.items,
      empty: t('keys.empty'), rowClass: key => key.active ? '' : 'off'}),
    known && h(Endpoints),
    edited !== undefined && h(KeyForm, {key: edited?.id ?? 'new', edited, known, onClose: () => edit(undefined),
      onSaved: key => {
        edit(undefined);
        put(key);
      }}),
    secret && h(SecretDialog, {title: t('key.secret'), hint: t('key.secret.hint'), secret, onClose: () => show(null)}),
  ];
}
