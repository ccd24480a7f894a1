import {h, tags, useEffect, useLayoutEffect, useRef, useState} from '../base/html.js';
import {forgetFailure, onNotice} from '../base/notices.js';
import {route} from '../base/route.js';
import {onSignOut, signOut, token} from '../base/session.js';
import {currentLanguage, t} from '../base/texts.js';
import {Confirmation} from '../part/confirm.js';
import {Commands} from './commands.js';
import {DeadLetters} from './dead-letters.js';
import {Events} from './events.js';
import {Keys} from './keys.js';
import {Mails} from './mails.js';
import {Navigation} from './navigation.js';
import {Overview} from './overview.js';
import {Preferences} from './preferences.js';
import {SignIn} from './sign-in.js';
import {Webhook} from './webhook.js';
import {Webhooks} from './webhooks.js';

const {a, button, div, footer, header, main, p, span} = tags;

function WebhookPages({place}) {
  const [id] = place.rest;
  return id ? h(Webhook, {key: id, id, place}) : h(Webhooks);
}

const PAGES = {
  overview: Overview,
  keys: Keys,
  webhooks: WebhookPages,
  mails: Mails,
  'dead-letters': DeadLetters,
  commands: Commands,
  events: Events,
};

function usePlace() {
  const [place, set] = useState(route);
  useEffect(() => {
    const changed = () => set(route());
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return PAGES[place.page] ? place : {...place, page: 'overview', rest: []};
}

/** After a change of page the reader is at its heading, and a failure of the former one is gone. */
function useFocus(path) {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) {
      document.querySelector('h1')?.focus();
      forgetFailure();
    }
    isFirst.current = false;
  }, [path]);
}

function Notice() {
  const [notice, set] = useState(null);
  useEffect(() => onNotice(set), []);
  useEffect(() => {
    const timer = notice && !notice.isBad ? setTimeout(() => set(null), 8000) : null;
    return () => clearTimeout(timer);
  }, [notice]);
  return div({class: 'notices'},
    p({id: 'message', role: 'status', class: notice && !notice.isBad ? 'notice good' : ''},
      notice && !notice.isBad && notice.text),
    p({id: 'failure', role: 'alert', class: notice?.isBad ? 'notice bad' : ''},
      notice?.isBad && [span(notice.text), ' ',
        button({type: 'button', class: 'btn-close', 'aria-label': t('close'), onClick: () => set(null)})]));
}

/** The frame of all pages. A change of language or theme renders everything anew. */
export function Shell() {
  const [, redraw] = useState(0);
  const [entry, setEntry] = useState({isIn: token() !== null, why: ''});
  const place = usePlace();
  const path = [place.page, ...place.rest].join('/');
  useEffect(() => onSignOut(why => setEntry({isIn: false, why})), []);
  useFocus(path);
  useLayoutEffect(() => {
    document.documentElement.lang = currentLanguage();
    document.title = `${t(entry.isIn ? `page.${place.page}` : 'signIn')} · Ticketwire`;
  });
  const preferences = h(Preferences, {onChange: () => redraw(before => before + 1)});
  if (!entry.isIn) {
    return div({class: 'entry'},
      h(SignIn, {why: entry.why, onSignedIn: () => setEntry({isIn: true, why: ''})}), footer(preferences));
  }
  return div({class: 'frame'},
    a({class: 'skip', href: '#main', onClick: event => {
      event.preventDefault();
      document.querySelector('h1')?.focus();
    }}, t('skip')),
    header({class: 'side'}, h(Navigation, {page: place.page}),
      div({class: 'side-end'}, preferences,
        button({type: 'button', id: 'sign-out', class: 'btn btn-sm btn-plain', onClick: () => signOut()},
          t('signOut')))),
    main({id: 'main'}, h(Notice), h(PAGES[place.page], {key: place.page, place})),
    h(Confirmation));
}
