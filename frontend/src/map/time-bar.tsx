import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { about } from "../data/shared";
import type { Days } from "../data/types";
import { KnownOn } from "../parts/known-on";
import { toDay, toNumber } from "../parts/when";
import { setQuery } from "../router";
import { t } from "../strings";
import type { MapState } from "./state";

const STEP = 700; // milliseconds a day is shown while playing
const WIDTH = 1000;
const HEIGHT = 46;

/** The time slider: day steps, play, and a brush over the claims per day. */
export function TimeBar({ state, days, newest }: { state: MapState; days: Days | null; newest: string }) {
  const [playing, play] = useState(false);
  const told = days?.days ?? [];
  const first = toNumber(about.value?.ledger.first ?? told[0]?.day ?? newest) || 0; // of the first report
  const last = Math.max(toNumber(newest) || 0, first + 1);
  const day = toNumber(state.day ?? newest);
  const to = (number: number, how: "push" | "replace" = "replace"): void => setQuery({ day: toDay(Math.max(first, Math.min(last, number))) }, how);
  useEffect(() => {
    if (!playing || !days) return;
    const timer = setTimeout(() => {
      const next = told.find((one) => toNumber(one.day) > day); // days without a claim change nothing but age
      if (next && toNumber(next.day) <= last) to(toNumber(next.day));
      else play(false);
    }, STEP);
    return () => clearTimeout(timer);
  }, [playing, day, days]);
  const start = (): void => {
    if (!playing && day >= last) to(state.from ? toNumber(state.from) : first);
    play(!playing);
  };
  return (
    <section class="time noprint" aria-label={t("map.day")}>
      <div class="slider">
        <div class="row steps">
          <button type="button" onClick={() => to(day - 1)} aria-label={t("map.back")}>‹</button>
          <button type="button" class="main" onClick={start} aria-pressed={playing}>{playing ? t("map.pause") : t("map.play")}</button>
          <button type="button" onClick={() => to(day + 1)} aria-label={t("map.on")}>›</button>
        </div>
        <div>
          <Brush days={told} first={first} last={last} day={day} from={state.from ? toNumber(state.from) : null} />
          <input type="range" min={first} max={last} step={1} value={day} aria-label={t("map.day")} aria-valuetext={toDay(day)} onInput={(event) => to(Number(event.currentTarget.value))} />
        </div>
        <output class="num"><strong>{toDay(day)}</strong></output>
      </div>
      <div class="row small apart">
        <span class="soft">{t("map.window", { a: state.from ?? toDay(first), b: toDay(day) })} {days?.undated ? `· ${t("map.undated", { n: days.undated })}` : ""} {state.from ? <button type="button" onClick={() => setQuery({ from: null })}>{t("map.window.clear")}</button> : null}</span>
        <KnownOn />
      </div>
    </section>
  );
}

interface BrushProps { days: Days["days"]; first: number; last: number; day: number; from: number | null }

/** Claims per day as bars; dragging over them chooses a span. */
function Brush({ days, first, last, day, from }: BrushProps) {
  const box = useRef<SVGSVGElement>(null);
  const [drag, set] = useState<[number, number] | null>(null);
  const x = (number: number): number => ((number - first) / (last - first)) * WIDTH;
  const at = (event: PointerEvent): number => {
    const frame = box.current!.getBoundingClientRect();
    return Math.round(first + Math.max(0, Math.min(1, (event.clientX - frame.left) / frame.width)) * (last - first));
  };
  const bars = useMemo(() => {
    const top = Math.sqrt(Math.max(1, ...days.map((one) => one.total)));
    return days.filter((one) => toNumber(one.day) >= first).map((one) => ({ at: x(toNumber(one.day)), height: (Math.sqrt(one.total) / top) * (HEIGHT - 4) }));
  }, [days, first, last]);
  const done = (): void => {
    if (drag && Math.abs(drag[1] - drag[0]) >= 1) setQuery({ from: toDay(Math.min(...drag)), day: toDay(Math.max(...drag)) });
    else if (drag) setQuery({ day: toDay(drag[0]) });
    set(null);
  };
  const [low, high] = drag ? [Math.min(...drag), Math.max(...drag)] : [from ?? first, day];
  return (
    <svg ref={box} class="bars-days" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={t("map.brush")}
      onPointerDown={(event) => { box.current!.setPointerCapture(event.pointerId); set([at(event), at(event)]); }}
      onPointerMove={(event) => { if (drag) set([drag[0], at(event)]); }} onPointerUp={done} onPointerCancel={() => set(null)}>
      <title>{t("map.brush")}</title>
      <rect x={x(low)} width={Math.max(2, x(high) - x(low))} y="0" height={HEIGHT} fill="var(--accent)" fill-opacity="0.14" />
      {bars.map((bar) => <rect key={bar.at} x={bar.at - 1.2} width="2.4" y={HEIGHT - bar.height} height={bar.height} fill="var(--soft)" />)}
      <line x1={x(high)} x2={x(high)} y1="0" y2={HEIGHT} stroke="var(--accent)" stroke-width="2" vector-effect="non-scaling-stroke" />
    </svg>
  );
}
