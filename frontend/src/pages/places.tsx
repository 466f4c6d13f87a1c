import { address } from "../data/client";
import type { Page, PlaceRow } from "../data/types";
import { useApi } from "../data/use-api";
import { Shown } from "../parts/shown";
import { Swatch } from "../parts/side";
import { useTitle } from "../parts/title";
import { Tools } from "../parts/tools";
import { placeUrl, setQuery, where } from "../router";
import { statusText, t } from "../strings";

export function PlacesPage() {
  const q = where.value.query.get("q") ?? "";
  const answer = useApi<Page<PlaceRow>>(address("/places", { q, limit: 500 }));
  useTitle(t("nav.places"));
  return (
    <>
      <div class="row apart"><h1>{t("nav.places")}</h1><Tools csv={address("/places.csv", { q })} geojson={address("/places.geojson", { q })} /></div>
      <label class="small noprint">{t("place.names")} <input type="search" value={q} onInput={(event) => setQuery({ q: event.currentTarget.value || null }, "replace")} /></label>
      <Shown answer={answer}>{(page) => (
        <div class="scroll"><table>
          <thead><tr><th>{t("sources.place")}</th><th>{t("map.legend")}</th><th class="num">{t("claims")}</th><th>{t("place.reported")}</th></tr></thead>
          <tbody>{page.items.map((one) => (
            <tr key={one.key}>
              <td><a href={placeUrl(one.key)}><bdi>{one.name}</bdi></a> <span class="soft small">{[one.admin1, one.country].filter(Boolean).join(", ")}</span> {one.disputed ? <span class="tag dispute">{t("map.disputed")}</span> : null}</td>
              <td>{one.status ? <>{one.status.holder ? <Swatch side={one.status.holder} /> : null}{statusText(one.status.status)}</> : <span class="soft">–</span>}</td>
              <td class="num">{one.claims}</td><td class="num soft">{one.first} – {one.latest}</td>
            </tr>))}
          </tbody>
        </table></div>)}
      </Shown>
    </>
  );
}
