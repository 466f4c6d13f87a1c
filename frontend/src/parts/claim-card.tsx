import { useState } from "preact/hooks";
import { address, get, part } from "../data/client";
import { eventLabel } from "../data/labels";
import type { ReadClaim, WholeClaim } from "../data/types";
import { placeUrl, reportUrl } from "../router";
import { t, tell } from "../strings";
import { Swatch } from "./side";
import { Copy } from "./tools";
import { days } from "./when";

interface Read {
  source: { name?: string; text?: string; side?: string | null } | null;
  place: { name?: string; geonames?: number | null } | null;
  time: { from: string | null; to: string | null } | null;
  stance: string;
  quantities?: { text: string; unit: string | null }[];
}
interface Props { claim: ReadClaim; on: boolean; kept: boolean; choose: (id: string) => void; hover: (id: string | null) => void }

/** One claim beside the text; opened, it shows what else is said of the same and how to cite it. */
export function ClaimCard({ claim, on, kept, choose, hover }: Props) {
  const read = claim as unknown as Read;
  const now = claim.now;
  const key = now?.place?.key;
  const name = now?.place?.name ?? read.place?.name;
  return (
    <div class="card claimcard" data-claim={claim.id} aria-current={on ? "true" : undefined} onMouseEnter={() => hover(claim.id)} onMouseLeave={() => hover(null)} onClick={() => choose(claim.id)}>
      <div class="row apart small">
        <span>{read.source?.side && read.source.side !== "none" ? <Swatch side={read.source.side} /> : null}<bdi>{read.source?.name ?? read.source?.text ?? t("narrator")}</bdi> <span class="soft">{tell("stance", now?.stance ?? read.stance)}</span></span>
        <span class="soft num">{days(now ? now.time : read.time)}</span>
      </div>
      <p class="words" dir="auto">“{claim.evidence.text}”</p>
      <div class="claim-under row small">
        <strong>{eventLabel(now?.event ?? claim.event)}</strong>
        {name ? (key ? <a href={placeUrl(key)}><bdi>{name}</bdi></a> : <bdi>{name}</bdi>) : null}
        {(read.quantities ?? []).map((one, index) => <span class="tag" key={index}>{one.text}{one.unit ? ` · ${one.unit}` : ""}</span>)}
        {now === null ? <span class="tag dispute">{t("report.rejected")}</span> : null}
        {on && kept ? null : <button type="button" class="hidden" onFocus={() => choose(claim.id)}>{t("claim")}: {claim.evidence.text}</button>}
      </div>
      {on && kept ? <More id={claim.id} /> : null}
    </div>
  );
}

function More({ id }: { id: string }) {
  const [whole, set] = useState<WholeClaim | null>(null);
  if (!whole) {
    void get<WholeClaim>(address(`/claims/${part(id)}`)).then(set, () => undefined);
    return <p class="soft small">{t("loading")}</p>;
  }
  return (
    <div class="small">
      {whole.relations.slice(0, 6).map((one, index) => (
        <div key={index} class="soft">{one.kind}: <a href={reportUrl(one.claim.report, one.claim.id)} dir="auto">“{one.claim.words}”</a> {one.claim.source?.name ?? ""}, {one.claim.known}</div>))}
      <details><summary>{t("review.because")}</summary><ul>{(whole.read.because ?? []).map((why, index) => <li key={index}>{String(why)}</li>)}</ul></details>
      <div class="row noprint"><Copy text={() => whole.cite.text} label={t("cite")} /></div>
    </div>
  );
}
