import { useLayoutEffect, useRef } from "preact/hooks";
import { address, part } from "../data/client";
import { about } from "../data/shared";
import type { ClaimRow, Page, WholeClaim } from "../data/types";
import { useApi } from "../data/use-api";
import { ClaimList } from "../parts/claim-item";
import { typing } from "../parts/reader";
import { Failure, Shown } from "../parts/shown";
import { useTitle } from "../parts/title";
import { EditForm } from "../review/edit-form";
import { Gate } from "../review/gate";
import { QUEUE, usePile } from "../review/use-pile";
import { WordsInView } from "../review/words-in-view";
import { t } from "../strings";

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

function Queue({ page }: { page: Page<ClaimRow> }) {
  const { claim, left, editing, told, error, edit, step, decide, back } = usePile(page);
  const help = useRef<HTMLDialogElement>(null);
  const keys: Record<string, () => void> = {
    a: () => decide("accept"), r: () => decide("reject"), e: () => edit(true), u: back, j: () => step(1), k: () => step(-1), "?": () => help.current?.showModal(),
  };
  useLayoutEffect(() => { // before a claim can be seen: a key pressed at once is not lost
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
      {claim ? <Current key={claim.id} claim={claim} editing={editing} save={(values) => decide("correct", values)} cancel={() => edit(false)} /> : <p class="soft">{t("empty")}</p>}
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
