/** The marks of claims as the reader gives them (fogline/1). */
import type { ReadClaim } from "../data/types";
import type { Kind, Mark } from "./marks";

interface Spot { start?: number | null; end?: number | null }

export function marksOf(claims: ReadClaim[]): Mark[] {
  return claims.flatMap((claim) => {
    const marks: Mark[] = [];
    const add = (spot: unknown, kind: Kind): void => {
      const { start, end } = (spot ?? {}) as Spot;
      if (typeof start === "number" && typeof end === "number" && end > start) marks.push({ start, end, kind, claim: claim.id });
    };
    add(claim.evidence, "evidence");
    add(claim["source"], "source");
    add(claim["place"], "place");
    add(claim["time"], "time");
    for (const one of (claim["quantities"] as unknown[] | undefined) ?? []) add(one, "number");
    return marks;
  });
}
