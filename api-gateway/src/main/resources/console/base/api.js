import {signOut, token} from './session.js';
import {t} from './texts.js';

/** An answer that is no success. `status` 0: there was none. `field`: the member of the body that was refused. */
export class Refused extends Error {
  constructor(status, message, {code = null, field = null} = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/** @param path from the management address' root, such as `keys/3`; the console may be published below a prefix */
async function call(method, path, {body, accept = 'application/json', signal, headers = {}} = {}) {
  try {
    return await fetch(`../${path}`, {
      method,
      headers: {
        ...headers,
        Accept: accept,
        Authorization: `Bearer ${token()}`,
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refused(0, t('error.unreachable'));
  }
}

function message(status, problem) {
  const known = {401: 'error.401', 403: 'error.403', 503: 'error.503'}[status];
  const detail = problem?.detail ?? problem?.title ?? '';
  if (status === 401 || (known && !detail)) {
    return t(known);
  }
  return known ? `${t(known)} ${detail}` : detail || t('error.status', {status: String(status)});
}

/** The response itself, for streams and downloads. */
export async function open(method, path, options) {
  const answer = await call(method, path, options);
  if (answer.ok) {
    return answer;
  }
  const problem = await answer.json().catch(() => null);
  const refused = new Refused(answer.status, message(answer.status, problem), problem ?? {});
  if (answer.status === 401) {
    signOut(refused.message);
  }
  throw refused;
}

/** The JSON of the answer, null if it has none. */
export async function ask(method, path, body, signal) {
  const answer = await open(method, path, {body, signal});
  if (answer.status === 204) {
    return null;
  }
  try {
    return await answer.json();
  } catch {
    throw new Refused(0, t('error.unreadable'));
  }
}

/** `?a=1&b=2` of those that are set; a list is repeated. */
export function query(parameters) {
  const search = new URLSearchParams();
  Object.entries(parameters).forEach(([name, value]) => [value].flat()
    .filter(each => each !== null && each !== undefined && each !== '')
    .forEach(each => search.append(name, each)));
  const text = search.toString();
  return text ? `?${text}` : '';
}
