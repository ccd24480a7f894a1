import {h, tags, useEffect, useState} from '../base/html.js';
import {t} from '../base/texts.js';
import {Dialog, DialogEnd} from './dialog.js';

const {button, p} = tags;
let ask = () => {};

/** Asks before something is done that cannot be taken back. `question` names the thing. Resolves to yes or no. */
export function confirmed(question, action) {
  return new Promise(answered => ask({question, action, answered}));
}

/** Shows the question; it is in the shell once. */
export function Confirmation() {
  const [asked, set] = useState(null);
  useEffect(() => {
    ask = set;
  }, []);
  if (!asked) {
    return null;
  }
  const answer = isYes => {
    set(null);
    asked.answered(isYes);
  };
  return h(Dialog, {id: 'confirm', title: t('confirm.title'), onClose: () => answer(false)},
    p({id: 'confirm-text'}, asked.question),
    h(DialogEnd, {},
      button({type: 'button', class: 'btn btn-plain', autofocus: true, onClick: () => answer(false)}, t('cancel')),
      button({type: 'button', class: 'btn btn-danger', id: 'yes', onClick: () => answer(true)}, asked.action)));
}
