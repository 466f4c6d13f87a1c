import { describe, expect, it } from "vitest";
import { en } from "../src/strings/en";
import { uk } from "../src/strings/uk";
import { ukStatus } from "../src/strings/uk-statuses";

describe("strings", () => {
  it("of both languages have the same keys and the same values to fill in", () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(uk).sort()).toEqual(Object.keys(en).sort());
    for (const told of [en, uk]) expect(["ltr", "rtl"]).toContain(told.direction);
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(holes(uk[key]), key).toEqual(holes(en[key]));
  });

  it("of a status keep its names, and one of an unknown form stays as it is", () => {
    expect(ukStatus("claimed by Redland, denied by Blueland and Greenland")).toBe("контроль заявляє Redland, заперечує Blueland та Greenland");
    expect(ukStatus("says Redland holds it, unconfirmed")).toBe("каже, що утримує Redland, не підтверджено");
    expect(ukStatus("the map has it in no side's area")).toBe("на карті — нічия територія");
    expect(ukStatus("settled by the moon")).toBe("settled by the moon");
  });
});
