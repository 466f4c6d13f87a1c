import { describe, expect, it } from "vitest";
import { en } from "../src/strings/en";
import { uk } from "../src/strings/uk";

describe("strings", () => {
  it("of both languages have the same keys and the same values to fill in", () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(uk).sort()).toEqual(Object.keys(en).sort());
    for (const told of [en, uk]) expect(["ltr", "rtl"]).toContain(told.direction);
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(holes(uk[key]), key).toEqual(holes(en[key]));
  });
});
