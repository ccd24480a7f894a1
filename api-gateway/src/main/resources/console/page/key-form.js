import {h, tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {fromField, toField} from '../base/format.js';
import {say} from '../base/notices.js';
import {t} from '../base/texts.js';
import {Dialog, DialogEnd} from '../part/dialog.js';
import {Check, Checks, TextArea, TextField} from '../part/fields.js';
import {keyName} from './names.js';

const {button, div, form, p} = tags;

function before(key) {
  return {
    name: key?.name ?? '',
    active: key?.active ?? true,
    permissions: key?.permissions ?? [],
    departments: key ? key.departments : null,
    seesNotes: key?.seesNotes ?? true,
    maySubscribe: key?.maySubscribe ?? false,
    addresses: key?.addresses?.join('\n') ?? '',
    expires: key?.expires ? toField(key.expires) : '',
    requestsPerSecond: key?.requestsPerSecond ?? '',
    inFlight: key?.inFlight ?? '',
  };
}

/** As the server takes it. */
function wanted(fields) {
  const addresses = fields.addresses.split(/[\s,]+/).filter(Boolean);
  const limit = text => text === '' ? null : Number(text);
  return {
    ...fields,
    addresses: addresses.length ? addresses : null,
    expires: fromField(fields.expires),
    requestsPerSecond: limit(fields.requestsPerSecond),
    inFlight: limit(fields.inFlight),
  };
}

const text = value => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** Only what was changed here: somebody else may have changed the rest meanwhile. */
function changes(key, fields, known) {
  const old = wanted(before(key));
  const now = wanted(fields);
  const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => text(value) !== text(old[name])));
  if (changed.permissions) {
    changed.permissions = Object.fromEntries(known.permissions
      .filter(name => now.permissions.includes(name) !== key.permissions.includes(name))
      .map(name => [name, now.permissions.includes(name)]));
  }
  return changed;
}

/** All departments, and those that the key still has although they are gone. */
function departments(known, chosen) {
  const gone = (chosen ?? []).filter(id => !known.departments.some(department => department.id === id));
  const named = known.departments.map(department => [department.id, department.name]);
  return [...named, ...gone.map(id => [id, String(id)])];
}

/** Makes a key, or changes one. `edited` null: a new one. */
export function KeyForm({edited, known, onClose, onSaved}) {
  const [fields, set] = useState(() => before(edited));
  const [failure, fail] = useState('');
  const [isBusy, busy] = useState(false);
  const isOwn = !edited || edited.origin === 'ticketwire';
  const put = name => value => set(now => ({...now, [name]: value}));
  const field = (name, label, more) =>
    h(TextField, {name: t(label), 'data-field': name, value: fields[name], onInput: put(name), ...more});
  const submit = async event => {
    event.preventDefault();
    busy(true);
    try {
      const saved = await (edited
        ? ask('PATCH', `keys/${edited.id}`, changes(edited, fields, known)) : ask('POST', 'keys', wanted(fields)));
      say(t('saved'));
      onSaved(saved);
    } catch (refused) {
      fail(refused.message);
      busy(false);
    }
  };
  return h(Dialog, {id: 'edit', title: edited ? t('key.edit', {key: keyName(edited)}) : t('key.new'), onClose},
    form({onSubmit: submit},
      isOwn && field('name', 'name', {maxLength: 128, required: true, autofocus: true}),
      h(Check, {name: t('key.active'), isOn: fields.active, onChange: put('active')}),
      h(Checks, {name: t('permissions'), id: 'permissions', choices: known.permissions.map(name => [name, name]),
        chosen: fields.permissions, onChange: put('permissions')}),
      h(Check, {name: t('key.maySubscribe'), isOn: fields.maySubscribe, onChange: put('maySubscribe')}),
      h(Check, {name: t('key.seesNotes'), isOn: fields.seesNotes, onChange: put('seesNotes')}),
      h(Checks, {name: t('departments'), id: 'departments', choices: departments(known, edited?.departments),
        chosen: fields.departments ?? [], isDisabled: fields.departments === null, onChange: put('departments')},
        h(Check, {name: t('departments.all'), isOn: fields.departments === null, 'data-all': true,
          onChange: isOn => put('departments')(isOn ? null : edited?.departments ?? [])})),
      h(TextArea, {name: t('addresses'), hint: t('addresses.hint'), rows: 3, value: fields.addresses,
        'data-field': 'addresses', onInput: put('addresses')}),
      div({class: 'columns'},
        field('expires', 'key.expires', {type: 'datetime-local'}),
        field('requestsPerSecond', 'key.perSecond', {type: 'number', min: 1, max: 1000000}),
        field('inFlight', 'key.inFlight', {type: 'number', min: 1, max: 1000000})),
      p({id: 'edit-error', role: 'alert', class: 'invalid'}, failure),
      h(DialogEnd, {},
        button({type: 'button', class: 'btn btn-plain', onClick: onClose}, t('cancel')),
        button({type: 'submit', id: 'save', class: 'btn btn-primary', disabled: isBusy}, t('save')))));
}
