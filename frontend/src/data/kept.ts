/** What the browser keeps: nothing where it refuses to, as it may within another site's frame. */
export type Shelf = "localStorage" | "sessionStorage";

export function read(shelf: Shelf, key: string): string | null {
  try {
    return window[shelf].getItem(key);
  } catch {
    return null;
  }
}

export function keep(shelf: Shelf, key: string, text: string): void {
  try {
    window[shelf].setItem(key, text);
  } catch { /* it holds for this page */ }
}
