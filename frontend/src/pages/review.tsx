import { useEffect, useRef, useState } from "preact/hooks";
import { address, get, part } from "../data/client";
import { about } from "../data/shared";
import type { ClaimRow, Page, WholeClaim } from "../data/types";
import { useApi } from "../data/use-api";
import { ClaimList } from "../parts/claim-item";
import { typing } from "../parts/reader";
import { Failure, Shown } from "../parts/shown";
import { useTitle } from "../parts/title";
import { EditForm } from "../review/edit-form";
import { Gate } from "../review/gate";
import { judge, token, undo, user } from "../review/session";
import { WordsInView } from "../review/words-in-view";
import { setQuery, where } from "../router";
import { t } from "../strings";

const QUEUE = address("/review/queue", { limit: 100 });

/** The queue of claims to review, one at a time, by keys. */
export default function ReviewPage() {
  const answer = useApi<Page<ClaimRow>>(QUEUE);
  useTitle(t("nav.review"));
  return (
    <>
      <h1>{t("nav.review")}</h1>
      <p class="soft">{t("review.lead")}</p>
      {about.value && !about.value.writable ? <p class="notice">{t("review.read_only")}</p> : <Gate />}
      <Shown answer={answer}>{(page) => <Queue page={page} />}</Shown>
    </>
  );
}

interface Done { number: number; words: string; claim: ClaimRow; at: number }

interface Pile { items: ClaimRow[]; left: number; done: Done[] }

/** Which of the claims the address bar names; the first where it names none of them. */
const placeIn = (items: ClaimRow[]): number => Math.max(0, items.findIndex((one) => one.id === where.value.query.get("claim")));

function Queue({ page }: { page: Page<ClaimRow> }) {
  const [{ items, left, done }, show] = useState<Pile>({ items: page.items, left: page.total, done: [] });
  const latest = useRef<Pile>({ items, left, done }); // a key may be pressed before the page shows what the one before it did
  const sending = useRef(false); // meanwhile nothing else is judged: it would be a claim that nobody has seen
  const [editing, edit] = useState(false);
  const [told, say] = useState("");
  const [error, fail] = useState<Error | null>(null);
  const help = useRef<HTMLDialogElement>(null);
  const claim = items[placeIn(items)];
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
  const decide = async (kind: "accept" | "reject" | "correct", values?: Record<string, string | null>): Promise<void> => {
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
  const keys: Record<string, () => void> = {
    a: () => void send(() => decide("accept")), r: () => void send(() => decide("reject")), e: () => edit(true), u: () => void send(back), j: () => step(1), k: () => step(-1), "?": () => help.current?.showModal(),
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  const buttons = [["a", "review.accept"], ["e", "review.edit"], ["r", "review.reject"], ["u", "review.undo"], ["k", "review.previous"], ["j", "review.next"], ["?", "review.help"]] as const;
  return (
    <>
      <div class="row noprint" style={{ margin: "12px 0" }}>{buttons.map(([key, label]) => <button type="button" key={key} onClick={keys[key]}>{t(label)} <kbd>{key}</kbd></button>)}<span class="soft small">{t("review.left", { n: left })}</span></div>
      <p role="status" class="soft small" dir="auto">{told}</p>
      {error ? <Failure error={error} /> : null}
      {claim ? <Current key={claim.id} claim={claim} editing={editing} save={(values) => void send(() => decide("correct", values))} cancel={() => edit(false)} /> : <p class="soft">{t("empty")}</p>}
      <dialog ref={help} aria-label={t("review.keys")}>
        <h2 style={{ marginTop: 0 }}>{t("review.keys")}</h2>
        <dl class="facts">{buttons.map(([key, label]) => <><dt><kbd>{key}</kbd></dt><dd>{t(label)}</dd></>)}</dl>
        <form method="dialog"><button type="submit">{t("close")}</button></form>
      </dialog>
    </>
  );
}

function Current({ claim, editing, save, cancel }: { claim: ClaimRow; editing: boolean; save: (values: Record<string, string | null>) => void; cancel: () => void }) {
  const whole = useApi<WholeClaim>(address(`/claims/${part(claim.id)}`));
  return (
    <div data-testid="current" data-claim={claim.id}>
      <ClaimList claims={[claim]} />
      {editing ? <EditForm claim={claim} save={save} cancel={cancel} /> : null}
      <Shown answer={whole}>{(one) => <>
        <WordsInView whole={one} />
        <details open><summary>{t("review.because")}</summary><ul class="small soft">{(one.read.because ?? []).map((why, index) => <li key={index}>{String(why)}</li>)}</ul></details>
      </>}</Shown>
    </div>
  );
}
