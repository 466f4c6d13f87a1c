import "maplibre-gl/dist/maplibre-gl.css";
import { LngLatBounds, Map as GlMap, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Located } from "../data/types";
import { sides } from "../data/shared";
import { go, placeUrl, where } from "../router";
import { t } from "../strings";
import { baseStyle, FONT, inks, loadWorld } from "./base";
import { drawIcon, iconName } from "./icons";
import { eventsSource, overlays } from "./layers";
import { onlineStyle } from "./online";
import { viewOf, type View } from "./state";

setWorkerUrl(workerUrl);

export type Box = [number, number, number, number];
interface Props {
  control: Located[]; events: GeoJSON.FeatureCollection; shown: { control: boolean; events: boolean };
  view: View | null; moved: (view: View, box: Box) => void;
}
const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/** The map itself. Where the browser has no WebGL it says so: the lists beside it hold the same. */
export default function Stage({ control, events, shown, view, moved }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [map, set] = useState<GlMap | null>(null);
  const [failed, fail] = useState(false);
  const tell = useRef(moved);
  tell.current = moved;
  useEffect(() => {
    let gone = false;
    let made: GlMap | null = null;
    void create(box.current!, view).then((created) => {
      if (gone) return created.remove();
      made = created;
      const report = (): void => {
        const { lng, lat } = created.getCenter();
        tell.current({ lon: lng, lat, zoom: created.getZoom() }, created.getBounds().toArray().flat() as Box);
      };
      created.on("moveend", report);
      created.once("load", () => { set(created); report(); });
      created.on("idle", () => box.current?.setAttribute("data-drawn", "")); // for pictures and tests
    }).catch(() => fail(true));
    return () => { gone = true; made?.remove(); };
  }, []);
  useEffect(() => { if (map) showControl(map, shown.control ? control : []); }, [map, control, shown.control, sides.value]);
  useEffect(() => { if (map) (map.getSource("events") as GeoJSONSource).setData(shown.events ? events : EMPTY); }, [map, events, shown.events]);
  const fitted = useRef(view !== null);
  useEffect(() => {
    if (!map || fitted.current || control.length + events.features.length === 0) return;
    fitted.current = true;
    fit(map, [...control, ...events.features].map((one) => (one.geometry as GeoJSON.Point).coordinates as [number, number]));
  }, [map, control, events]);
  useEffect(() => {
    const asked = viewOf(where.value.query.get("at")); // as the address is now: what was drawn last may be older than the map's own move
    if (!map || !asked) return;
    const at = map.getCenter();
    if (Math.abs(at.lng - asked.lon) + Math.abs(at.lat - asked.lat) > 0.01 || Math.abs(map.getZoom() - asked.zoom) > 0.02) map.jumpTo({ center: [asked.lon, asked.lat], zoom: asked.zoom });
  }, [map, view?.lon, view?.lat, view?.zoom]);
  return <>{failed ? <p class="notice">{t("map.no_webgl")}</p> : null}<div class="canvas" ref={box} /></>;
}

async function create(container: HTMLElement, view: View | null): Promise<GlMap> {
  const online = await onlineStyle();
  const ink = inks();
  const map = new GlMap({
    container, style: online ? online.url : baseStyle(await loadWorld(), ink), attributionControl: { compact: true }, center: view ? [view.lon, view.lat] : [35, 35], zoom: view?.zoom ?? 2.5,
    maxZoom: 13, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
    locale: { "Map.Title": t("map.label") },
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl(), "bottom-right");
  map.touchZoomRotate.disableRotation();
  map.on("load", () => {
    map.addSource("events", eventsSource(EMPTY));
    map.addSource("control", { type: "geojson", data: EMPTY });
    for (const layer of overlays(ink, online?.font ?? FONT)) map.addLayer(layer);
  });
  map.on("click", (event) => {
    const hit = map.queryRenderedFeatures(event.point, { layers: ["held", "event-rings"] })[0];
    if (!hit) return;
    const key = hit.properties["key"] as string | undefined;
    if (key) go(placeUrl(key));
    else map.easeTo({ center: (hit.geometry as GeoJSON.Point).coordinates as [number, number], zoom: map.getZoom() + 2, animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
  });
  for (const layer of ["held", "event-rings"]) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
  return map;
}

function showControl(map: GlMap, control: Located[]): void {
  const ink = inks();
  const drawn = new Set<string>();
  const features = control.map((one) => {
    const icon = iconName(one.properties.state, one.properties.holder);
    if (!drawn.has(icon)) {
      drawn.add(icon); // once: each change of an image makes the map lay out its tiles anew
      const picture = drawIcon(one.properties.state, one.properties.holder, ink.ink, ink.halo);
      if (map.hasImage(icon)) map.updateImage(icon, picture);
      else map.addImage(icon, picture, { pixelRatio: 2 });
    }
    const { name, age } = one.properties;
    return { type: "Feature" as const, geometry: one.geometry, properties: { name, age, icon, key: one.id } };
  });
  (map.getSource("control") as GeoJSONSource).setData({ type: "FeatureCollection", features });
}

function fit(map: GlMap, points: [number, number][]): void {
  const bounds = new LngLatBounds();
  for (const point of points) bounds.extend(point);
  map.fitBounds(bounds, { padding: 60, maxZoom: 7, animate: false });
}
