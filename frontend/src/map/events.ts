/** Claims counted by place and family, for the map. */
import { ApiError, get } from "../data/client";
import { claimsUrl, type MapState } from "./state";

interface Counted { key: string; name: string; lat: number; lon: number; total: number; families: Record<string, number> }
type Collection = GeoJSON.FeatureCollection<GeoJSON.Point>;
const MOST = 3000; // claims, where the server does not count them itself

export async function countEvents(state: MapState, signal: AbortSignal): Promise<Collection> {
  try {
    const told = await get<{ items: Counted[] }>(claimsUrl("/claims/places", state, { limit: 10000 }), signal);
    return { type: "FeatureCollection", features: told.items.map((one) => spot([one.lon, one.lat], { key: one.key, total: one.total, ...one.families })) };
  } catch (error) {
    if (!(error instanceof ApiError) || ![404, 422].includes(error.status)) throw error;
    return gather(await get<Collection>(claimsUrl("/claims.geojson", state, { located: true, limit: MOST }), signal));
  }
}

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
