import {tags, useState} from '../base/html.js';
import {t} from '../base/texts.js';

const {button, caption, div, nav, span, table, tbody, td, th, thead, tr} = tags;

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out because a table that is not laid
 * out as one loses them.
 *
 * @param columns `{title, cell(row), isHead, isNumber, isFlag, label}`; `label` where the title alone is too short
 * @param empty what is said, and what to do, when there are no rows
 */
export function Table({id, name, columns, rows, empty, identity = row => row.id, rowClass = () => ''}) {
  if (rows.length === 0) {
    return div({class: 'empty', id}, empty);
  }
  const kind = column => column.isNumber ? 'number' : column.isFlag ? 'flag' : undefined;
  return div({class: 'table-box', role: 'region', 'aria-label': name, tabIndex: 0},
    table({id, class: 'table table-sm stack', role: 'table'},
      caption({class: 'visually-hidden'}, name),
      thead({role: 'rowgroup'}, tr({role: 'row'}, columns.map(column => th({
        role: 'columnheader', scope: 'col', class: kind(column), title: column.label, 'aria-label': column.label,
      }, column.title)))),
      tbody({role: 'rowgroup'}, rows.map(row => tr({key: identity(row), role: 'row', class: rowClass(row)},
        columns.map(column => (column.isHead ? th : td)({
          role: column.isHead ? 'rowheader' : 'cell',
          scope: column.isHead ? 'row' : undefined,
          class: kind(column),
          'data-label': column.title,
        }, div(column.cell(row)))))))));
}

/** Rows that are all here already, a page at a time. */
export function PagedTable({rows, size = 50, ...properties}) {
  const [page, turn] = useState(0);
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const shown = Math.min(page, last);
  return [
    Table({...properties, rows: rows.slice(shown * size, (shown + 1) * size)}),
    last > 0 && nav({class: 'pages', 'aria-label': t('pages')},
      button({type: 'button', class: 'btn btn-sm btn-plain', disabled: shown === 0, onClick: () => turn(shown - 1)},
        t('pages.before')),
      span({role: 'status'}, t('pages.shown', {page: shown + 1, pages: last + 1, count: rows.length})),
      button({type: 'button', class: 'btn btn-sm btn-plain', disabled: shown === last, onClick: () => turn(shown + 1)},
        t('pages.after'))),
  ];
}

/** Further rows from the server. */
export function More({hasMore, onMore}) {
  return hasMore && div({class: 'pages'},
    button({type: 'button', class: 'btn btn-sm btn-plain', onClick: onMore}, t('pages.more')));
}
