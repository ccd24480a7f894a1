import {open, query} from './api.js';
import {readEvents} from './stream.js';

const PAUSE_MS = 2000;

const pause = (signal, ms) => new Promise(over => {
  const timer = setTimeout(over, ms);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    over();
  });
});

/**
 * Follows the events until `signal` aborts, across lost connections: it goes on where it was, so that none is missed.
 *
 * @param tell what happens: `onState('open' | 'connecting')`, `onEvent(event)`, `onRefused(failure)` which ends it
 */
export async function follow(filters, signal, {onState, onEvent, onRefused}) {
  let last = null;
  while (!signal.aborted) {
    onState('connecting');
    try {
      const answer = await open('GET', `events${query(filters)}`,
        {accept: 'text/event-stream', signal, headers: last ? {'Last-Event-ID': last} : {}});
      onState('open');
      await readEvents(answer.body, told => {
        last = told.id || last;
        if (told.data) {
          onEvent(JSON.parse(told.data));
        }
      });
    } catch (failure) {
      if (!signal.aborted && failure.status && failure.status < 500) {
        onRefused(failure);
        return;
      }
    }
    await pause(signal, PAUSE_MS);
  }
}
