/** Claims counted by place and family, for the map. */
import { get } from "../data/client";
import { claimsUrl, type MapState } from "./state";

type Collection = GeoJSON.FeatureCollection<GeoJSON.Point>;
const MOST = 3000; // the newest claims: more would make the map wait

export const eventsUrl = (state: MapState): string => claimsUrl("/claims.geojson", state, { located: true, limit: MOST });

export const countEvents = async (url: string, signal: AbortSignal): Promise<Collection> => gather(await get<Collection>(url, signal));

const spot = (coordinates: number[], properties: Record<string, unknown>): GeoJSON.Feature<GeoJSON.Point> => ({ type: "Feature", geometry: { type: "Point", coordinates }, properties });

export function gather(claims: Collection): Collection {
  const places = new Map<string, { coordinates: number[]; counts: Record<string, number>; key: string | null }>();
  for (const { geometry, properties } of claims.features) {
    if (!geometry) continue;
    const id = geometry.coordinates.join();
    const key = (properties?.["place"] as { key?: string } | null)?.key ?? null;
    const place = places.get(id) ?? { coordinates: geometry.coordinates, counts: { total: 0 }, key };
    const family = String(properties?.["event"] ?? "other").split(".")[0]!;
    place.counts["total"]! += 1;
    place.counts[family] = (place.counts[family] ?? 0) + 1;
    places.set(id, place);
  }
  return { type: "FeatureCollection", features: [...places.values()].map((one) => spot(one.coordinates, { ...one.counts, ...(one.key ? { key: one.key } : {}) })) };
}
