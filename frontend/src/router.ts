/** Where the reader is: path and query of the address bar are the whole state of a page. */
import { signal } from "@preact/signals";

export interface Where { path: string; query: URLSearchParams }

const now = (): Where => ({ path: location.pathname, query: new URLSearchParams(location.search) });

export const where = signal<Where>(now());

const numberOf = (state: unknown): number => (state as { entry?: number } | null)?.entry ?? 0;
const depths = new Map<number, number>(); // how far down each entry of the history was read
let entry = numberOf(history.state);
if (history.state === null) history.replaceState({ entry }, "");

addEventListener("popstate", (event) => {
  if (event.state === null) { // a link within the page, which the browser scrolls to by itself
    history.replaceState({ entry: ++entry }, "");
    return;
  }
  depths.set(entry, scrollY);
  entry = numberOf(event.state);
  where.value = now();
  const depth = depths.get(entry);
  if (depth !== undefined) scrollBack(depth);
});

/** Scrolls as soon as the page is long enough again: what it shows may still be on its way. */
function scrollBack(depth: number, until = performance.now() + 2000): void {
  const path = location.pathname;
  requestAnimationFrame(() => {
    if (location.pathname !== path) return;
    if (document.documentElement.scrollHeight - innerHeight >= depth || performance.now() > until) scrollTo(0, depth);
    else scrollBack(depth, until);
  });
}

export function go(url: string, how: "push" | "replace" = "push"): void {
  if (how === "push") {
    depths.set(entry, scrollY);
    history.pushState({ entry: ++entry }, "", url);
  } else history.replaceState({ entry }, "", url);
  where.value = now();
}

/** The query with some values changed: null takes one away, a list gives one several times. */
export function changed(query: URLSearchParams, changes: Record<string, string | string[] | null>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    if (value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) if (one !== "") next.append(name, one);
  }
  return next;
}

export function setQuery(changes: Record<string, string | string[] | null>, how: "push" | "replace" = "push"): void {
  const text = changed(where.value.query, changes).toString();
  go(where.value.path + (text ? `?${text}` : ""), how);
}

/** Follows links within the app without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.pathname.startsWith("/api/") || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  go(link.pathname + link.search);
  scrollTo(0, 0);
}

export const placeUrl = (key: string): string => `/place/${encodeURIComponent(key)}`;
export const incidentUrl = (number: number): string => `/incident/${number}`;
export const sourceUrl = (key: string): string => `/source/${encodeURIComponent(key)}`;
export const reportUrl = (id: string, claim?: string): string => `/report/${encodeURIComponent(id)}${claim ? `?claim=${claim}` : ""}`;
