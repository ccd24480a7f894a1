import {useEffect, useRef, useState} from './html.js';

/**
 * What `load(signal)` answers, again whenever one of `of` changes. A failure leaves the former data, so that a page
 * does not become empty because one request was lost.
 */
export function useLoad(load, of) {
  const [state, set] = useState({data: null, error: null, isLoading: true});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const aborting = new AbortController();
    set(before => ({...before, isLoading: true}));
    load(aborting.signal)
      .then(data => !aborting.signal.aborted && set({data, error: null, isLoading: false}))
      .catch(error => !aborting.signal.aborted && set(before => ({...before, error, isLoading: false})));
    return () => aborting.abort();
  }, [...of, turn]);
  return {
    ...state,
    reload: () => setTurn(before => before + 1),
    change: changed => set(before => ({...before, data: changed(before.data)})),
  };
}

/** Calls `work` every `milliseconds` while somebody can see the page. */
export function useEvery(milliseconds, work) {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const timer = setInterval(() => document.hidden || latest.current(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}

/**
 * A list that the server gives in pages: `load(after, signal)` answers `{items, next}`. Reloading leads back to the first
 * page; `isExtended`: there are others.
 */
export function usePages(load, of) {
  const [more, setMore] = useState({items: [], next: undefined});
  const first = useLoad(signal => load(undefined, signal), of);
  useEffect(() => setMore({items: [], next: undefined}), [first.data]);
  const next = more.next === undefined ? first.data?.next : more.next;
  return {
    ...first,
    items: first.data ? [...first.data.items, ...more.items] : null,
    isExtended: more.items.length > 0,
    hasMore: Boolean(next),
    loadMore: async () => {
      const page = await load(next);
      setMore(before => ({items: [...before.items, ...page.items], next: page.next ?? null}));
    },
  };
}
