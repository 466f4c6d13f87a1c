import { useRef, useState } from "preact/hooks";
import { address, get } from "../data/client";
import type { ClaimRow, Page } from "../data/types";
import { setQuery, where } from "../router";
import { t } from "../strings";
import { judge, token, undo, user } from "./session";

/** The claims that wait for a judgement, as far as they are asked for at once. */
export const QUEUE = address("/review/queue", { limit: 100 });

type Kind = "accept" | "reject" | "correct";
type Values = Record<string, string | null>;

interface Done { number: number; words: string; claim: ClaimRow; at: number }

interface Pile { items: ClaimRow[]; left: number; done: Done[] }

/** Which of the claims the address bar names; the first where it names none of them. */
const placeIn = (items: ClaimRow[]): number => Math.max(0, items.findIndex((one) => one.id === where.value.query.get("claim")));

/** The claims on the desk and what can be done with them; the one that the address bar names is judged. */
export function usePile(page: Page<ClaimRow>) {
  const [{ items, left, done }, show] = useState<Pile>({ items: page.items, left: page.total, done: [] });
  const latest = useRef<Pile>({ items, left, done }); // a key may be pressed before the page shows what the one before it did
  const sending = useRef(false); // meanwhile nothing else is judged: it would be a claim that nobody has seen
  const [editing, edit] = useState(false);
  const [told, say] = useState("");
  const [error, fail] = useState<Error | null>(null);
  const put = (pile: Pile): void => {
    latest.current = pile;
    show(pile);
  };
  const step = (by: number): void => {
    const all = latest.current.items;
    const next = all[Math.max(0, Math.min(all.length - 1, placeIn(all) + by))];
    edit(false);
    if (next) setQuery({ claim: next.id }, "replace");
  };
  const send = async (what: () => Promise<void>): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    fail(null);
    await what().catch((problem: Error) => fail(problem));
    sending.current = false;
  };
  const decide = async (kind: Kind, values?: Values): Promise<void> => {
    const at = placeIn(latest.current.items);
    const judged = latest.current.items[at];
    if (!judged) return;
    if (!user.value || !token.value) return say(t("review.need"));
    const { judgement } = await judge({ kind, claim: judged.id, ...(values ? { values } : {}) });
    const before = latest.current;
    const moved = before.items[placeIn(before.items)]?.id !== judged.id;
    const rest = before.items.filter((one) => one.id !== judged.id);
    put({ items: rest, left: before.left - 1, done: [...before.done, { number: judgement.number, words: judged.words, claim: judged, at }] });
    if (!moved) { // else the reader is with another claim by now, and may be editing it
      edit(false);
      setQuery({ claim: rest[Math.min(at, rest.length - 1)]?.id ?? null }, "replace");
    }
    say(t("review.done", { kind: t(kind === "accept" ? "review.accept" : kind === "reject" ? "review.reject" : "review.edit"), words: judged.words }));
    if (rest.length === 0 && before.left > 1) put({ ...latest.current, items: (await get<Page<ClaimRow>>(QUEUE)).items }); // a part of a long queue ended
  };
  const back = async (): Promise<void> => {
    const last = latest.current.done.at(-1);
    if (!last) return say(t("review.nothing"));
    const here = latest.current.items[placeIn(latest.current.items)]?.id;
    await undo(last.number);
    const moved = latest.current.items[placeIn(latest.current.items)]?.id !== here;
    const { items: now, left: count, done: all } = latest.current;
    put({ items: [...now.slice(0, last.at), last.claim, ...now.slice(last.at)], left: count + 1, done: all.slice(0, -1) });
    if (!moved) {
      edit(false);
      setQuery({ claim: last.claim.id }, "replace");
    }
    say(t("review.undone", { words: last.words }));
  };
  return {
    claim: items[placeIn(items)], left, editing, told, error, edit, step,
    decide: (kind: Kind, values?: Values) => void send(() => decide(kind, values)),
    back: () => void send(back),
  };
}
