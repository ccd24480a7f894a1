import {tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {t} from '../base/texts.js';
import {useLoad} from '../base/use.js';
import {failure} from '../part/bits.js';
import {Table} from '../part/table.js';

const {code, details, p, summary} = tags;

function permission(endpoint) {
  if (endpoint.permission === null) {
    return t('endpoints.anyKey');
  }
  return endpoint.orElse === null ? code(endpoint.permission)
    : t('endpoints.or', {one: endpoint.permission, other: endpoint.orElse});
}

/** What is served, and which permission a key needs for it. Loaded when it is opened. */
export function Endpoints() {
  const [isOpen, open] = useState(false);
  const {data, error, reload} = useLoad(
    async signal => isOpen ? ask('GET', 'operations', undefined, signal) : null, [isOpen]);
  return details({class: 'fold', id: 'endpoints', onToggle: event => open(event.target.open)},
    summary(t('endpoints')),
    p({class: 'form-text'}, t('endpoints.hint')),
    failure(error, reload),
    data && Table({
      name: t('endpoints'), rows: data.items, empty: '',
      identity: endpoint => `${endpoint.method} ${endpoint.path}`,
      columns: [
        {title: t('method'), cell: endpoint => endpoint.method},
        {title: t('path'), isHead: true, cell: endpoint => code(endpoint.path)},
        {title: t('permission'), cell: permission},
      ],
    }));
}
