import {tags, useId, useLayoutEffect, useRef} from '../base/html.js';
import {t} from '../base/texts.js';

const {dialog, div, h2, button} = tags;

/**
 * A modal dialog. The browser keeps the focus in it and gives it back when it closes; Escape closes it. It is gone when
 * its parent no longer renders it, which `onClose` asks for.
 */
export function Dialog({id, title, onClose, isWide = false, children}) {
  const element = useRef(null);
  const heading = useId();
  const isGone = useRef(false);
  useLayoutEffect(() => {
    const shown = element.current;
    const opener = document.activeElement;
    shown.showModal();
    return () => {
      isGone.current = true;
      shown.close();
      if (!opener?.isConnected) {
        document.querySelector('h1')?.focus();
      }
    };
  }, []);
  const close = event => {
    event.preventDefault();
    onClose();
  };
  const properties = {id, class: isWide ? 'panel wide' : 'panel', 'aria-labelledby': heading};
  // A browser may close it without asking, when Escape is pressed twice.
  return dialog({ref: element, ...properties, onCancel: close, onClose: () => isGone.current || onClose()},
    div({class: 'panel-head'},
      h2({id: heading, class: 'h5 m-0'}, title),
      button({type: 'button', class: 'btn-close', 'aria-label': t('close'), onClick: close})),
    children);
}

/** The row of buttons at a dialog's end. */
export function DialogEnd({children}) {
  return div({class: 'panel-end'}, children);
}

