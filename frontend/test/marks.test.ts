import { describe, expect, it } from "vitest";
import { cut, type Mark } from "../src/text/marks";
import { toUnits } from "../src/text/offsets";

const mark = (start: number, end: number, kind: Mark["kind"] = "evidence"): Mark => ({ start, end, kind, claim: "c" });

describe("offsets", () => {
  it("moves past characters of two units", () => {
    const text = "🚀 أعلنت روسيا 🇺🇦 Toretsk";
    const points = [...text];
    const units = toUnits(text);
    points.forEach((_, index) => expect(units(index)).toBe(points.slice(0, index).join("").length));
    expect(units(points.length)).toBe(text.length);
  });

  it("stays within the text", () => {
    expect(toUnits("ab")(9)).toBe(2);
    expect(toUnits("ab")(-1)).toBe(0);
  });
});

describe("cut", () => {
  it("gives back the whole text, whatever the marks", () => {
    const text = "a🚀b\nسقط c";
    const pieces = cut(text, [mark(1, 4), mark(2, 6, "place"), mark(3, 3), mark(0, 99, "time")]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  });

  it("marks what lies between the code points", () => {
    const pieces = cut("💥💥 taken", [mark(3, 8)]);
    expect(pieces.find((piece) => piece.marks.length)?.text).toBe("taken");
  });

  it("keeps marks that overlap apart", () => {
    const pieces = cut("abcdef", [mark(0, 4), mark(2, 6, "place")]);
    expect(pieces.map((piece) => [piece.text, piece.marks.map((one) => one.kind)])).toEqual([
      ["ab", ["evidence"]],
      ["cd", ["evidence", "place"]],
      ["ef", ["place"]],
    ]);
  });
});
