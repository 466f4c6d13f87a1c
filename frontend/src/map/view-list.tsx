import { useApi } from "../data/use-api";
import type { ClaimRow, ControlFeature, Facets, Located, Page } from "../data/types";
import { ClaimList } from "../parts/claim-item";
import { Shown } from "../parts/shown";
import { Swatch } from "../parts/side";
import { Tools } from "../parts/tools";
import { placeUrl, setQuery, where } from "../router";
import { statusText, t } from "../strings";
import { claimsUrl, type MapState } from "./state";
import type { Box } from "./stage";

interface Props {
  state: MapState; control: Located[]; unlocated: ControlFeature[]; box: Box | null; facets: Facets | null;
  error: Error | null; again: () => void; // of the page's other questions
}

/** What the map shows, as a list; and the claims that no map can show. What went wrong anywhere on the page is told here. */
export function ViewList({ state, control, unlocated, box, facets, error, again }: Props) {
  const bbox = box && state.located ? `${Math.max(-180, box[0]).toFixed(3)},${Math.max(-90, box[1]).toFixed(3)},${Math.min(180, box[2]).toFixed(3)},${Math.min(90, box[3]).toFixed(3)}` : null;
  const more = state.located ? { bbox } : { located: false };
  const answer = useApi<Page<ClaimRow>>(claimsUrl("/claims", state, { ...more, limit: 40 }));
  const inside = box ? control.filter(({ geometry: { coordinates: [lon, lat] } }) => lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]) : control;
  const places = state.located ? inside : unlocated;
  const query = where.value.query.toString();
  return (
    <aside class="view" aria-label={t("map.view")} tabIndex={0}>
      <Tools csv={claimsUrl("/claims.csv", state, more)} geojson={claimsUrl("/claims.geojson", state, more)} embed={`/embed/map${query ? `?${query}` : ""}`} />
      <div class="row small" style={{ marginTop: "8px" }} role="group">
        <button type="button" aria-pressed={state.located} onClick={() => setQuery({ located: null })}>{t("map.view")} {facets ? facets.located.yes : ""}</button>
        <button type="button" aria-pressed={!state.located} onClick={() => setQuery({ located: "false" })}>{t("map.unlocated")} {facets ? facets.located.no : ""}</button>
      </div>
      {places.length ? (
        <>
          <h2>{t("map.places")} <span class="soft small">{places.length}</span></h2>
          <ul class="plain">{places.slice(0, 60).map((one) => (
            <li class="list-item" key={one.id}><a href={placeUrl(one.id)}><bdi>{one.properties.name}</bdi></a> <span class="small soft">{one.properties.holder ? <Swatch side={one.properties.holder} /> : null}{statusText(one.properties.status)}</span></li>))}
          </ul>
        </>
      ) : null}
      <h2>{t("place.claims")} {answer.data ? <span class="soft small">{answer.data.items.length} {t("of")} {answer.data.total}</span> : null}</h2>
      <Shown answer={{ ...answer, error: answer.error ?? error, again: () => { answer.again(); again(); } }}>{(page) => <ClaimList claims={page.items} />}</Shown>
    </aside>
  );
}
