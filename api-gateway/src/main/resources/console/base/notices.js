/** What came of an operator's act, for the eye and for screen readers. One at a time. */
let told = () => {};
let serial = 0;

export function onNotice(watcher) {
  told = watcher;
}

export function say(text, isBad = false) {
  told(text ? {text, isBad, serial: ++serial} : null);
}

/** A failure belongs to the page where it happened; what was done stays done. */
export function forgetFailure() {
  told(before => before?.isBad ? null : before);
}

/** Does what was asked for, and says what came of it. Resolves to whether it worked. */
export async function attempt(work, success = '') {
  try {
    const text = await work();
    say(typeof text === 'string' ? text : success);
    return true;
  } catch (failure) {
    if (failure.status !== 401) {
      say(failure.message, true);
    }
    return false;
  }
}
