import { address } from "../data/client";
import type { Coverage } from "../data/types";
import { useApi } from "../data/use-api";
import { Bars } from "../parts/bars";
import { DayPlot } from "../parts/day-plot";
import { Shown } from "../parts/shown";
import { Side } from "../parts/side";
import { useTitle } from "../parts/title";
import { number, t, tell } from "../strings";
import { useMemo } from "preact/hooks";

/** What the ledger rests on, what is missing, and how well the reader reads. */
export default function CoveragePage() {
  const answer = useApi<Coverage>(address("/coverage"));
  useTitle(t("nav.coverage"));
  return (
    <>
      <h1>{t("nav.coverage")}</h1>
      <p class="soft">{t("coverage.lead")}</p>
      <Shown answer={answer}>{(told) => <Told told={told} />}</Shown>
    </>
  );
}

function Told({ told }: { told: Coverage }) {
  const days = useMemo(() => told.days.map((one) => ({ day: one.day, total: one.reports })), [told]);
  return (
    <>
      <p>{number(told.reports)} {t("reports")}: {number(told.origins)} {t("coverage.origins")}, {number(told.copies)} {t("coverage.copies")}</p>
      <h2>{t("coverage.days")}</h2>
      <DayPlot label={t("reports")} days={days} />
      <div class="side-by-side">
        <section><h2>{t("coverage.outlets")}</h2><Bars rows={told.outlets.map((one) => ({ id: String(one.publisher), label: <bdi>{one.publisher ?? t("unknown")}</bdi>, count: one.reports }))} /></section>
        <section><h2>{t("coverage.sides")}</h2><Bars rows={told.sides.map((one) => ({ id: String(one.side), label: <Side side={one.side} />, count: one.claims }))} /></section>
        <section><h2>{t("coverage.languages")}</h2><Bars rows={told.languages.map((one) => ({ id: String(one.language), label: one.language ?? t("unknown"), count: one.reports }))} /></section>
        <section><h2>{t("coverage.missing")}</h2>
          <table><tbody>{Object.entries(told.missing).map(([name, count]) => <tr key={name}><td>{tell("missing", name)}</td><td class="num">{number(count)}</td></tr>)}</tbody></table>
        </section>
      </div>
      <h2>{t("coverage.scores")}</h2>
      {told.scores ? (
        <table>
          <tbody>{told.scores.items.map((one) => <tr key={one.id}><td>{one.words}</td><td class="num">{percent(one.value)}</td></tr>)}</tbody>
        </table>
      ) : <p class="soft">{t("coverage.scores.none")}</p>}
      {told.scores?.annotated.note ? <p class="soft small">{told.scores.annotated.note}</p> : null}
    </>
  );
}

const percent = (share: number | null): string => (share === null ? "–" : `${Math.round(share * 100)} %`);
