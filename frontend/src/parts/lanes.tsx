import type { Lane, Status } from "../data/types";
import { label, statusText, t } from "../strings";
import { SidePattern, Swatch } from "./side";
import { toDay, toNumber } from "./when";

const WIDTH = 1000;
const LEAD = 14; // days shown before the first report

/** Who says they hold a place, one lane a speaker, over the same days. */
export function Lanes({ rows, together, first: begin, last }: { rows: Lane[]; together: Status[]; first: string | null; last: string }) {
  const lanes = [...rows, { speaker: t("place.resulting"), party: false, spans: together }].filter((lane) => lane.spans.length > 0);
  const starts = lanes.flatMap((lane) => lane.spans.map((span) => span.from)).filter((day) => day !== null);
  if (starts.length === 0) return <p class="soft">{t("place.no_status")}</p>;
  const first = begin ? toNumber(begin) - LEAD : Math.min(...starts.map(toNumber));
  const end = Math.max(toNumber(last), first + 1);
  return (
    <div class="lanes">
      {lanes.map((lane, index) => <LaneRow key={lane.speaker} lane={lane} id={`lane${index}`} first={first} end={end} />)}
      <div class="axis" aria-hidden="true"><span>{toDay(first)}</span><span>{toDay(Math.round((first + end) / 2))}</span><span>{toDay(end)}</span></div>
      <p class="soft small">{t("place.lanes.note")}</p>
    </div>
  );
}

function LaneRow({ lane, id, first, end }: { lane: Lane; id: string; first: number; end: number }) {
  const x = (day: number): number => ((day - first) / (end - first)) * WIDTH;
  const speaker = lane.party ? lane.speaker : label(`speaker.${lane.speaker}`, lane.speaker);
  const told = lane.spans.map((span) => `${statusText(span.status)}: ${span.from ?? ""} – ${span.to ?? ""}`).join("; ");
  return (
    <div class="lane">
      <span class="name" title={speaker}>{lane.party ? <Swatch side={lane.speaker} /> : null}<bdi>{speaker}</bdi></span>
      <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" role="img" aria-label={`${speaker}: ${told}`}>
        <defs>{lane.spans.map((span, index) => <SidePattern key={index} id={`${id}-${index}`} side={span.holder} />)}</defs>
        <line x1="0" x2={WIDTH} y1="12" y2="12" stroke="var(--line)" />
        {lane.spans.map((span, index) => {
          const from = Math.min(end, Math.max(first, toNumber(span.from ?? toDay(first))));
          const to = span.to ? Math.min(end, toNumber(span.to) + 1) : end; // it may stand for days to come
          if (to <= first) return null; // before the first report: told in the words of the lane
          const sure = span.confirmed ? Math.max(from, Math.min(toNumber(span.confirmed) + 1, to)) : from;
          const fill = span.holder ? `url(#${id}-${index})` : "none";
          return (
            <g key={index}>
              <title>{`${statusText(span.status)}: ${span.from ?? ""} – ${span.to ?? ""} (${span.confirmed ?? "–"})`}</title>
              <rect x={x(from)} y="4" width={Math.max(3, x(to) - x(from))} height="16" fill={fill} fill-opacity="0.35" stroke="var(--line-strong)" stroke-dasharray={span.holder ? "" : "3 3"} vector-effect="non-scaling-stroke" />
              <rect x={x(from)} y="4" width={Math.max(3, x(sure) - x(from))} height="16" fill={fill} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
