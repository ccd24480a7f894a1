import {de} from '../text/de.js';
import {en} from '../text/en.js';
import {store, stored} from './stored.js';

const TEXTS = {en, de};
const NAME = 'console-language';
export const LANGUAGES = {en: 'English', de: 'Deutsch'};

let language = stored(NAME, Object.keys(TEXTS), navigator.language.startsWith('de') ? 'de' : 'en');

export function currentLanguage() {
  return language;
}

/** The language as the browser's owner writes times and numbers in it, such as en-GB. */
export function locale() {
  return navigator.languages.find(each => each.split('-')[0] === language) ?? language;
}

export function chooseLanguage(chosen) {
  language = chosen;
  store(NAME, chosen);
}

/**
 * The text of a name in the chosen language. `{value}` in it is replaced; a text with forms (`one`, `other`) takes the
 * one that fits `count`.
 */
export function t(name, values = {}) {
  const found = TEXTS[language][name] ?? name;
  const form = () => new Intl.PluralRules(language).select(values.count);
  const text = typeof found === 'string' ? found : found[form()] ?? found.other;
  return text.replace(/\{(\w+)}/g, (whole, key) => {
    const value = values[key];
    return typeof value === 'number' ? new Intl.NumberFormat(locale()).format(value) : value ?? whole;
  });
}

/** A text that may be missing, such as one for a value that a newer server knows; then the value itself. */
export function named(prefix, value) {
  return TEXTS[language][`${prefix}.${value}`] === undefined ? String(value) : t(`${prefix}.${value}`);
}
