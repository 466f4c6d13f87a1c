import type { Toll, TollNumber } from "../data/types";
import { eventLabel } from "../data/labels";
import { number, t } from "../strings";
import { Swatch } from "./side";

const WIDTH = 200;

/** Numbers of one toll as each source told them: ranges stay ranges. */
export function Tolls({ tolls }: { tolls: Toll[] }) {
  return (
    <>
      <p class="soft small">{t("place.tolls.note")}</p>
      {tolls.map((toll, index) => <TollTable key={index} toll={toll} />)}
    </>
  );
}

function said(one: TollNumber): string {
  if (one.best !== null) return number(one.best);
  if (one.low !== null && one.high !== null) return `${number(one.low)}–${number(one.high)}`;
  if (one.low !== null) return `≥ ${number(one.low)}`;
  return one.high !== null ? `≤ ${number(one.high)}` : "?";
}

function TollTable({ toll }: { toll: Toll }) {
  const top = Math.max(1, ...toll.sources.flatMap((source) => source.numbers.map((one) => one.high ?? one.best ?? one.low ?? 0)));
  return (
    <div class="card">
      <h3>{eventLabel(toll.event)}{toll.who ? `: ${toll.who}` : ""} <span class="soft small">{toll.kind}{toll.since ? ` ${toll.since}` : ""}</span></h3>
      <div class="scroll"><table>
        <tbody>{toll.sources.flatMap((source) => source.numbers.map((one, index) => (
          <tr key={source.source + index}>
            <td class="num soft">{one.day ?? "–"}</td>
            <td>{source.side && source.side !== "none" ? <Swatch side={source.side} /> : null}<bdi>{source.name}</bdi></td>
            <td><Range one={one} top={top} /></td>
            <td class="num">{said(one)}{one.scope ? <span class="soft"> {one.scope}</span> : null}</td>
          </tr>)))}
        </tbody>
      </table></div>
    </div>
  );
}

function Range({ one, top }: { one: TollNumber; top: number }) {
  const x = (value: number): number => 4 + (value / top) * (WIDTH - 24);
  const low = one.low ?? one.best ?? 0;
  const high = one.high ?? one.best;
  return (
    <svg width={WIDTH} height="16" aria-hidden="true">
      <line x1="4" x2={WIDTH} y1="8" y2="8" stroke="var(--line)" />
      {high === null ? <path d={`M${x(low)} 8H${x(low) + 14}l-4-3m4 3l-4 3`} fill="none" stroke="currentColor" stroke-width="2" /> : <line x1={x(low)} x2={x(high)} y1="8" y2="8" stroke="currentColor" stroke-width="3" />}
      {one.best !== null ? <circle cx={x(one.best)} cy="8" r="4" fill="currentColor" /> : <line x1={x(low)} x2={x(low)} y1="3" y2="13" stroke="currentColor" stroke-width="2" />}
    </svg>
  );
}
