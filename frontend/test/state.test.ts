import { describe, expect, it } from "vitest";
import { address } from "../src/data/client";
import { gather } from "../src/map/events";
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

describe("claims on the map", () => {
  it("are counted by place and family", () => {
    const claim = (event: string, lon: number) => ({ type: "Feature" as const, geometry: { type: "Point" as const, coordinates: [lon, 1] }, properties: { event } });
    const gathered = gather({ type: "FeatureCollection", features: [claim("attack.drone", 1), claim("attack.ground", 1), claim("harm.killed", 1), claim("aid.access", 2)] });
    expect(gathered.features.map((one) => one.properties)).toEqual([{ total: 3, attack: 2, harm: 1 }, { total: 1, aid: 1 }]);
  });
});
