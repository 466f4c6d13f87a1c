/** What every page needs: asked once. */
import { signal } from "@preact/signals";
import { address, get } from "./client";
import type { About, Facets, Vocabulary } from "./types";

export const about = signal<About | null>(null);
export const vocabulary = signal<Vocabulary | null>(null);
/** Sides in the order of how much is said for them: the order of their colours and patterns. */
export const sides = signal<string[]>([]);

export async function loadShared(): Promise<void> {
  const ask = <T>(path: string, use: (told: T) => void): Promise<void> =>
    get<T>(address(path)).then(use, () => undefined); // pages show their own errors
  await Promise.all([
    ask<About>("/about", (told) => (about.value = told)),
    ask<Vocabulary>("/vocabulary", (told) => (vocabulary.value = told)),
    ask<Facets>("/claims/facets", (told) => {
      sides.value = (told.facets["side"] ?? []).map((one) => one.value ?? "none").filter((side) => side !== "none");
    }),
  ]);
}
