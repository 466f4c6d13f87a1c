/** The map's state, all of it in the query of its address. */
import { address, type Parameters } from "../data/client";

export const FILTERS = ["event", "side", "kind", "stance", "country", "publisher", "review"] as const;
export type Filter = (typeof FILTERS)[number];

export interface View { lon: number; lat: number; zoom: number }
export interface MapState {
  day: string | null; from: string | null; known: string | null; q: string | null; located: boolean; view: View | null;
  layers: { control: boolean; events: boolean }; filters: Record<Filter, string[]>;
}

export function readState(query: URLSearchParams): MapState {
  const hidden = query.getAll("hide");
  return {
    day: dayOf(query.get("day")), from: dayOf(query.get("from")), known: dayOf(query.get("as_known")), q: query.get("q"), located: query.get("located") !== "false",
    view: viewOf(query.get("at")), layers: { control: !hidden.includes("control"), events: !hidden.includes("events") },
    filters: Object.fromEntries(FILTERS.map((name) => [name, query.getAll(name)])) as Record<Filter, string[]>,
  };
}

const dayOf = (text: string | null): string | null => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

export function viewOf(text: string | null): View | null {
  const [lon, lat, zoom] = (text ?? "").split(",").map(Number);
  if (text === null || lon === undefined || lat === undefined || ![lon, lat].every(Number.isFinite)) return null;
  return { lon: Math.max(-180, Math.min(180, lon)), lat: Math.max(-85, Math.min(85, lat)), zoom: zoom !== undefined && Number.isFinite(zoom) ? Math.max(0, Math.min(14, zoom)) : 6 };
}

export const viewText = (view: View): string => `${view.lon.toFixed(3)},${view.lat.toFixed(3)},${view.zoom.toFixed(2)}`;

/** What is asked of the API about claims: the filters, without the days where they are left out. */
export function asked(state: MapState, withDays = true): Parameters {
  const until = state.day ?? "..";
  return {
    ...state.filters, q: state.q, as_known: state.known,
    datetime: withDays && (state.day || state.from) ? `${state.from ?? ".."}/${until}` : null,
  };
}

export const claimsUrl = (path: string, state: MapState, more: Parameters = {}, withDays = true): string => address(path, { ...asked(state, withDays), ...more });

export const filtered = (state: MapState): boolean => Boolean(state.q) || FILTERS.some((name) => state.filters[name].length > 0);
