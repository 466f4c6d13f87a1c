import { eventLabel } from "../data/labels";
import type { Facet, Facets } from "../data/types";
import { Swatch } from "../parts/side";
import { setQuery } from "../router";
import { t, tell, type Key } from "../strings";
import { SIGNS } from "./layers";
import { FILTERS, filtered, type Filter, type MapState } from "./state";

const SHOWN = 7;
const GROUPS: { filter: Filter; facet: string; label: Key }[] = [
  { filter: "event", facet: "family", label: "map.family" }, { filter: "side", facet: "side", label: "map.side" }, { filter: "country", facet: "country", label: "map.country" },
  { filter: "stance", facet: "stance", label: "stance" }, { filter: "kind", facet: "kind", label: "map.kind" }, { filter: "publisher", facet: "publisher", label: "map.publisher" },
];

/** Filters with how many claims each leaves. */
export function Filters({ state, facets }: { state: MapState; facets: Facets | null }) {
  return (
    <aside class="filters noprint" aria-label={t("map.filters")}>
      <div class="row apart"><h2 style={{ margin: 0 }}>{t("map.filters")}</h2>
        {filtered(state) ? <button type="button" class="small" onClick={() => setQuery({ q: null, ...Object.fromEntries(FILTERS.map((name) => [name, null])) })}>{t("map.clear")}</button> : null}</div>
      <p class="soft small" role="status">{facets ? `${facets.total} ${t("claims")}` : t("loading")}</p>
      <label class="small">{t("map.words")}<input type="search" style={{ width: "100%" }} value={state.q ?? ""} onChange={(event) => setQuery({ q: event.currentTarget.value || null })} /></label>
      <fieldset style={{ marginTop: "12px" }}><legend>{t("map.layers")}</legend>
        {(["control", "events"] as const).map((layer) => (
          <label class="choice" key={layer}><input type="checkbox" checked={state.layers[layer]} onChange={() => toggleLayer(state, layer)} />{t(layer === "control" ? "map.control" : "map.events")}</label>))}
      </fieldset>
      {GROUPS.map((group) => <Group key={group.filter} {...group} state={state} values={facets?.facets[group.facet] ?? []} />)}
    </aside>
  );
}

function toggleLayer(state: MapState, layer: "control" | "events"): void {
  const hidden = (["control", "events"] as const).filter((one) => (one === layer ? state.layers[one] : !state.layers[one]));
  setQuery({ hide: hidden.length ? [...hidden] : null });
}

function Group({ filter, label, state, values }: { filter: Filter; label: Key; state: MapState; values: Facet[] }) {
  const chosen = state.filters[filter];
  const told = values.map((one) => ({ value: one.value ?? "none", count: one.count }));
  const all = [...told, ...chosen.filter((value) => !told.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))];
  const row = ({ value, count }: { value: string; count: number }) => (
    <label class="choice" key={value}>
      <input type="checkbox" name={filter} value={value} checked={chosen.includes(value)} onChange={() => setQuery({ [filter]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })} />
      {filter === "side" && value !== "none" ? <Swatch side={value} /> : null}
      {filter === "event" && SIGNS[value] ? <span aria-hidden="true">{SIGNS[value]}</span> : null}
      <bdi>{filter === "event" ? eventLabel(value) : filter === "stance" ? tell("stance", value) : filter === "side" && value === "none" ? t("side.none") : filter === "kind" ? tell("kind", value) : filter === "review" ? tell("reviewed", value) : value.replaceAll("_", " ")}</bdi>
      <span class="count">{count}</span>
    </label>
  );
  if (all.length === 0) return null;
  return (
    <fieldset><legend>{t(label)}</legend>
      {all.slice(0, SHOWN).map(row)}
      {all.length > SHOWN ? <details open={all.slice(SHOWN).some((one) => chosen.includes(one.value))}><summary class="small">{t("more")}</summary>{all.slice(SHOWN).map(row)}</details> : null}
    </fieldset>
  );
}
