/** The words of the interface in the reader's language. */
import { signal } from "@preact/signals";
import { keep, read } from "../data/kept";
import { en, type Key } from "./en";
import { uk } from "./uk";
import { ukLabels } from "./uk-labels";
import { ukStatus } from "./uk-statuses";

export type { Key };
const languages = { en, uk } satisfies Record<string, Record<Key, string>>;
export type Language = keyof typeof languages;
const KEPT = "fogline.language";

function first(): Language {
  const kept = read("localStorage", KEPT);
  if (kept === "en" || kept === "uk") return kept;
  return navigator.language.startsWith("uk") ? "uk" : "en";
}

export const language = signal<Language>(first());

export function choose(next: Language): void {
  keep("localStorage", KEPT, next);
  language.value = next;
}

/** One text; {name} in it becomes the value of that name. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return languages[language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A word of the vocabulary in the reader's language, else as it is given: in English. */
export const label = (key: string, given: string): string => (language.value === "uk" ? ukLabels[key] : undefined) ?? given;

/** Who is said to hold a place, in the reader's language. */
export const statusText = (told: string): string => (language.value === "uk" ? ukStatus(told) : told);

/** A text whose key comes from data, or the data itself where there is none. */
export function tell(prefix: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return t("unknown");
  const key = `${prefix}.${value}`;
  return key in en ? t(key as Key) : label(key, value.replaceAll("_", " "));
}

export const number = (value: number): string => value.toLocaleString(language.value);
