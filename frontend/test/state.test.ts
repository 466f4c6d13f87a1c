import { describe, expect, it } from "vitest";
import { address } from "../src/data/client";
import { flat } from "../src/map/events";
import { fontOf } from "../src/map/online";
import { asked, filtered, readState, viewOf, viewText } from "../src/map/state";

const state = (query: string) => readState(new URLSearchParams(query));

describe("the map's state", () => {
  it("asks for the days up to the day, or from a day on", () => {
    expect(asked(state("day=2025-02-07"))["datetime"]).toBe("../2025-02-07");
    expect(asked(state("day=2025-02-07&from=2025-01-01"))["datetime"]).toBe("2025-01-01/2025-02-07");
    expect(asked(state(""))["datetime"]).toBeNull();
    expect(asked(state("day=2025-02-07"), false)["datetime"]).toBeNull();
  });

  it("takes nothing that is no day", () => {
    expect(state("day=yesterday&from=<b>").day).toBeNull();
  });

  it("knows whether something is filtered", () => {
    expect(filtered(state("day=2025-02-07"))).toBe(false);
    expect(filtered(state("side=Russia&side=Ukraine"))).toBe(true);
    expect(state("side=Russia&side=Ukraine").filters.side).toEqual(["Russia", "Ukraine"]);
  });

  it("keeps a view within the world, and writes what it reads", () => {
    expect(viewOf("37.848,48.395,8.00")).toEqual({ lon: 37.848, lat: 48.395, zoom: 8 });
    expect(viewText(viewOf("37.848,48.395,8.00")!)).toBe("37.848,48.395,8.00");
    expect(viewOf("900,-900,99")).toEqual({ lon: 180, lat: -85, zoom: 14 });
    expect(viewOf("x,y")).toBeNull();
    expect(viewOf(null)).toBeNull();
  });
});

describe("addresses", () => {
  it("leaves out what is empty and repeats lists", () => {
    expect(address("/claims", { side: ["A&B", "C"], q: "", place: null })).toBe("/api/v1/claims?side=A%26B&side=C");
  });
});

describe("counts of claims", () => {
  it("stand on one level; what has no point is left out", () => {
    const one = (coordinates: number[] | null, families: Record<string, number>, disputed: boolean) => ({ type: "Feature" as const, geometry: coordinates && { type: "Point" as const, coordinates }, properties: { key: "k", name: "n", total: 3, families, disputed, latest: "2025-02-07" } });
    const told = flat({ type: "FeatureCollection", total: 6, unplaced: 0, features: [one([37, 48], { attack: 2, harm: 1 }, true), one(null, { aid: 3 }, false)] });
    expect(told.features.map((each) => each.properties)).toEqual([{ key: "k", total: 3, attack: 2, harm: 1, disputed: 1 }]);
  });
});

describe("an online style", () => {
  it("lends the font of its labels", () => {
    const style = { version: 8 as const, sources: {}, glyphs: "https://tiles.example/{fontstack}/{range}.pbf", layers: [{ id: "a", type: "symbol" as const, source: "s", layout: { "text-font": ["Its Font"] } }] };
    expect(fontOf(style)).toEqual(["Its Font"]);
    expect(fontOf({ ...style, layers: [] })[0]).toContain("Noto Sans");
  });
});
