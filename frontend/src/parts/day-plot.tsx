import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "preact/hooks";
import { toNumber } from "./when";

const SECONDS = 86_400;
const HEIGHT = 190;

/** Counts per day as bars, on a canvas. The same numbers are told in words for those who do not see it. */
export function DayPlot({ label, days }: { label: string; days: { day: string; total: number }[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const holder = box.current;
    if (!holder || days.length === 0) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line"), width: 1 } };
    const plot = new uPlot(
      {
        width: holder.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { show: false },
        series: [{ value: "{YYYY}-{MM}-{DD}" }, { label, stroke: colour("--link"), fill: colour("--link"), paths: uPlot.paths.bars!({ size: [0.6, 14, 2] }), points: { show: false } }],
        axes: [{ ...axis, values: "{YYYY}-{MM}-{DD}", space: 90 }, { ...axis, size: 42 }], scales: { x: { time: true }, y: { range: (_, __, top) => [0, Math.max(1, top * 1.05)] } },
        tzDate: (stamp) => uPlot.tzDate(new Date(stamp * 1000), "Etc/UTC"),
      },
      [days.map((one) => toNumber(one.day) * SECONDS), days.map((one) => one.total)], holder);
    const watch = new ResizeObserver(() => plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
    watch.observe(holder);
    return () => { watch.disconnect(); plot.destroy(); };
  }, [days, label]);
  const most = days.reduce((a, b) => (b.total > a.total ? b : a), { day: "–", total: 0 });
  return (
    <figure class="plot" style={{ margin: 0 }} role="group" aria-label={`${label}: ${days.length}; ${most.day}: ${most.total}`}>
      <div ref={box} aria-hidden="true" />
    </figure>
  );
}
