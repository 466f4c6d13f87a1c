/** The words of the interface in the reader's language. */
import { signal } from "@preact/signals";
import { en, type Key } from "./en";
import { uk } from "./uk";

export type { Key };
const languages = { en, uk } satisfies Record<string, Record<Key, string>>;
export type Language = keyof typeof languages;
const KEPT = "fogline.language";

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "uk") return kept;
  return navigator.language.startsWith("uk") ? "uk" : "en";
}

export const language = signal<Language>(first());

export function choose(next: Language): void {
  localStorage.setItem(KEPT, next);
  language.value = next;
}

/** One text; {name} in it becomes the value of that name. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return languages[language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A text whose key comes from data, or the data itself where there is none. */
export function tell(prefix: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return t("unknown");
  const key = `${prefix}.${value}`;
  return key in en ? t(key as Key) : value.replaceAll("_", " ");
}

export const number = (value: number): string => value.toLocaleString(language.value);
