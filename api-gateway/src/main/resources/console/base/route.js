/** Addresses within the console: `#/webhooks/3?state=failed`. They hold no secret. */
export function route() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/').map(part => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return {page: page || 'overview', rest, parameters: Object.fromEntries(new URLSearchParams(search))};
}

/** Keeps the page and its place in the history: for filters. */
export function replaceParameters(text) {
  history.replaceState(null, '', `${location.hash.split('?')[0]}${text}`);
}
