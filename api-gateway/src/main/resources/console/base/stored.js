/** A choice that outlives the tab. Where the browser keeps nothing, it lasts as long as the page. */
export function stored(name, choices, byDefault) {
  let value = null;
  try {
    value = localStorage.getItem(name);
  } catch {
    // Storage is switched off.
  }
  return choices.includes(value) ? value : byDefault;
}

export function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage is switched off.
  }
}
