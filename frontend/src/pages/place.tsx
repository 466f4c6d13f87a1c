import { address, part } from "../data/client";
import type { Dossier } from "../data/types";
import { useApi } from "../data/use-api";
import { ClaimList } from "../parts/claim-item";
import { DisputeCard } from "../parts/dispute-card";
import { KnownOn } from "../parts/known-on";
import { Lanes } from "../parts/lanes";
import { Shown } from "../parts/shown";
import { Side } from "../parts/side";
import { Tolls } from "../parts/tolls";
import { Tools } from "../parts/tools";
import { Records } from "../review/records";
import { placeUrl, where } from "../router";
import { number, statusText, t } from "../strings";
import { useTitle } from "../parts/title";

/** The dossier of a place. */
export function PlacePage({ id, embedded = false }: { id: string; embedded?: boolean }) {
  const known = where.value.query.get("as_known");
  const answer = useApi<Dossier>(address(`/places/${part(id)}`, { as_known: known }));
  useTitle(answer.data?.place.name ?? id);
  return <Shown answer={answer}>{(dossier) => <Content dossier={dossier} embedded={embedded} again={answer.again} />}</Shown>;
}

function Content({ dossier, embedded, again }: { dossier: Dossier; embedded: boolean; again: () => void }) {
  const { place } = dossier;
  const last = dossier.as_of ?? place.latest ?? "";
  return (
    <>
      <div class="row apart">
        <div>
          <h1><bdi>{place.name}</bdi> {place.disputed ? <span class="tag dispute">{t("map.disputed")}</span> : null}</h1>
          <p class="soft">{[place.admin1, place.country].filter(Boolean).join(", ")} · {place.claims} {t("claims")}{place.first ? `, ${place.first} – ${place.latest ?? ""}` : ""}</p>
        </div>
        {embedded ? null : <Tools csv={address("/claims.csv", { place: place.key })} geojson={address("/claims.geojson", { place: place.key })} embed={`/embed${placeUrl(place.key)}`} />}
      </div>
      <div class="columns">
        <div>
          <div class="notice"><strong>{t("place.now", { day: last })}:</strong> {dossier.now ? statusText(dossier.now.status) : t("place.no_status")}</div>
          {embedded ? null : <KnownOn />}
          <h2>{t("place.lanes")}</h2>
          <Lanes rows={dossier.rows} together={dossier.status} first={earliest(dossier)} last={last} />
          {dossier.disputes.length ? <><h2>{t("place.disputes")}</h2>{dossier.disputes.map((one) => <DisputeCard key={`${one.what} ${one.contradictions[0]?.claim} ${one.contradictions[0]?.other}`} dispute={one} noPlace />)}</> : null}
          {dossier.tolls.length ? <><h2>{t("place.tolls")}</h2><Tolls tolls={dossier.tolls} /></> : null}
          <h2>{t("place.claims")} <span class="soft small">{dossier.claims.length} {t("of")} {dossier.claims_total}</span></h2>
          <ClaimList claims={dossier.claims} noPlace />
        </div>
        <div>
          <Names dossier={dossier} />
          {embedded ? null : <Records key={place.key} kind="place" id={place.key} forms={Object.keys(place.forms)} again={again} />}
        </div>
      </div>
    </>
  );
}

/** The day of the first claim here that became known: what was told of longer ago would squeeze the rest. */
function earliest(dossier: Dossier): string | null {
  const days = dossier.claims.map((one) => one.known).filter((day) => day !== null);
  return days.length ? days.reduce((a, b) => (a < b ? a : b)) : null;
}

function Names({ dossier }: { dossier: Dossier }) {
  const { place } = dossier;
  return (
    <aside>
      <h2>{t("place.names")}</h2>
      <ul class="plain">
        {Object.keys(place.forms).map((form) => {
          const users = dossier.users[form] ?? [];
          return <li key={form}><bdi>{form}</bdi>{users.length ? <span class="soft small"> · {t("place.used_by")} {users.map((user) => <Side key={user} side={user} />)}</span> : null}</li>;
        })}
      </ul>
      <dl class="facts">
        {place.lat !== null && place.lon !== null ? <><dt>{t("place.position")}</dt><dd class="num"><bdi dir="ltr">{place.lat.toFixed(4)}, {place.lon.toFixed(4)}</bdi><br /><a href={`/?at=${place.lon},${place.lat},8`}>{t("place.on_map")}</a></dd></> : null}
        {place.population ? <><dt>{t("place.population")}</dt><dd class="num">{number(place.population)}</dd></> : null}
        {place.geonames ? <><dt>GeoNames</dt><dd class="num">{place.geonames}</dd></> : null}
      </dl>
      {dossier.others.length ? <><h2>{t("place.others")}</h2><ul class="plain">{dossier.others.map((one) => <li key={one.key}><a href={placeUrl(one.key)}><bdi>{one.name}</bdi></a> <span class="soft small">{[one.admin1, one.country].filter(Boolean).join(", ")}</span></li>)}</ul></> : null}
    </aside>
  );
}
