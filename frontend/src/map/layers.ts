/** The layers over the base map: who holds what, and claims by type, gathered where they crowd. */
import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { Ink } from "./base";

/** One sign for each family of events: told apart by shape. */
export const SIGNS: Record<string, string> = { control: "■", attack: "✶", harm: "✚", people: "●", aid: "◆", politics: "▲", other: "○" };
const FAMILIES = Object.keys(SIGNS);

const counts = (): ExpressionSpecification =>
  ["concat", ...FAMILIES.flatMap((family): ExpressionSpecification[] => [
    ["case", [">", ["coalesce", ["get", family], 0], 0], ["concat", SIGNS[family]!, ["to-string", ["get", family]], " "], ""]])] as ExpressionSpecification;

export const eventsSource = (data: GeoJSON.FeatureCollection): GeoJSONSourceSpecification => ({
  type: "geojson", data, cluster: true, clusterRadius: 46, clusterMaxZoom: 9,
  clusterProperties: {
    ...Object.fromEntries([...FAMILIES, "total"].map((family) => [family, ["+", ["coalesce", ["get", family], 0]]])),
    disputed: ["max", ["coalesce", ["get", "disputed"], 0]],
  },
});

export function overlays(ink: Ink, font: string[]): LayerSpecification[] {
  const text = { "text-color": ink.ink, "text-halo-color": ink.halo, "text-halo-width": 1.4 };
  return [
    { id: "event-rings", type: "circle", source: "events",
      paint: { "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "total"]], 1, 7, 20, 30, 300, 60], "circle-color": ink.ink, "circle-opacity": 0.1, "circle-stroke-color": ink.ink, "circle-stroke-width": ["case", [">", ["coalesce", ["get", "disputed"], 0], 0], 2.5, 1], "circle-stroke-opacity": 0.6 } },
    { id: "event-counts", type: "symbol", source: "events",
      layout: { "text-field": counts(), "text-font": font, "text-size": 11, "text-offset": [0, -1.5], "text-anchor": "bottom", "text-max-width": 9, "symbol-sort-key": ["-", 0, ["get", "total"]] }, paint: text },
    { id: "held", type: "symbol", source: "control",
      layout: { "icon-image": ["get", "icon"], "icon-size": 1, "icon-allow-overlap": true, "text-field": ["get", "name"], "text-font": font, "text-size": 12.5, "text-anchor": "top", "text-offset": [0, 0.9], "text-optional": true,
        "symbol-sort-key": ["coalesce", ["get", "age"], 9999] },
      paint: { ...text, "icon-opacity": ["interpolate", ["linear"], ["coalesce", ["get", "age"], 365], 0, 1, 14, 0.9, 60, 0.65, 365, 0.4] } },
  ];
}
