import { useEffect, useState } from "preact/hooks";
import { get } from "./client";
import type { Page } from "./types";

/** The items of a list so far, and a way to the next ones: `page` is the first, of the address `url` (which has a query). */
export function usePages<T>(page: Page<T>, url: string): { items: T[]; next: string | null; more: () => void } {
  const [items, set] = useState(page.items);
  const [next, setNext] = useState(page.next);
  useEffect(() => {
    set(page.items);
    setNext(page.next);
  }, [page]);
  const more = (): void => {
    void get<Page<T>>(`${url}&cursor=${encodeURIComponent(next ?? "")}`).then((told) => {
      set((before) => [...before, ...told.items]);
      setNext(told.next);
    }, () => undefined); // the button stays, to try again
  };
  return { items, next, more };
}
