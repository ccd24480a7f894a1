import {h, tags} from '../base/html.js';
import {ask} from '../base/api.js';
import {shortType} from '../base/event-types.js';
import {duration} from '../base/format.js';
import {named, t} from '../base/texts.js';
import {useLoad} from '../base/use.js';
import {at, badge, failure, loading} from '../part/bits.js';
import {Dialog} from '../part/dialog.js';
import {Table} from '../part/table.js';

const {code, dd, div, dl, dt, pre} = tags;

/** The receiver's answer is text of a stranger: it is shown as it is and never interpreted. */
function attempts(delivery) {
  return Table({
    id: 'attempts', name: t('attempts'), rows: delivery.attempts ?? [], empty: t('attempts.empty'),
    identity: attempt => attempt.number,
    columns: [
      {title: t('number'), isNumber: true, isHead: true, cell: attempt => String(attempt.number)},
      {title: t('time'), cell: attempt => at(attempt.started)},
      {title: t('duration'), isNumber: true, cell: attempt => duration(attempt.durationMs)},
      {title: t('answer'), cell: attempt => [
        attempt.status ? String(attempt.status) : named('error.delivery', attempt.error),
        attempt.answer && pre({class: 'answer'}, attempt.answer),
      ]},
    ],
  });
}

export function DeliveryDialog({path, delivery, onClose}) {
  const {data, error, isLoading, reload} =
    useLoad(signal => ask('GET', `${path}/deliveries/${delivery.id}`, undefined, signal), [delivery.id]);
  const shown = data ?? delivery;
  const fact = (name, value) => value && div({key: name}, dt(t(name)), dd(value));
  return h(Dialog, {id: 'delivery', title: `${shortType(shown.type)} ${shown.number ?? ''}`, isWide: true, onClose},
    dl({class: 'facts'},
      fact('state', badge(shown.state)),
      fact('event', code({class: 'break'}, shown.event)),
      fact('time', at(shown.eventTime)),
      fact('delivery.nextAttempt', shown.nextAttempt && at(shown.nextAttempt)),
      fact('delivery.settled', shown.settled && at(shown.settled))),
    failure(error, reload),
    !data && isLoading && loading(),
    data && attempts(data));
}
