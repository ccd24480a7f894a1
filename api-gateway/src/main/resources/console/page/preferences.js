import {tags, useId} from '../base/html.js';
import {LANGUAGES, chooseLanguage, currentLanguage, t} from '../base/texts.js';
import {THEMES, chooseTheme, currentTheme} from '../base/theme.js';

const {div, label, option, select} = tags;

function Preference({name, id, value, choices, onChange}) {
  const own = useId();
  return div({class: 'preference'},
    label({for: id ?? own}, name),
    select({id: id ?? own, class: 'form-select form-select-sm', value, onChange: event => onChange(event.target.value)},
      choices.map(([each, text]) => option({key: each, value: each, selected: each === value}, text))));
}

/** Language and colours: kept in the browser, they say nothing about the operator. */
export function Preferences({onChange}) {
  const chosen = choose => value => {
    choose(value);
    onChange();
  };
  return div({class: 'preferences'},
    Preference({name: t('language'), id: 'language', value: currentLanguage(), choices: Object.entries(LANGUAGES),
      onChange: chosen(chooseLanguage)}),
    Preference({name: t('theme'), id: 'theme', value: currentTheme(),
      choices: THEMES.map(theme => [theme, t(`theme.${theme}`)]), onChange: chosen(chooseTheme)}));
}
