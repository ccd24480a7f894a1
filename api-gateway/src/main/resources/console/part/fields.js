import {tags, useId} from '../base/html.js';

const {div, fieldset, input, label, legend, option, select, small, textarea} = tags;

/** A labelled control: `control(properties)` makes it. A hint or an error belongs to it for screen readers too. */
function Field({name, hint, error, control, isInline}) {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return div({class: isInline ? 'field inline' : 'field'},
    label({for: id, class: 'form-label'}, name),
    control({id, 'aria-describedby': told, 'aria-invalid': error ? true : undefined}),
    hint && small({id: `${id}-hint`, class: 'form-text'}, hint),
    error && small({id: `${id}-error`, class: 'invalid', role: 'alert'}, error));
}

export function TextField({name, hint, error, value, onInput, isInline, ...properties}) {
  return Field({name, hint, error, isInline, control: common => input({
    type: 'text', class: 'form-control form-control-sm', autocomplete: 'off', ...properties, ...common, value,
    onInput: event => onInput(event.target.value),
  })});
}

export function TextArea({name, hint, error, value, onInput, ...properties}) {
  return Field({name, hint, error, control: common => textarea({
    class: 'form-control form-control-sm', spellcheck: false, ...properties, ...common, value,
    onInput: event => onInput(event.target.value),
  })});
}

/** @param choices `[value, text]` each */
export function Choice({name, value, choices, onChange, isInline, ...properties}) {
  return Field({name, isInline, control: common => select({
    class: 'form-select form-select-sm', ...properties, ...common, value,
    onChange: event => onChange(event.target.value),
  }, choices.map(([each, text]) => option({key: each, value: each, selected: each === value}, text)))});
}

export function Check({name, isOn, onChange, ...properties}) {
  const id = useId();
  return div({class: 'form-check'},
    input({type: 'checkbox', class: 'form-check-input', ...properties, id, checked: isOn,
      onChange: event => onChange(event.target.checked)}),
    label({for: id, class: 'form-check-label'}, name));
}

/** A box for each choice. @param choices `[value, text]` each; `chosen` the values that are ticked */
export function Checks({name, id, choices, chosen, onChange, isDisabled = false, children}) {
  const toggled = (value, isOn) => onChange(isOn ? [...chosen, value] : chosen.filter(each => each !== value));
  return fieldset({class: 'field', id},
    legend({class: 'form-label'}, name),
    children,
    div({class: 'checks'}, choices.map(([value, text]) => tags.div({key: value},
      Check({name: text, isOn: chosen.includes(value), disabled: isDisabled, value,
        onChange: isOn => toggled(value, isOn)})))));
}

/** Ids as an operator writes them, `1, 2`; null for what is none. */
export function readIds(text) {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return parts.every(part => /^\d+$/.test(part)) ? parts.map(Number) : null;
}
