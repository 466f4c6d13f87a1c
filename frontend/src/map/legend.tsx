import { useMemo } from "preact/hooks";
import { eventLabel } from "../data/labels";
import type { Located } from "../data/types";
import { t, tell } from "../strings";
import { inks } from "./base";
import { iconPicture } from "./icons";
import { SIGNS } from "./layers";

/** What the marks on the map mean: those that are on it. */
export function Legend({ control, families }: { control: Located[]; families: string[] }) {
  const rows = useMemo(() => {
    const ink = inks();
    const seen = new Map<string, { state: string; holder: string | null; picture: string }>();
    for (const { properties } of control) {
      const holder = ["claimed", "conceded", "third"].includes(properties.state) ? properties.holder : null;
      const id = `${properties.state} ${holder}`;
      if (!seen.has(id)) seen.set(id, { state: properties.state, holder, picture: iconPicture(properties.state, holder, ink.ink, ink.halo) });
    }
    return [...seen.values()].sort((a, b) => (a.state + a.holder < b.state + b.holder ? -1 : 1));
  }, [control]);
  return (
    <details class="legend" open={matchMedia("(min-width: 1000px)").matches}>
      <summary><strong>{t("map.legend")}</strong></summary>
      <ul class="plain">{rows.map((row) => <li key={row.state + row.holder}><img src={row.picture} alt="" /><span>{row.holder ? <><bdi>{row.holder}</bdi>: </> : null}{tell("state", row.state)}</span></li>)}</ul>
      <p class="soft">{t("map.age")}</p>
      <ul class="plain">{families.map((family) => <li key={family}><span aria-hidden="true">{SIGNS[family]}</span>{eventLabel(family)}</li>)}</ul>
    </details>
  );
}
