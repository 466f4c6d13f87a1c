import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReadClaim } from "../data/types";
import { setQuery } from "../router";
import { t } from "../strings";
import { cut } from "../text/marks";
import { marksOf } from "../text/of-claims";
import { ClaimCard } from "./claim-card";
import { MarkedText } from "./marked-text";

interface Props { text: string; claims: ReadClaim[]; chosen?: string | null; keep?: boolean }

/** A text with its claims: each points to the other, by hover, click and keys. */
export function Reader({ text, claims, chosen = null, keep = false }: Props) {
  const [picked, pick] = useState<string | null>(chosen);
  const latest = useRef(picked); // a key may be pressed before the page shows what the one before it chose
  const [over, hover] = useState<string | null>(null);
  const cards = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => [...claims].sort((a, b) => a.evidence.start - b.evidence.start), [claims]);
  const pieces = useMemo(() => cut(text, marksOf(claims)), [text, claims]);
  const choose = (id: string): void => {
    latest.current = id;
    pick(id);
    if (keep) setQuery({ claim: id }, "replace");
  };
  useLayoutEffect(() => { // before the marks can be seen: a key pressed at once is not lost
    const step = (event: KeyboardEvent): void => {
      if ((event.key !== "j" && event.key !== "k") || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
      const at = ordered.findIndex((claim) => claim.id === latest.current);
      const next = ordered[Math.max(0, Math.min(ordered.length - 1, at + (event.key === "j" ? 1 : -1)))];
      if (next) choose(next.id);
    };
    addEventListener("keydown", step);
    return () => removeEventListener("keydown", step);
  });
  useEffect(() => {
    if (!picked) return;
    document.querySelector(`mark[data-claims~="${picked}"]`)?.scrollIntoView({ block: "nearest" });
    const box = cards.current;
    const card = box?.querySelector<HTMLElement>(`[data-claim="${picked}"]`);
    if (box && card && getComputedStyle(box).overflowY === "auto") box.scrollTop = card.offsetTop - box.offsetTop - 60;
  }, [picked]);
  return (
    <>
      <div class="key noprint" aria-label={t("report.marked")} role="group">
        {(["evidence", "source", "place", "time", "number"] as const).map((kind) => <span key={kind}><span class={`m m-${kind}`}>{t(`mark.${kind}`)}</span></span>)}
        <span>{t("report.keys")}</span>
      </div>
      <div class="reader">
        <article class="text" dir="auto"><MarkedText pieces={pieces} on={over ?? picked} choose={choose} hover={hover} /></article>
        <div class="cards" ref={cards} tabIndex={0} role="region" aria-label={t("place.claims")}>
          {ordered.map((claim) => <ClaimCard key={claim.id} claim={claim} on={claim.id === picked} choose={choose} hover={hover} kept={keep} />)}
          {ordered.length === 0 ? <p class="soft">{t("empty")}</p> : null}
        </div>
      </div>
    </>
  );
}

export function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

