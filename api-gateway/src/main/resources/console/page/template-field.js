import {h, tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {VERSION} from '../base/event-types.js';
import {t} from '../base/texts.js';
import {json} from '../part/bits.js';
import {TextArea} from '../part/fields.js';

const {button, div, p} = tags;

/** Null if there is none. @throws Error if it is no JSON */
export function readTemplate(text) {
  if (text.trim() === '') {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new Error(`${t('template.unreadable')} ${failure.message}`);
  }
}

/** The body's template, and what it makes of a sample event: by the service itself, which renders it for deliveries. */
export function TemplateField({value, type, onInput}) {
  const [shown, show] = useState(null);
  const preview = async () => {
    try {
      const template = readTemplate(value);
      show({body: await ask('POST', 'webhooks/preview', {template, ...(type ? {type: type + VERSION} : {})})});
    } catch (refused) {
      show({error: refused.message});
    }
  };
  return div({class: 'field'},
    h(TextArea, {name: t('template'), hint: t('template.hint'), rows: 6, value, onInput, 'data-field': 'template',
      class: 'form-control form-control-sm code'}),
    button({type: 'button', id: 'preview', class: 'btn btn-sm btn-plain', onClick: preview}, t('template.preview')),
    div({id: 'preview-result', role: 'status'},
      shown?.error && p({class: 'invalid'}, shown.error),
      shown?.body && json(shown.body.body ?? shown.body, {'aria-label': t('template.preview'), role: 'region'})));
}
