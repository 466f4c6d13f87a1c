import { useEffect, useRef } from "preact/hooks";
import { address, get } from "../data/client";
import type { Found } from "../data/types";
import { useSearch } from "../data/use-search";
import { go, placeUrl, reportUrl, sourceUrl } from "../router";
import { t } from "../strings";
import { typing } from "./reader";

const FEW = 6; // of each kind

/** Search over places, sources, reports and words: opened by / and Ctrl+K. */
export function SearchBox() {
  const box = useRef<HTMLDialogElement>(null);
  const open = (): void => {
    if (!box.current?.open) box.current?.showModal();
    box.current?.querySelector("input")?.select();
  };
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const asked = (event.key === "/" && !typing(event.target) && !event.ctrlKey && !event.metaKey) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
      if (!asked) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, []);
  return (
    <>
      <button type="button" class="search-open" onClick={open}>{t("search")} <kbd>/</kbd></button>
      <dialog ref={box} aria-label={t("search")}><Panel close={() => box.current?.close()} /></dialog>
    </>
  );
}

function Panel({ close }: { close: () => void }) {
  const { text, setText, asked, data } = useSearch(FEW);
  const first = async (): Promise<void> => { // asked for anew: what is shown may be of the letters before
    const url = text.trim() ? firstOf(await get<Found>(address("/search", { q: text.trim(), limit: FEW }))) : null;
    if (url) {
      close();
      go(url);
    }
  };
  return (
    <>
      <form class="row" onSubmit={(event) => { event.preventDefault(); first().catch(() => undefined); }}>
        <input type="search" style={{ flex: "1" }} value={text} placeholder={t("search.hint")} aria-label={t("search.hint")} onInput={(event) => setText(event.currentTarget.value)} />
        <button type="button" onClick={close}>{t("close")}</button>
      </form>
      {data && asked ? <div class="results" onClick={(event) => { if ((event.target as Element).closest("a")) close(); }}><Results found={data} /></div> : null}
    </>
  );
}

/** Where the first thing found leads. */
function firstOf({ places: [place], sources: [source], reports: [report], claims: [claim] }: Found): string | null {
  if (place) return placeUrl(place.key);
  if (source) return sourceUrl(source.key);
  if (report) return reportUrl(report.id);
  return claim ? reportUrl(claim.report, claim.id) : null;
}

function Results({ found }: { found: Found }) {
  const none = found.places.length + found.sources.length + found.reports.length + found.claims.length === 0;
  if (none) return <p class="soft" role="status">{t("search.none")}</p>;
  return (
    <>
      {found.places.length ? <h3>{t("nav.places")}</h3> : null}
      {found.places.map((one) => <a key={one.key} href={placeUrl(one.key)}><bdi>{one.name}</bdi>{one.form && one.form !== one.name ? <span class="soft"> ({one.form})</span> : null} <span class="soft small">{[one.admin1, one.country].filter(Boolean).join(", ")} · {one.claims}</span></a>)}
      {found.sources.length ? <h3>{t("nav.sources")}</h3> : null}
      {found.sources.map((one) => <a key={one.key} href={sourceUrl(one.key)}><bdi>{one.name}</bdi> <span class="soft small">{one.side && one.side !== "none" ? one.side : ""} · {one.claims}</span></a>)}
      {found.reports.length ? <h3>{t("nav.reports")}</h3> : null}
      {found.reports.map((one) => <a key={one.id} href={reportUrl(one.id)}><bdi>{one.title ?? one.name}</bdi> <span class="soft small">{one.publisher}, {one.known}</span></a>)}
      {found.claims.length ? <h3>{t("search.claims")} <span class="soft small">{found.claims_total}</span></h3> : null}
      {found.claims.map((one) => <a key={one.id} href={reportUrl(one.report, one.id)}><span class="words" dir="auto">“{one.words}”</span> <span class="soft small">{one.source?.name}, {one.known}</span></a>)}
    </>
  );
}
