import { useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { address, get, part } from "../data/client";
import type { ClaimRow, Incident, Judgement, Page, WholeClaim } from "../data/types";
import { useApi } from "../data/use-api";
import { Failure } from "../parts/shown";
import { go, incidentUrl } from "../router";
import { t, type Key } from "../strings";
import { judge, token, undo, user, type Judged } from "./session";

const done = signal<number[]>([]); // what was judged here, by number: an incident may get another number by it
const ACTS: Record<string, Key> = { merge: "incident.merged", split: "incident.split_off", undo: "incident.undone" };
const DAYS = 3; // around the incident, in which claims are offered

/** Merges and splits of an incident's claims, each of which can be taken back. */
export function useTies(incident: Incident, again: () => void) {
  const [error, fail] = useState<Error | null>(null);
  const [told, say] = useState("");
  const act = async (work: () => Promise<Judged>, anchor: string): Promise<void> => {
    if (!user.value || !token.value) return say(t("review.need"));
    fail(null);
    try {
      const judged = await work();
      if (judged.judgement.kind !== "undo") done.value = [...done.value, judged.judgement.number];
      say(t("review.done", { kind: t(ACTS[judged.judgement.kind] ?? "review.undo"), words: judged.claim?.words ?? "" }));
      const now = (await get<WholeClaim>(address(`/claims/${part(anchor)}`))).claim?.incident;
      if (now !== undefined && now !== null && now !== incident.id) go(incidentUrl(now), "replace");
      else again();
    } catch (problem) {
      fail(problem as Error);
    }
  };
  return {
    message: <><p role="status" class="soft small" dir="auto">{told}</p>{error ? <Failure error={error} /> : null}</>,
    split: (claim: ClaimRow) => act(() => judge({ kind: "split", claim: claim.id }), incident.members.find((one) => one.id !== claim.id)?.id ?? claim.id),
    merge: (claim: ClaimRow) => act(() => judge({ kind: "merge", claim: claim.id, other: incident.members[0]!.id }), incident.members[0]!.id),
    undo: (judgement: Judgement) => act(() => undo(judgement.number), incident.members[0]!.id),
  };
}

/** The merges and splits that stand, of claims of this incident or made in this tab. */
export function Standing({ incident, take }: { incident: Incident; take: (judgement: Judgement) => void }) {
  const newest = done.value.at(-1) ?? 0; // asked anew after each
  const answer = useApi<Page<Judgement>>(`${address("/review/judgements", { limit: 200 })}#${incident.claims}-${newest}`);
  const members = new Set(incident.members.map((one) => one.id));
  const found = (answer.data?.items ?? []).filter((one) => ["merge", "split"].includes(one.kind) && !one.undone && (members.has(one.target) || done.value.includes(one.number)));
  if (found.length === 0) return null;
  return (
    <>
      <h2>{t("incident.judged")}</h2>
      <ul class="plain">{found.map((one) => (
        <li class="list-item" key={one.number}>{t(ACTS[one.kind] ?? "incident.merged")} <span class="soft small">{one.user}, {one.at.slice(0, 10)}</span>{" "}
          <button type="button" onClick={() => take(one)}>{t("review.undo")}</button></li>))}
      </ul>
    </>
  );
}

/** Claims of other incidents about the same place and days, to be merged with this one. */
export function Near({ incident, merge }: { incident: Incident; merge: (claim: ClaimRow) => void }) {
  const days = incident.begin ? `${moved(incident.begin, -DAYS)}/${moved(incident.until ?? incident.begin, DAYS)}` : null;
  const answer = useApi<Page<ClaimRow>>(incident.place ? address("/claims", { place: incident.place, event: incident.event.split(".")[0]!, datetime: days, limit: 50 }) : null);
  const others = (answer.data?.items ?? []).filter((one) => one.incident !== incident.id);
  if (others.length === 0) return null;
  return (
    <details class="noprint"><summary>{t("incident.near", { n: others.length })}</summary>
      <ul class="plain">{others.map((one) => (
        <li class="list-item" key={one.id}><span dir="auto">“{one.words}”</span> <span class="soft small">{one.source?.name ?? one.publisher}, {one.known}</span>{" "}
          <button type="button" onClick={() => merge(one)}>{t("incident.merge")}</button></li>))}
      </ul>
    </details>
  );
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
