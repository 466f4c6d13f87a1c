import { useEffect, useState } from "preact/hooks";
import { get } from "./client";

export interface Answer<T> { data: T | null; error: Error | null; loading: boolean; again: () => void }

/** The answer of an address, asked anew when it changes; what was there before stays while the next one is on its way. */
export function useApi<T>(url: string | null): Answer<T> {
  const [state, set] = useState<{ data: T | null; error: Error | null; loading: boolean }>({ data: null, error: null, loading: url !== null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (url === null) return;
    const stop = new AbortController();
    set((before) => ({ ...before, loading: true, error: null }));
    get<T>(url, stop.signal)
      .then((data) => set({ data, error: null, loading: false }))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) set({ data: null, error: error instanceof Error ? error : new Error(String(error)), loading: false });
      });
    return () => stop.abort();
  }, [url, turn]);
  return { ...state, again: () => setTurn(turn + 1) };
}
