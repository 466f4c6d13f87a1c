/** Cuts a text at the borders of its marks, which may overlap, into pieces that each have the same marks throughout. */
import { toUnits } from "./offsets";

export type Kind = "evidence" | "source" | "cue" | "place" | "time" | "number";
export interface Mark { start: number; end: number; kind: Kind; claim: string }
export interface Piece { text: string; marks: Mark[] }

export function cut(text: string, marks: Mark[]): Piece[] {
  const units = toUnits(text);
  const placed = marks
    .map((mark) => ({ mark, from: units(mark.start), to: units(mark.end) }))
    .filter((one) => one.from < one.to)
    .sort((a, b) => a.from - b.from);
  const borders = [...new Set([0, text.length, ...placed.flatMap((one) => [one.from, one.to])])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let open: typeof placed = [];
  let next = 0;
  for (let index = 0; index + 1 < borders.length; index++) {
    const from = borders[index]!;
    const to = borders[index + 1]!;
    open = open.filter((one) => one.to > from);
    while (next < placed.length && placed[next]!.from <= from) open.push(placed[next++]!);
    pieces.push({ text: text.slice(from, to), marks: open.map((one) => one.mark) });
  }
  return pieces;
}
