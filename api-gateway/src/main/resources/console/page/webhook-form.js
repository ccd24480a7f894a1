import {h, tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {EVENT_TYPES, VERSION, shortType} from '../base/event-types.js';
import {say} from '../base/notices.js';
import {t} from '../base/texts.js';
import {Dialog, DialogEnd} from '../part/dialog.js';
import {Checks, Choice, TextField, readIds} from '../part/fields.js';
import {HeaderRows, headersFrom, readHeaders} from './header-rows.js';
import {keyName} from './names.js';
import {TemplateField, readTemplate} from './template-field.js';

const {button, div, form, p} = tags;
const IDS = ['topics', 'statuses', 'priorities'];

function before(webhook, keys) {
  const ids = name => webhook?.[name]?.join(', ') ?? '';
  return {
    keyId: owners(keys)[0]?.[0] ?? '',
    url: webhook?.url ?? '',
    description: webhook?.description ?? '',
    types: (webhook?.types ?? []).map(shortType),
    departments: webhook?.departments ?? [],
    topics: ids('topics'),
    statuses: ids('statuses'),
    priorities: ids('priorities'),
    headers: headersFrom(webhook?.headers),
    template: webhook?.template ? JSON.stringify(webhook.template, null, 2) : '',
  };
}

/** As the server takes it. @throws Error with the text of the first field that cannot be read */
function wanted(fields, isNew) {
  const many = values => values.length ? values : null;
  const ids = Object.fromEntries(IDS.map(name => {
    const read = readIds(fields[name]);
    if (!read) {
      throw new Error(t('ids.unreadable', {field: t(name)}));
    }
    return [name, many(read)];
  }));
  return {
    ...(isNew ? {keyId: Number(fields.keyId)} : {}),
    url: fields.url.trim(),
    description: fields.description,
    types: many(fields.types.map(type => type + VERSION)),
    departments: many(fields.departments),
    ...ids,
    headers: readHeaders(fields.headers),
    template: readTemplate(fields.template),
  };
}

/** Only what was changed here. */
function changes(webhook, fields, keys) {
  const old = wanted(before(webhook, keys), false);
  return Object.fromEntries(Object.entries(wanted(fields, false))
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name])));
}

/** Members without a value say nothing when a webhook is made. */
function made(fields) {
  return Object.fromEntries(Object.entries(wanted(fields, true)).filter(([, value]) => value !== null && value !== ''));
}

/** A webhook is a key's: its departments and notes bound what it is told. */
function owners(keys) {
  return keys.items.filter(key => key.maySubscribe && key.active).map(key => [String(key.id), keyName(key)]);
}

function Owner({keys, value, onChange}) {
  const choices = owners(keys);
  return choices.length === 0 ? p({class: 'invalid', role: 'alert'}, t('webhook.owner.none'))
    : h(Choice, {name: t('webhook.owner'), value, choices, onChange, 'data-field': 'keyId'});
}

/** Makes a webhook, or changes one. `edited` null: a new one. */
export function WebhookForm({edited, keys, onClose, onSaved}) {
  const [fields, set] = useState(() => before(edited, keys));
  const [failure, fail] = useState('');
  const [isBusy, busy] = useState(false);
  const put = name => value => set(now => ({...now, [name]: value}));
  const field = (name, more) =>
    h(TextField, {name: t(name), 'data-field': name, value: fields[name], onInput: put(name), ...more});
  const submit = async event => {
    event.preventDefault();
    busy(true);
    try {
      const saved = edited ? await ask('PATCH', `webhooks/${edited.id}`, changes(edited, fields, keys))
        : await ask('POST', 'webhooks', made(fields));
      say(t('saved'));
      onSaved(saved);
    } catch (refused) {
      fail(refused.message);
      busy(false);
    }
  };
  return h(Dialog, {id: 'webhook-form', title: t(edited ? 'webhook.edit' : 'webhook.new'), isWide: true, onClose},
    form({onSubmit: submit},
      field('url', {type: 'url', required: true, autofocus: true, maxLength: 2000, placeholder: 'https://'}),
      field('description', {maxLength: 255}),
      !edited && h(Owner, {keys, value: fields.keyId, onChange: put('keyId')}),
      h(Checks, {name: t('types.choose'), id: 'types', choices: EVENT_TYPES.map(type => [type, type]),
        chosen: fields.types, onChange: put('types')}),
      h(Checks, {name: t('departments.choose'), id: 'webhook-departments', chosen: fields.departments,
        choices: keys.departments.map(each => [each.id, each.name]), onChange: put('departments')}),
      div({class: 'columns'}, IDS.map(name => field(name, {key: name, hint: t('ids.hint'), inputMode: 'numeric'}))),
      h(HeaderRows, {rows: fields.headers, onChange: put('headers')}),
      h(TemplateField, {value: fields.template, type: fields.types[0], onInput: put('template')}),
      p({id: 'webhook-error', role: 'alert', class: 'invalid'}, failure),
      h(DialogEnd, {},
        button({type: 'button', class: 'btn btn-plain', onClick: onClose}, t('cancel')),
        button({type: 'submit', id: 'save', class: 'btn btn-primary', disabled: isBusy}, t('save')))));
}
