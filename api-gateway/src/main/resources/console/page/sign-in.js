import {tags, useEffect, useRef, useState} from '../base/html.js';
import {ask} from '../base/api.js';
import {signIn, signOut} from '../base/session.js';
import {t} from '../base/texts.js';

const {button, form, h1, img, input, label, main, p} = tags;

/** Asks for the operator's token, and whether it is right before any page is shown. */
export function SignIn({why, onSignedIn}) {
  const field = useRef(null);
  const [entered, enter] = useState('');
  const [failure, fail] = useState(why);
  const [isBusy, busy] = useState(false);
  useEffect(() => field.current.focus(), []);
  const submit = async event => {
    event.preventDefault();
    busy(true);
    fail('');
    signIn(entered);
    try {
      await ask('GET', 'operations');
      onSignedIn();
    } catch (refused) {
      signOut(refused.message);
      fail(refused.message);
      busy(false);
    }
  };
  return main({class: 'sign-in'}, form({id: 'sign-in', onSubmit: submit},
    img({src: 'icon.svg', alt: '', width: 40, height: 40}),
    h1({class: 'h4'}, t('signIn.title')),
    p({class: 'text-body-secondary'}, t('signIn.hint')),
    input({type: 'text', name: 'username', autocomplete: 'username', value: 'operator', hidden: true, readOnly: true}),
    label({for: 'token', class: 'form-label'}, t('token')),
    input({id: 'token', ref: field, type: 'password', class: 'form-control', autocomplete: 'current-password',
      required: true, value: entered, 'aria-describedby': 'failure', onInput: event => enter(event.target.value)}),
    p({id: 'failure', role: 'alert', class: 'invalid'}, failure),
    button({type: 'submit', class: 'btn btn-primary w-100', disabled: isBusy}, t('signIn'))));
}
