import type { ComponentChildren } from "preact";
import { number } from "../strings";

/** Counts as bars with their numbers. */
export function Bars({ rows }: { rows: { id: string; label: ComponentChildren; count: number }[] }) {
  const top = Math.max(1, ...rows.map((row) => row.count));
  return (
    <div class="bars" role="list">
      {rows.map((row) => (
        <div key={row.id} role="listitem" style={{ display: "contents" }}>
          <span class="label">{row.label}</span>
          <span aria-hidden="true"><span class="bar" style={{ display: "block", width: `${(row.count / top) * 100}%` }} /></span>
          <span class="num">{number(row.count)}</span>
        </div>))}
    </div>
  );
}
