import {h, tags, useState} from '../base/html.js';
import {t} from '../base/texts.js';
import {Dialog, DialogEnd} from './dialog.js';

const {button, code, p} = tags;

/** Shows a secret once. It is kept nowhere: when the dialog is closed it is gone. */
export function SecretDialog({title, hint, secret, onClose}) {
  const [told, tell] = useState('');
  const copy = () => navigator.clipboard.writeText(secret).then(() => tell(t('copied')), () => tell(t('copied.not')));
  return h(Dialog, {id: 'secret', title, onClose},
    p(hint),
    p(code({id: 'secret-text', class: 'secret', tabIndex: 0}, secret)),
    p({role: 'status', class: 'small mb-0'}, told),
    h(DialogEnd, {},
      button({type: 'button', class: 'btn btn-plain', onClick: copy}, t('copy')),
      button({type: 'button', class: 'btn btn-primary', id: 'secret-done', onClick: onClose}, t('done'))));
}
