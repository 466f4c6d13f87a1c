import { eventLabel } from "../data/labels";
import type { ClaimRow } from "../data/types";
import { incidentUrl, placeUrl, reportUrl, sourceUrl } from "../router";
import { t, tell } from "../strings";
import { Swatch } from "./side";
import { days } from "./when";

export function Who({ claim }: { claim: ClaimRow }) {
  const source = claim.source;
  if (!source) return <span>{claim.publisher ?? t("narrator")}</span>;
  const name = <bdi>{source.name}</bdi>;
  return (
    <span>
      {source.side && source.side !== "none" ? <Swatch side={source.side} /> : null}
      {source.key ? <a href={sourceUrl(source.key)}>{name}</a> : name}
      {source.side && source.side !== "none" ? <span class="soft"> ({source.side})</span> : null}
    </span>
  );
}

/** One claim: who says it, the words as they stand, the day, and the way to the report. */
export function ClaimItem({ claim, noPlace = false }: { claim: ClaimRow; noPlace?: boolean }) {
  const disputed = claim.stance === "denies";
  return (
    <li class="claim" id={`c${claim.record}`}>
      <div class="day">{days(claim.time)}</div>
      <div>
        <div class="who"><Who claim={claim} /> <span class="soft">{tell("stance", claim.stance)}</span> · {eventLabel(claim.event)}</div>
        <p class="words" dir="auto">“{claim.words}”</p>
        <div class="under">
          {disputed ? <span class="tag dispute">{tell("stance", "denies")}</span> : null}
          {claim.quantities.map((one) => <span class="tag num" key={one.start}>{one.text}{one.unit ? ` · ${one.unit}` : ""}</span>)}
          {!noPlace && claim.place ? (claim.place.key ? <a href={placeUrl(claim.place.key)}><bdi>{claim.place.name}</bdi></a> : <bdi>{claim.place.name}</bdi>) : null}
          <a href={reportUrl(claim.report, claim.id)}>{claim.publisher ?? t("claim")}{claim.known ? `, ${claim.known}` : ""}</a>
          {claim.incident !== null ? <a href={incidentUrl(claim.incident)}>{t("incident")}</a> : null}
          {claim.review !== "open" ? <span class="tag">{claim.review}</span> : null}
        </div>
      </div>
    </li>
  );
}

export function ClaimList({ claims, noPlace = false }: { claims: ClaimRow[]; noPlace?: boolean }) {
  if (claims.length === 0) return <p class="soft">{t("empty")}</p>;
  return <ol class="plain">{claims.map((claim) => <ClaimItem key={claim.id} claim={claim} noPlace={noPlace} />)}</ol>;
}
