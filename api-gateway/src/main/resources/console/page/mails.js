import {h, tags, useState} from '../base/html.js';
import {ask, query} from '../base/api.js';
import {number} from '../base/format.js';
import {attempt} from '../base/notices.js';
import {t} from '../base/texts.js';
import {useLoad, usePages} from '../base/use.js';
import {act, at, badge, failure, head, loading} from '../part/bits.js';
import {confirmed} from '../part/confirm.js';
import {Dialog, DialogEnd} from '../part/dialog.js';
import {Choice, TextField} from '../part/fields.js';
import {More, Table} from '../part/table.js';

const {button, code, dd, div, dl, dt, form, p, pre, small, span} = tags;
const PAGE = 50;
const STATES = ['failed', 'waiting', 'sending', 'sent', 'discarded'];
const UNSENT = ['failed', 'waiting'];

const path = mail => `mails/${mail.id}`;

const written = person => person.name ? `${person.name} <${person.address}>` : person.address;

const recipients = mail => mail.recipients.map(written).join(', ');

/** The server's last answer. */
function answer(mail) {
  return mail.error ? small({class: 'break'}, mail.status ? [code(String(mail.status)), ' '] : '', mail.error) : '–';
}

function MailDialog({mail, onClose, onResend}) {
  const {data, error, isLoading, reload} = useLoad(signal => ask('GET', path(mail), undefined, signal), [mail.id]);
  const fact = (title, value) => div({key: title}, dt(t(title)), dd(value));
  return h(Dialog, {id: 'mail', title: mail.subject, isWide: true, onClose},
    dl({class: 'facts'},
      fact('mail.type', t(`mail.type.${mail.type}`)),
      fact('ticket', mail.number ?? '–'),
      fact('mail.from', written(mail.from)),
      fact('mail.to', recipients(mail)),
      fact('mail.server', mail.server ?? '–'),
      fact('mail.answer', answer(mail)),
      fact('mail.messageId', code({class: 'break'}, mail.messageId))),
    failure(error, reload),
    !data && isLoading && loading(),
    data && (data.html || data.text
      ? pre({class: 'json', tabindex: 0, role: 'region', 'aria-label': t('mail.content')}, data.html ?? data.text)
      : p(t('mail.content.gone'))),
    UNSENT.includes(mail.state)
      && h(DialogEnd, {}, button({type: 'button', class: 'btn btn-primary', onClick: onResend}, t('mail.resend'))));
}

function columns(look, resend, discard) {
  return [
    {title: t('mail.created'), isHead: true, cell: mail => at(mail.created)},
    {title: t('mail.type'), cell: mail => t(`mail.type.${mail.type}`)},
    {title: t('ticket'), cell: mail => mail.number ?? '–'},
    {title: t('mail.to'), cell: mail => span({class: 'break'}, recipients(mail))},
    {title: t('state'), cell: mail => badge(mail.state)},
    {title: t('attempts'), isNumber: true, cell: mail => number(mail.attempts)},
    {title: t('mail.answer'), cell: answer},
    {title: t('actions'), cell: mail => span({class: 'actions'},
      act('look', mail.subject, () => look(mail)),
      UNSENT.includes(mail.state) && act('mail.resend', mail.subject, () => resend(mail)),
      UNSENT.includes(mail.state)
        && act('discard', mail.subject, () => discard(mail), {class: 'btn btn-sm btn-plain danger'}))},
  ];
}

function Found({search}) {
  const [open, setOpen] = useState(null);
  const {items, error, isLoading, hasMore, loadMore, reload} = usePages(async (after, signal) => {
    const asking = query({state: search.state, number: search.number, after, limit: PAGE});
    const page = await ask('GET', `mails${asking}`, undefined, signal);
    return {items: page.mails, next: page.next};
  }, [search.state, search.number]);
  const resend = mail => {
    setOpen(null);
    attempt(() => ask('POST', `${path(mail)}/resend`, {}).then(reload), t('mail.resent'));
  };
  const discard = async mail => await confirmed(t('mail.confirm.discard', {name: mail.subject}), t('discard'))
    && attempt(() => ask('DELETE', path(mail)).then(reload), t('discarded'));
  const resendAll = async () => await confirmed(t('mail.confirm.all'), t('mail.resend.all'))
    && attempt(async () => {
      const {mails} = await ask('POST', 'mails/resend', {});
      reload();
      return t('mail.resent.many', {count: mails});
    });
  return [
    div({class: 'filters'},
      button({type: 'button', id: 'reload', class: 'btn btn-sm btn-plain', onClick: reload}, t('reload')),
      button({type: 'button', id: 'resend-all', class: 'btn btn-sm btn-plain', onClick: resendAll},
        t('mail.resend.all'))),
    failure(error, reload),
    !items && isLoading && loading(),
    items && Table({id: 'mails', name: t('page.mails'), columns: columns(setOpen, resend, discard), rows: items,
      empty: t('mails.empty')}),
    h(More, {hasMore, onMore: loadMore}),
    open && h(MailDialog, {mail: open, onClose: () => setOpen(null), onResend: () => resend(open)}),
  ];
}

/** The mails that Ticketwire has decided to send, by their state; at first those that were given up. */
export function Mails({place}) {
  const [state, setState] = useState(place.parameters.state ?? 'failed');
  const [ticket, setTicket] = useState(place.parameters.number ?? '');
  const entered = () => ({state: state === 'all' ? undefined : state, number: ticket.trim() || undefined});
  const [search, setSearch] = useState(entered);
  const submit = event => {
    event.preventDefault();
    setSearch(entered());
  };
  return [
    head(t('page.mails')),
    p({class: 'form-text'}, t('mails.hint')),
    form({class: 'filters', id: 'search', onSubmit: submit},
      h(Choice, {name: t('state'), value: state, onChange: setState, 'data-field': 'state',
        choices: [...STATES.map(each => [each, t(`state.${each}`)]), ['all', t('mails.all')]]}),
      h(TextField, {name: t('ticket'), value: ticket, onInput: setTicket, 'data-field': 'number'}),
      div({class: 'field'}, button({type: 'submit', class: 'btn btn-sm btn-primary'}, t('find')))),
    h(Found, {key: `${search.state} ${search.number}`, search}),
  ];
}
