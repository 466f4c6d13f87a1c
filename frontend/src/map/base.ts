/** The base map: countries and their names, from files of the app; nothing is asked of other machines. */
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from "geojson";
import type { FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import worldUrl from "world-atlas/countries-50m.json?url";

export interface World { land: FeatureCollection; borders: Feature; names: FeatureCollection<Point> }
type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export async function loadWorld(): Promise<World> {
  const world = (await (await fetch(worldUrl)).json()) as Countries;
  const land = feature(world, world.objects.countries);
  const borders: Feature = { type: "Feature", properties: {}, geometry: mesh(world, world.objects.countries, (a, b) => a !== b) };
  const names: Feature<Point>[] = land.features.flatMap((country) => label(country as Feature<Polygon | MultiPolygon, { name: string }>));
  return { land, borders, names: { type: "FeatureCollection", features: names } };
}

/** Where a country's name goes: the middle of its largest part. */
function label(country: Feature<Polygon | MultiPolygon, { name: string }>): Feature<Point>[] {
  const geometry = country.geometry;
  if (!geometry) return [];
  const rings = geometry.type === "Polygon" ? [geometry.coordinates[0]!] : geometry.coordinates.map((part) => part[0]!);
  let best = { size: 0, x: 0, y: 0 };
  for (const ring of rings) {
    let area = 0, x = 0, y = 0;
    for (let index = 0; index + 1 < ring.length; index++) {
      const [ax, ay] = ring[index] as [number, number];
      const [bx, by] = ring[index + 1] as [number, number];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(area) > best.size) best = { size: Math.abs(area), x: x / (3 * area), y: y / (3 * area) };
  }
  return best.size === 0 ? [] : [{ type: "Feature", properties: { name: country.properties.name, size: best.size }, geometry: { type: "Point", coordinates: [best.x, best.y] } }];
}

export interface Ink { sea: string; land: string; border: string; ink: string; halo: string; soft: string }

export function inks(): Ink {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return { sea: value("--sea"), land: value("--land"), border: value("--border"), ink: value("--map-ink"), halo: value("--map-halo"), soft: value("--soft") };
}

export const FONT = ["Noto Sans, Liberation Sans, DejaVu Sans, sans-serif"]; // fonts of the reader's machine

export function baseStyle(world: World, ink: Ink): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: world.land, buffer: 16, attribution: "Natural Earth" },
      borders: { type: "geojson", data: world.borders, buffer: 16 },
      names: { type: "geojson", data: world.names },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": ink.border, "line-width": 0.6 } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": ink.border, "line-width": 1.2, "line-dasharray": [4, 2] } },
      names("names", [">", ["get", "size"], 8], 1.5, ink),
      names("names-of-small", ["<=", ["get", "size"], 8], 4.5, ink),
    ],
  };
}

function names(id: string, filter: FilterSpecification, minzoom: number, ink: Ink): LayerSpecification {
  return {
    id, type: "symbol", source: "names", minzoom, filter,
    layout: { "text-field": ["upcase", ["get", "name"]], "text-font": FONT, "text-size": 11, "text-letter-spacing": 0.12, "text-max-width": 8, "symbol-sort-key": ["-", 0, ["get", "size"]] },
    paint: { "text-color": ink.soft, "text-halo-color": ink.land, "text-halo-width": 1 },
  };
}
