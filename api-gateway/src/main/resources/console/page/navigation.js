import {tags, useEffect, useState} from '../base/html.js';
import {t} from '../base/texts.js';

const {a, button, div, img, li, nav, span, ul} = tags;
const NAMES = ['overview', 'keys', 'webhooks', 'mails', 'dead-letters', 'commands', 'events'];

/** The list of pages: beside the page, or folded behind a button where there is no room. */
export function Navigation({page}) {
  const [isOpen, open] = useState(false);
  useEffect(() => {
    const fold = () => open(false);
    window.addEventListener('hashchange', fold);
    return () => window.removeEventListener('hashchange', fold);
  }, []);
  return nav({'aria-label': t('pages.all'), class: isOpen ? 'is-open' : ''},
    div({class: 'brand'},
      img({src: 'icon.svg', alt: '', width: 28, height: 28}),
      span('Ticketwire'),
      button({type: 'button', class: 'btn btn-sm btn-plain menu', 'aria-expanded': isOpen, 'aria-controls': 'pages',
        onClick: () => open(!isOpen)}, t('menu'))),
    ul({id: 'pages'}, NAMES.map(name => li({key: name},
      a({href: `#/${name}`, 'aria-current': name === page ? 'page' : undefined}, t(`page.${name}`))))));
}
