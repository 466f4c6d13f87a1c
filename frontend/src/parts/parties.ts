/** Colour and pattern of each side: told apart by both, so that colour alone never carries the meaning. */
import { sides } from "../data/shared";

export interface Look { colour: string; pattern: Pattern }
export type Pattern = "solid" | "rising" | "dots" | "level" | "falling" | "upright" | "cross" | "rings";

// Okabe and Ito's colours, told apart by colour-blind readers; darkened where white or black would not show on them.
const LOOKS: Look[] = [
  { colour: "#0072b2", pattern: "solid" }, { colour: "#d55e00", pattern: "rising" }, { colour: "#009e73", pattern: "dots" },
  { colour: "#b8860b", pattern: "level" }, { colour: "#aa4499", pattern: "falling" }, { colour: "#3a9cc9", pattern: "upright" },
  { colour: "#7a5230", pattern: "cross" }, { colour: "#6b6ecf", pattern: "rings" },
];
const NOBODY: Look = { colour: "#7f7f7f", pattern: "solid" };

export function lookOf(side: string | null | undefined): Look {
  if (!side || side === "none") return NOBODY;
  const index = sides.value.indexOf(side);
  if (index < 0) return NOBODY;
  const round = Math.floor(index / LOOKS.length); // past eight sides a colour comes again, with another pattern
  return { colour: LOOKS[index % LOOKS.length]!.colour, pattern: LOOKS[(index + round * 3) % LOOKS.length]!.pattern };
}

/** The strokes of a pattern in a square of 8 units, as an SVG path; "" where the square is plain. */
export const STROKES: Record<Pattern, string> = {
  solid: "", rising: "M-1 9L9-1M-1 1L1-1M7 9L9 7", falling: "M-1-1L9 9M7-1L9 1M-1 7L1 9", level: "M0 2H8M0 6H8", upright: "M2 0V8M6 0V8",
  cross: "M0 4H8M4 0V8", dots: "M2 2h.01M6 6h.01", rings: "M6 4a2 2 0 1 1-4 0a2 2 0 0 1 4 0",
};
