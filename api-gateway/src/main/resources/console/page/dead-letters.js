import {h, tags, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {bytes} from '../base/format.js';
import {attempt} from '../base/notices.js';
import {t} from '../base/texts.js';
import {useLoad} from '../base/use.js';
import {act, at, failure, head, json, loading} from '../part/bits.js';
import {confirmed} from '../part/confirm.js';
import {Dialog, DialogEnd} from '../part/dialog.js';
import {PagedTable} from '../part/table.js';

const {a, button, dd, div, dl, dt, p, span} = tags;

const at1970 = ms => at(ms ? new Date(ms).toISOString() : null);

const path = letter => `dead-letters/${encodeURIComponent(letter.id)}`;

function name(letter) {
  return `${letter.type} ${letter.ticket ?? ''}`.trim();
}

function LetterDialog({letter, onClose, onReplay}) {
  const {data, error, isLoading, reload} = useLoad(signal => ask('GET', path(letter), undefined, signal), [letter.id]);
  const fact = (title, value) => div({key: title}, dt(t(title)), dd(value));
  return h(Dialog, {id: 'letter', title: name(letter), isWide: true, onClose},
    dl({class: 'facts'},
      fact('reason', letter.reason),
      fact('id', a({href: `#/commands?id=${letter.id}`}, letter.id)),
      fact('acceptedAt', at(letter.acceptedAt)),
      fact('failedAt', at1970(letter.failedAt)),
      fact('keyId', String(letter.apiKeyId ?? '–'))),
    failure(error, reload),
    !data && isLoading && loading(),
    data && (data.command ? json(data.command, {role: 'region', 'aria-label': t('command')})
      : p(t('letter.unreadable'))),
    h(DialogEnd, {}, button({type: 'button', class: 'btn btn-primary', onClick: onReplay}, t('replay'))));
}

export function DeadLetters() {
  const {data, error, isLoading, reload} = useLoad(signal => ask('GET', 'dead-letters', undefined, signal), []);
  const [open, setOpen] = useState(null);
  const replayed = async where => {
    const {replayed: count} = await ask('POST', where, {});
    reload();
    return t('replayed', {count: Number(count)});
  };
  const replay = letter => {
    setOpen(null);
    attempt(() => replayed(`${path(letter)}/replay`));
  };
  const replayAll = async () => await confirmed(t('replay.confirm.all', {count: data.total}), t('replay.all'))
    && attempt(() => replayed('dead-letters/replay'));
  const discard = async letter => await confirmed(t('letter.confirm.discard', {name: name(letter)}), t('discard'))
    && attempt(() => ask('DELETE', path(letter)).then(reload), t('discarded'));
  const columns = [
    {title: t('failedAt'), isHead: true, cell: letter => at1970(letter.failedAt)},
    {title: t('command'), cell: letter => letter.type},
    {title: t('ticket'), cell: letter => letter.ticket ?? '–'},
    {title: t('keyId'), isNumber: true, cell: letter => String(letter.apiKeyId ?? '–')},
    {title: t('reason'), cell: letter => span({class: 'break'}, letter.reason)},
    {title: t('size'), isNumber: true, cell: letter => bytes(letter.bytes)},
    {title: t('actions'), cell: letter => span({class: 'actions'},
      act('look', name(letter), () => setOpen(letter)),
      act('replay', name(letter), () => replay(letter)),
      act('discard', name(letter), () => discard(letter), {class: 'btn btn-sm btn-plain danger'}))},
  ];
  return [
    head(t('page.dead-letters'),
      button({type: 'button', id: 'reload', class: 'btn btn-sm btn-plain', onClick: reload}, t('reload')),
      button({type: 'button', id: 'replay-all', class: 'btn btn-sm btn-primary', disabled: !data?.total,
        onClick: replayAll}, t('replay.all'))),
    p({class: 'form-text'}, t('letters.hint')),
    failure(error, reload),
    !data && isLoading && loading(),
    data && data.total > data.items.length && p(t('letters.more', {count: data.items.length, total: data.total})),
    data && h(PagedTable, {id: 'letters', name: t('page.dead-letters'), columns, rows: data.items,
      empty: t('letters.empty')}),
    open && h(LetterDialog, {letter: open, onClose: () => setOpen(null), onReplay: () => replay(open)}),
  ];
}
