import {store, stored} from './stored.js';

const NAME = 'console-theme';
export const THEMES = ['auto', 'light', 'dark'];
const dark = matchMedia('(prefers-color-scheme: dark)');
let chosen = stored(NAME, THEMES, 'auto');
const watchers = new Set();

export function currentTheme() {
  return chosen;
}

function shownTheme() {
  return chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen;
}

export function chooseTheme(theme) {
  chosen = theme;
  store(NAME, theme);
  show();
}

/** What draws by itself, such as a plot, takes its colours anew. Returns how to stop. */
export function onTheme(told) {
  watchers.add(told);
  return () => watchers.delete(told);
}

function show() {
  document.documentElement.dataset.bsTheme = shownTheme();
  watchers.forEach(told => told());
}

dark.addEventListener('change', show);
show();
