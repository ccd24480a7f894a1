import {h, tags, useState} from '../base/html.js';
import {open, query} from '../base/api.js';
import {fromField, toField} from '../base/format.js';
import {attempt} from '../base/notices.js';
import {t} from '../base/texts.js';
import {Dialog, DialogEnd} from '../part/dialog.js';
import {TextField} from '../part/fields.js';

const {button, div, form, p} = tags;
const HOUR_MS = 3600000;

function Range({id, title, hint, action, onClose, onChosen}) {
  const [from, setFrom] = useState(toField(Date.now() - HOUR_MS));
  const [to, setTo] = useState(toField(Date.now() + 60000));
  const submit = event => {
    event.preventDefault();
    onChosen({from: fromField(from), to: fromField(to)});
  };
  const field = (name, value, onInput) =>
    h(TextField, {name: t(name), type: 'datetime-local', required: true, value, onInput});
  return h(Dialog, {id, title, onClose}, form({onSubmit: submit},
    p(hint),
    div({class: 'columns'}, field('from', from, setFrom), field('to', to, setTo)),
    h(DialogEnd, {},
      button({type: 'button', class: 'btn btn-plain', onClick: onClose}, t('cancel')),
      button({type: 'submit', class: 'btn btn-primary'}, action))));
}

/** Asks of when the deliveries are to be sent again. */
export function RangeDialog(properties) {
  return h(Range, {...properties, id: 'range', title: t('redeliver.range'), hint: t('redeliver.range.hint'),
    action: t('redeliver')});
}

/** A link cannot send the token, so the file comes through the page. */
async function save(path, range) {
  const answer = await open('GET', `${path}/deliveries${query(range)}`, {accept: 'application/x-ndjson'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${path.replaceAll('/', '-')}-${range.from}.ndjson`;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function ExportDialog({path, onClose}) {
  return h(Range, {id: 'export-range', title: t('export'), hint: t('export.hint'), action: t('export'), onClose,
    onChosen: range => {
      onClose();
      attempt(() => save(path, range), t('exported'));
    }});
}
