/** All claims counted by place and point, for the map. */
import { claimsUrl, type MapState } from "./state";

type Collection = GeoJSON.FeatureCollection<GeoJSON.Point>;
export interface Counted extends GeoJSON.FeatureCollection<GeoJSON.Point | null> { total: number; unplaced: number }

export const eventsUrl = (state: MapState): string => claimsUrl("/claims/places", state, { located: true });

/** The counts on one level, as the map's expressions want them; what has no point is told in the list beside the map. */
export function flat(counted: Counted): Collection {
  const features = counted.features.flatMap(({ geometry, properties }): Collection["features"] => {
    if (!geometry) return [];
    const { families, key, total, disputed } = properties as { families: Record<string, number>; key: string; total: number; disputed: boolean };
    return [{ type: "Feature", geometry, properties: { ...families, key, total, disputed: disputed ? 1 : 0 } }];
  });
  return { type: "FeatureCollection", features };
}
