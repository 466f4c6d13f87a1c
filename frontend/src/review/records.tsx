import { useEffect, useRef, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { address } from "../data/client";
import { about } from "../data/shared";
import type { Judgement, Page } from "../data/types";
import { useApi } from "../data/use-api";
import { useSearch } from "../data/use-search";
import { Failure } from "../parts/shown";
import { go, placeUrl, sourceUrl } from "../router";
import { t } from "../strings";
import { Gate } from "./gate";
import { judge, token, undo, user, type Judged } from "./session";

type Kind = "source" | "place";
interface Props { kind: Kind; id: string; forms: string[]; again: () => void }

const done = signal<number[]>([]); // what was judged here, by number: the record may have another key by it
const said = signal<{ at: string; words: string } | null>(null); // what was done last, told on the page that it led to
const url: Record<Kind, (key: string) => string> = { source: sourceUrl, place: placeUrl };
const words = (one: Judgement): string => String(one.body["form"] ?? one.body["into"] ?? "");

/** With the token: who or what is the same is merged, what a name wrongly joins is split off, and each is taken back. */
export function Records({ kind, id, forms, again }: Props) {
  const [note, write] = useState("");
  const [error, fail] = useState<Error | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const told = said.value?.at === id ? said.value.words : "";
  useEffect(() => { if (told) line.current?.focus(); }, [said.value]); // the button that was pressed may be gone
  useEffect(() => () => { if (said.peek()?.at === id) said.value = null; }, [id]);
  const say = (words: string, at = id): void => { said.value = { at, words }; };
  if (!about.value?.writable) return null;
  const act = async (work: () => Promise<Judged>, into?: string): Promise<void> => {
    if (!user.value || !token.value) return say(t("review.need"));
    fail(null);
    try {
      const { judgement } = await work();
      done.value = [...done.value, judgement.number];
      write("");
      say(t(judgement.kind === "undo" ? "incident.undone" : judgement.kind.startsWith("merge") ? "incident.merged" : "incident.split_off"), into);
      if (into && into !== id) go(url[kind](into), "replace");
      else again();
    } catch (problem) {
      fail(problem as Error);
    }
  };
  return (
    <section class="noprint" aria-labelledby="records">
      <h2 id="records">{t("records.title")}</h2>
      <Gate />
      <p><label class="small">{t("records.note")} <input value={note} maxLength={500} onInput={(event) => write(event.currentTarget.value)} /></label></p>
      <Others kind={kind} id={id} merge={(other) => void act(() => judge({ kind: `merge_${kind}`, [kind]: id, into: other, note }), other)} />
      {forms.length > 1 ? <Forms forms={forms} split={(form) => void act(() => judge({ kind: `split_${kind}`, [kind]: id, form, note }))} /> : null}
      <p role="status" class="soft small" ref={line} tabIndex={-1}>{told}</p>
      {error ? <Failure error={error} /> : null}
      <Standing kind={kind} id={id} take={(one) => void act(() => undo(one.number, note))} />
    </section>
  );
}

/** Search of the other record of the same source or place. */
function Others({ kind, id, merge }: { kind: Kind; id: string; merge: (key: string) => void }) {
  const { text, setText, asked, data } = useSearch(8);
  const all: { key: string; name: string; claims: number; admin1?: string | null; side?: string | null }[] = (kind === "source" ? data?.sources : data?.places) ?? [];
  const found = asked ? all.filter((one) => one.key !== id) : [];
  return (
    <>
      <p><label class="small">{t("records.other")} <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} /></label></p>
      {found.length ? <ul class="plain">{found.map((one) => (
        <li class="list-item" key={one.key}><a href={url[kind](one.key)}><bdi>{one.name}</bdi></a> <span class="soft small">{[one.admin1, one.side !== "none" ? one.side : null, `${one.claims} ${t("claims")}`].filter(Boolean).join(" · ")}</span>{" "}
          <button type="button" aria-label={t("records.merge", { name: one.name })} onClick={() => { setText(""); merge(one.key); }}>{t("incident.merge")}</button></li>))}
      </ul> : asked && data ? <p class="soft small" role="status">{t("search.none")}</p> : null}
    </>
  );
}

function Forms({ forms, split }: { forms: string[]; split: (form: string) => void }) {
  return (
    <details><summary>{t("records.forms", { n: forms.length })}</summary>
      <ul class="plain">{forms.map((form) => (
        <li class="list-item" key={form}><bdi>{form}</bdi>{" "}
          <button type="button" aria-label={t("records.split", { name: form })} onClick={() => split(form)}>{t("incident.split")}</button></li>))}
      </ul>
    </details>
  );
}

/** The merges and splits that stand, of this record or made in this tab. */
function Standing({ kind, id, take }: { kind: Kind; id: string; take: (judgement: Judgement) => void }) {
  const answer = useApi<Page<Judgement>>(`${address("/review/judgements", { limit: 200 })}#${id}-${done.value.at(-1) ?? 0}`);
  const found = (answer.data?.items ?? []).filter((one) => [`merge_${kind}`, `split_${kind}`].includes(one.kind) && !one.undone
    && (one.target === id || one.body["into"] === id || done.value.includes(one.number)));
  if (found.length === 0) return null;
  return (
    <>
      <h3>{t("incident.judged")}</h3>
      <ul class="plain">{found.map((one) => (
        <li class="list-item" key={one.number}>{t(one.kind.startsWith("merge") ? "incident.merged" : "incident.split_off")}: <bdi>{words(one)}</bdi> <span class="soft small">{one.user}, {one.at.slice(0, 10)}{one.note ? <>, <span dir="auto">“{one.note}”</span></> : null}</span>{" "}
          <button type="button" aria-label={`${t("review.undo")}: ${words(one)}`} onClick={() => take(one)}>{t("review.undo")}</button></li>))}
      </ul>
    </>
  );
}
