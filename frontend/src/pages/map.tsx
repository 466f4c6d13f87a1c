import { lazy, Suspense } from "preact/compat";
import { useMemo, useState } from "preact/hooks";
import { address } from "../data/client";
import { about } from "../data/shared";
import type { Control, ControlFeature, Days, Facets, Located } from "../data/types";
import { useApi } from "../data/use-api";
import { eventsUrl, flat, type Counted } from "../map/events";
import { Filters } from "../map/filters";
import { Legend } from "../map/legend";
import type { Box } from "../map/stage";
import { claimsUrl, readState, viewText } from "../map/state";
import { TimeBar } from "../map/time-bar";
import { ViewList } from "../map/view-list";
import { useTitle } from "../parts/title";
import { setQuery, where } from "../router";
import { t } from "../strings";

const painted = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const Stage = lazy(() => painted().then(() => import("../map/stage"))); // the drawing of maps is large: all else is shown before
const NOTHING: GeoJSON.FeatureCollection<GeoJSON.Point> = { type: "FeatureCollection", features: [] };

/** Who says they hold what, and what is claimed to have happened, on a day. */
export default function MapPage({ embedded = false }: { embedded?: boolean }) {
  const { query } = where.value;
  const state = useMemo(() => readState(query), [query]);
  const [box, setBox] = useState<Box | null>(null);
  useTitle(t("nav.map"));
  const control = useApi<Control>(address("/control", { day: state.day, as_known: state.known, country: state.filters.country }));
  const facets = useApi<Facets>(claimsUrl("/claims/facets", state));
  const days = useApi<Days>(claimsUrl("/claims/days", state, {}, false));
  const counted = useApi<Counted>(eventsUrl(state));
  const others = [control, facets, days, counted];
  const events = useMemo(() => (counted.data ? flat(counted.data) : NOTHING), [counted.data]);
  const held = useMemo(() => (control.data?.features ?? []).filter((one) => !state.filters.side.length || state.filters.side.includes(one.properties.holder ?? "none")), [control.data, state.filters.side.join()]);
  const [located, unlocated] = useMemo(() => [held.filter(hasPoint), held.filter((one) => !hasPoint(one))], [held]);
  const families = useMemo(() => [...new Set(events.features.flatMap((one) => Object.keys(one.properties ?? {})))].filter((name) => !["key", "total", "disputed"].includes(name)), [events]);
  return (
    <div class={embedded ? "map-page embedded" : "map-page"}>
      <h1 class="hidden">{t("nav.map")}</h1>
      {embedded ? null : <Filters state={state} facets={facets.data} />}
      <div class="stage">
        <Suspense fallback={<div class="canvas" />}>
          <Stage control={located} events={events} shown={state.layers} view={state.view}
            moved={(view, next) => { setBox(next); if (!embedded && where.value.path.length <= 4) setQuery({ at: viewText(view) }, "replace"); }} />
        </Suspense>
        <Legend control={located} families={embedded && state.layers.events ? families : []} />
      </div>
      {embedded ? null : <ViewList state={state} control={located} unlocated={unlocated} box={box} facets={facets.data} error={others.find((answer) => answer.error)?.error ?? null} again={() => { for (const answer of others) answer.again(); }} />}
      <TimeBar state={state} days={days.data} newest={state.known ?? about.value?.ledger.newest ?? control.data?.day ?? "2000-01-01"} />
    </div>
  );
}

const hasPoint = (one: ControlFeature): one is Located => one.geometry !== null;
