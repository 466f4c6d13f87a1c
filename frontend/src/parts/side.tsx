import { t } from "../strings";
import { lookOf, STROKES } from "./parties";

let made = 0;

/** A pattern for SVG shapes of one side. */
export function SidePattern({ id, side }: { id: string; side: string | null }) {
  const look = lookOf(side);
  const dots = look.pattern === "dots";
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={look.colour} />
      <path d={STROKES[look.pattern]} stroke="#fff" stroke-opacity="0.75" stroke-width={dots ? 2.6 : 1.5} stroke-linecap={dots ? "round" : "butt"} fill="none" />
    </pattern>
  );
}

export function Swatch({ side }: { side: string | null }) {
  const id = `swatch-${(made += 1)}`;
  return (
    <span class="swatch" aria-hidden="true">
      <svg width="14" height="14"><defs><SidePattern id={id} side={side} /></defs><rect width="14" height="14" fill={`url(#${id})`} /></svg>
    </span>
  );
}

/** The name of a side, always with its swatch. */
export function Side({ side }: { side: string | null | undefined }) {
  const named = side && side !== "none" ? side : null;
  return <span class="side">{named ? <Swatch side={named} /> : null}<bdi>{named ?? t("side.none")}</bdi></span>;
}
