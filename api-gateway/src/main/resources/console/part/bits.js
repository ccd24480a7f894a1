import {tags} from '../base/html.js';
import {ago, dateOnly, dateTime, utc} from '../base/format.js';
import {named, t} from '../base/texts.js';

const {button, div, h1, h2, p, pre, span, time} = tags;

/** A page's heading with its actions. It takes the focus when the page is opened. */
export function head(title, ...actions) {
  return div({class: 'page-head'}, h1({tabIndex: -1, class: 'h4 m-0'}, title), div({class: 'actions'}, actions));
}

export function subhead(title, ...actions) {
  return div({class: 'page-head sub'}, h2({class: 'h6 m-0'}, title), div({class: 'actions'}, actions));
}

/** An instant in the operator's zone; its title says it in UTC. */
export function at(iso, missing = '–') {
  return iso ? time({dateTime: iso, title: utc(iso), class: 'nowrap'}, dateTime(iso)) : missing;
}

/** Only its day; its title says the rest. */
export function day(iso) {
  return time({dateTime: iso, title: `${dateTime(iso)} · ${utc(iso)}`, class: 'nowrap'}, dateOnly(iso));
}

/** The same as its age, for what is usually recent. */
export function since(iso, missing = '–') {
  return iso ? time({dateTime: iso, title: `${dateTime(iso)} · ${utc(iso)}`, class: 'nowrap'}, ago(iso)) : missing;
}

const KINDS = {
  good: 'success', active: 'success', delivered: 'success', applied: 'success', ready: 'success',
  bad: 'danger', failed: 'danger', disabled: 'danger', away: 'danger',
  rejected: 'warning', notReady: 'warning', paused: 'warning',
  pending: 'info', requested: 'info', accepted: 'info',
};

/** A state as a word in its colour; the colour says nothing that the word does not. */
export function badge(state, text = named('state', state)) {
  const kind = KINDS[state] ?? 'secondary';
  return span({class: `badge border bg-${kind}-subtle text-${kind}-emphasis border-${kind}-subtle`}, text);
}

export function json(value, properties = {}) {
  return pre({class: 'json', tabIndex: 0, ...properties}, JSON.stringify(value, null, 2));
}

/** A failure to load what a page shows, with a way to try again. */
export function failure(error, again) {
  return error && error.status !== 401 && div({class: 'alert alert-danger', role: 'alert'},
    span(error.message), ' ', button({type: 'button', class: 'btn btn-sm btn-plain', onClick: again}, t('again')));
}

export function loading() {
  return p({class: 'text-body-secondary', role: 'status'}, t('loading'));
}

/** A button in a row; `of` names the thing, for those who do not see the row. */
export function act(name, of, onClick, properties = {}) {
  return button({
    type: 'button', class: 'btn btn-sm btn-plain', 'aria-label': `${t(name)}: ${of}`, onClick, ...properties,
  }, t(name));
}
