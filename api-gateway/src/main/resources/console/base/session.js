/** The operator's token: in this tab only, gone when it is closed; never in a cookie or an address. */
const NAME = 'operator-token';
let watcher = () => {};

export function token() {
  return sessionStorage.getItem(NAME);
}

export function signIn(entered) {
  sessionStorage.setItem(NAME, entered);
}

/** @param why what the operator is told; empty if it was their own wish */
export function signOut(why = '') {
  sessionStorage.removeItem(NAME);
  watcher(why);
}

export function onSignOut(told) {
  watcher = told;
}
