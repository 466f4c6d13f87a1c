import type { When } from "../data/types";
import { t } from "../strings";

const DAY = 86_400_000;

export const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const toDay = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** Days as told: one day, from – to, or unknown. */
export function days(when: { from: string | null; to: string | null } | When | null): string {
  if (!when || (!when.from && !when.to)) return "–";
  if (when.from === when.to) return when.from ?? "–";
  if (!when.from) return `${t("to")} ${when.to}`;
  if (!when.to) return `${t("from")} ${when.from}`;
  return `${when.from} – ${when.to}`;
}
