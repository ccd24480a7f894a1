/** Elements as functions: `p({class: 'lead'}, 'text')` or `p('text')`. What came from a server is only ever text. */
const {h, render, Fragment} = window.preact;
const {useEffect, useLayoutEffect, useMemo, useRef, useState, useId} = window.preactHooks;

const isProperties = value => value !== null && typeof value === 'object' && value.constructor === Object;

const made = new Map();

function tag(name) {
  if (!made.has(name)) {
    made.set(name, (first, ...rest) => isProperties(first) ? h(name, first, ...rest) : h(name, null, first, ...rest));
  }
  return made.get(name);
}

export const tags = new Proxy({}, {get: (ignored, name) => tag(name)});

export {h, render, Fragment, useEffect, useLayoutEffect, useMemo, useRef, useState, useId};
