import {tags} from '../base/html.js';
import {t} from '../base/texts.js';

const {button, div, fieldset, input, legend, small} = tags;

/** @param headers names, as the server tells them: values are never shown again */
export function headersFrom(headers) {
  const names = Array.isArray(headers) ? headers : Object.keys(headers ?? {});
  return names.map(name => ({name, value: '', isKept: true}));
}

/** As the server takes them: a value of null stays as it is. Null if there are none. */
export function readHeaders(rows) {
  const named = rows.filter(row => row.name.trim());
  return named.length === 0 ? null
    : Object.fromEntries(named.map(row => [row.name.trim(), row.isKept && row.value === '' ? null : row.value]));
}

/** Names and values of the headers that go with every delivery. */
export function HeaderRows({rows, onChange}) {
  const put = (index, changed) => onChange(rows.map((row, at) => at === index ? {...row, ...changed} : row));
  const text = (row, index, name, more) => input({
    type: 'text', class: 'form-control form-control-sm', autocomplete: 'off', value: row[name],
    'aria-label': `${t(`header.${name}`)} ${index + 1}`,
    onInput: event => put(index, {[name]: event.target.value}),
    ...more,
  });
  return fieldset({class: 'field', id: 'headers'},
    legend({class: 'form-label'}, t('headers')),
    rows.map((row, index) => div({class: 'header-row', key: index},
      text(row, index, 'name', {placeholder: 'X-Name', readOnly: row.isKept}),
      text(row, index, 'value', {placeholder: row.isKept ? t('header.kept') : ''}),
      button({type: 'button', class: 'btn btn-sm btn-plain', 'aria-label': `${t('remove')}: ${row.name || index + 1}`,
        onClick: () => onChange(rows.filter((ignored, at) => at !== index))}, t('remove')))),
    button({type: 'button', id: 'add-header', class: 'btn btn-sm btn-plain',
      onClick: () => onChange([...rows, {name: '', value: '', isKept: false}])}, t('header.add')),
    small({class: 'form-text'}, t('headers.hint')));
}
