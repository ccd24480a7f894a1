import {TEXTS} from './texts.js';

const TOKEN = 'operator-token';
const LANGUAGE = 'language';
const $ = id => document.getElementById(id);
let language = localStorage.getItem(LANGUAGE) || (navigator.language.startsWith('de') ? 'de' : 'en');
let known = {items: [], permissions: [], departments: []};
let endpoints = [];

function text(name, values = {}) {
  return TEXTS[language][name].replace(/\{(\w+)}/g, (whole, value) => values[value] ?? whole);
}

/** What came from the server is only ever set as text. */
function element(tag, content, attributes = {}) {
  const made = document.createElement(tag);
  made.append(...(Array.isArray(content) ? content : [content]));
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

function say(message, isBad = false) {
  $('message').textContent = message;
  $('message').classList.toggle('bad', isBad);
}

class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: {Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}`, 'Content-Type': 'application/json'},
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch {
    throw new Refused(0, text('unreachable'));
  }
  const told = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (answer.ok) {
    return told;
  }
  throw new Refused(answer.status, answer.status === 401 ? text('wrongToken') : told?.detail ?? String(answer.status));
}

/** Does what an operator asked for, and says what came of it. */
async function attempt(work) {
  try {
    await work();
  } catch (failure) {
    if (failure.status === 401) {
      signOut();
    }
    say(failure.message, true);
  }
}

function shown(isSignedIn) {
  $('sign-in').hidden = isSignedIn;
  $('desk').hidden = !isSignedIn;
  $('sign-out').hidden = !isSignedIn;
  if (!isSignedIn) {
    $('token').focus();
  }
}

async function load() {
  [known, {items: endpoints}] = await Promise.all([ask('GET', '../keys'), ask('GET', '../operations')]);
  shown(true);
  draw();
}

function signOut() {
  sessionStorage.removeItem(TOKEN);
  known = {items: [], permissions: [], departments: []};
  shown(false);
  draw();
}

function draw() {
  document.documentElement.lang = language;
  document.title = `Ticketwire: ${text('title')}`;
  document.querySelectorAll('[data-text]').forEach(place => { place.textContent = text(place.dataset.text); });
  $('language').value = language;
  drawKeys();
  drawEndpoints();
}

function head(table, names) {
  $(table).tHead.rows[0].replaceChildren(...names.map(name => name.startsWith('can_')
    // Seven of them stand side by side: the short name is enough for the eye.
    ? element('th', name.replace(/^can_|_tickets$/g, '').replaceAll('_', ' '), {scope: 'col', class: 'flag', title: name, 'aria-label': name})
    : element('th', name, {scope: 'col'})));
}

function drawKeys() {
  head('keys', [text('key'), text('active'), ...known.permissions, text('departments'), text('addresses'),
    text('expires'), text('limits'), text('lastUsed'), text('actions')]);
  $('keys').tBodies[0].replaceChildren(...known.items.map(row));
}

function label(key) {
  return key.name || key.secrets[0]?.prefix || String(key.id);
}

function row(key) {
  const name = label(key);
  const title = element('th', name, {scope: 'row'});
  if (key.origin === 'osticket') {
    title.append(element('small', text('osTicketKey')));
  }
  key.secrets.forEach(secret => title.append(element('small', [
    element('code', `${secret.prefix}…`),
    secret.validUntil ? ` ${text('validUntil', {time: time(secret.validUntil)})}` : '',
  ])));
  const limits = [[text('perSecond'), key.requestsPerSecond], [text('inFlight'), key.inFlight]]
    .filter(([, limit]) => limit !== null)
    .map(([what, limit]) => element('small', `${what}: ${limit}`));
  const buttons = [button('edit', name, () => edit(key))];
  if (key.origin === 'ticketwire') {
    buttons.push(button('rotate', name, () => rotate(key)));
  }
  buttons.push(button('revoke', name, () => revoke(key)));
  return element('tr', [
    title,
    flag(key, 'active', key.active, isOn => ({active: isOn})),
    ...known.permissions.map(permission => flag(
      key, permission, key.permissions.includes(permission), isOn => ({permissions: {[permission]: isOn}}))),
    element('td', [
      key.departments === null ? text('allDepartments') : key.departments.map(department).join(', ') || text('noDepartment'),
      key.seesNotes ? '' : element('small', text('withoutNotes')),
    ]),
    element('td', (key.addresses ?? [key.osTicketAddress ?? '0.0.0.0'])
      .map(address => element('small', address === '0.0.0.0' ? text('anyAddress') : address))),
    element('td', key.expires ? time(key.expires) : text('never')),
    element('td', limits),
    element('td', key.lastUsed ? time(key.lastUsed) : text('never')),
    element('td', buttons),
  ], key.active ? {} : {class: 'off'});
}

function department(id) {
  return known.departments.find(d => d.id === id)?.name ?? String(id);
}

function time(iso) {
  return new Date(iso).toLocaleString(language);
}

function button(action, name, work) {
  const made = element('button', text(action), {type: 'button', 'aria-label': `${text(action)}: ${name}`});
  made.addEventListener('click', work);
  return made;
}

/** A box that is saved when it is ticked. */
function flag(key, name, isOn, change) {
  const box = element('input', '', {type: 'checkbox', 'aria-label': `${label(key)}: ${name}`});
  box.checked = isOn;
  box.dataset.key = key.id;
  box.dataset.flag = name;
  box.addEventListener('change', () => attempt(async () => {
    box.disabled = true;
    try {
      put(await ask('PATCH', `../keys/${key.id}`, change(box.checked)));
      say(text('saved'));
    } finally {
      drawKeys();
      document.querySelector(`[data-key="${key.id}"][data-flag="${name}"]`)?.focus();
    }
  }));
  return element('td', box, {class: 'flag'});
}

function put(key) {
  const at = known.items.findIndex(item => item.id === key.id);
  known.items.splice(at < 0 ? known.items.length : at, at < 0 ? 0 : 1, key);
}

function drawEndpoints() {
  head('endpoints', [text('method'), text('path'), text('permission')]);
  $('endpoints').tBodies[0].replaceChildren(...endpoints.map(endpoint => element('tr', [
    element('td', endpoint.method),
    element('td', element('code', endpoint.path)),
    element('td', endpoint.permission === null ? text('anyKey')
      : endpoint.orElse === null ? endpoint.permission
        : text('or', {one: endpoint.permission, other: endpoint.orElse})),
  ])));
}

function boxes(place, entries) {
  $(place).replaceChildren(...entries.map(([value, name, isOn]) => {
    const box = element('input', '', {type: 'checkbox', value});
    box.checked = isOn;
    return element('label', [box, name]);
  }));
}

function ticked(place) {
  return [...$(place).querySelectorAll('input:checked')].map(box => box.value);
}

function edit(key) {
  const isOwn = !key || key.origin === 'ticketwire';
  $('edit-title').textContent = key ? label(key) : text('newKey');
  $('name-row').hidden = !isOwn;
  $('name').value = key?.name ?? '';
  $('active').checked = key?.active ?? true;
  boxes('permissions', known.permissions.map(p => [p, p, key?.permissions.includes(p) ?? false]));
  const bound = key?.departments ?? [];
  const gone = bound.filter(id => !known.departments.some(d => d.id === id));
  boxes('departments', [...known.departments, ...gone.map(id => ({id, name: String(id)}))]
    .map(d => [d.id, d.name, bound.includes(d.id)]));
  $('all-departments').checked = !key || key.departments === null;
  boundDepartments();
  $('sees-notes').checked = key?.seesNotes ?? true;
  $('addresses').value = key?.addresses?.join('\n') ?? '';
  $('expires').value = key?.expires ? local(key.expires) : '';
  $('per-second').value = key?.requestsPerSecond ?? '';
  $('in-flight').value = key?.inFlight ?? '';
  $('edit-error').textContent = '';
  $('edit').querySelector('form').onsubmit = event => {
    event.preventDefault();
    save(key, isOwn);
  };
  $('edit').showModal();
}

/** Either all, or those that are ticked. */
function boundDepartments() {
  $('departments').querySelectorAll('input').forEach(box => { box.disabled = $('all-departments').checked; });
}

/** As the field takes it: the operator's own time, without zone. */
function local(iso) {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

/** What the fields say. */
function entered(isOwn) {
  const addresses = $('addresses').value.split(/[\s,]+/).filter(Boolean);
  return {
    ...(isOwn ? {name: $('name').value} : {}),
    active: $('active').checked,
    permissions: ticked('permissions'),
    departments: $('all-departments').checked ? null : ticked('departments').map(Number),
    seesNotes: $('sees-notes').checked,
    addresses: addresses.length ? addresses : null,
    expires: $('expires').value ? new Date($('expires').value).toISOString() : null,
    requestsPerSecond: $('per-second').value ? Number($('per-second').value) : null,
    inFlight: $('in-flight').value ? Number($('in-flight').value) : null,
  };
}

/** Only what was changed here: somebody else may have changed the rest meanwhile. */
function changes(key, wanted) {
  const before = {...key, expires: key.expires && new Date(local(key.expires)).toISOString()};
  const isSame = (a, b) => JSON.stringify(Array.isArray(a) ? [...a].sort() : a) === JSON.stringify(Array.isArray(b) ? [...b].sort() : b);
  const changed = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !isSame(value, before[name])));
  if (changed.permissions) {
    changed.permissions = Object.fromEntries(known.permissions
      .filter(p => wanted.permissions.includes(p) !== key.permissions.includes(p))
      .map(p => [p, wanted.permissions.includes(p)]));
  }
  return changed;
}

async function save(key, isOwn) {
  $('save').disabled = true;
  try {
    const wanted = entered(isOwn);
    const saved = await (key ? ask('PATCH', `../keys/${key.id}`, changes(key, wanted)) : ask('POST', '../keys', wanted));
    $('edit').close();
    accepted(saved);
  } catch (failure) {
    $('edit-error').textContent = failure.message;
    if (failure.status === 401) {
      $('edit').close();
      signOut();
      say(failure.message, true);
    }
  } finally {
    $('save').disabled = false;
  }
}

/** Shows the secret where there is one, and keeps it nowhere. */
function accepted({secret, ...key}) {
  put(key);
  drawKeys();
  say(text('saved'));
  if (secret) {
    $('secret-text').textContent = secret;
    $('secret').showModal();
  }
}

function confirmed(question, action) {
  $('confirm-text').textContent = question;
  $('yes').textContent = action;
  $('confirm').returnValue = 'no';
  $('confirm').showModal();
  return new Promise(answered => {
    $('confirm').addEventListener('close', () => answered($('confirm').returnValue === 'yes'), {once: true});
  });
}

function rotate(key) {
  return attempt(async () => {
    if (await confirmed(text('confirmRotate', {key: label(key)}), text('rotate'))) {
      accepted(await ask('POST', `../keys/${key.id}/rotate`, {}));
    }
  });
}

function revoke(key) {
  return attempt(async () => {
    if (await confirmed(text('confirmRevoke', {key: label(key)}), text('revoke'))) {
      await ask('DELETE', `../keys/${key.id}`);
      known = await ask('GET', '../keys');
      drawKeys();
      say(text('revoked'));
    }
  });
}

$('language').addEventListener('change', event => {
  language = event.target.value;
  localStorage.setItem(LANGUAGE, language);
  draw();
});
$('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, $('token').value);
  $('token').value = '';
  say('');
  attempt(load);
});
$('sign-out').addEventListener('click', signOut);
$('new-key').addEventListener('click', () => edit(null));
$('cancel').addEventListener('click', () => $('edit').close());
$('all-departments').addEventListener('change', boundDepartments);
$('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText($('secret-text').textContent);
    $('secret-message').textContent = text('copied');
  } catch {
    $('secret-message').textContent = text('notCopied');
  }
});
$('secret').addEventListener('close', () => {
  $('secret-text').textContent = '';
  $('secret-message').textContent = '';
});

draw();
if (sessionStorage.getItem(TOKEN)) {
  attempt(load);
} else {
  shown(false);
}
