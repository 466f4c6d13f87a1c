import { address, part } from "../data/client";
import type { WholeReport } from "../data/types";
import { useApi } from "../data/use-api";
import { Reader } from "../parts/reader";
import { Shown } from "../parts/shown";
import { useTitle } from "../parts/title";
import { Copy } from "../parts/tools";
import { days } from "../parts/when";
import { reportUrl, where } from "../router";
import { number, t } from "../strings";

/** A report as it stands, with what was read marked in it. */
export function ReportPage({ id }: { id: string }) {
  const answer = useApi<WholeReport>(address(`/reports/${part(id)}`));
  useTitle(answer.data?.row.title ?? t("nav.reports"));
  return <Shown answer={answer}>{(whole) => <Content whole={whole} />}</Shown>;
}

function Content({ whole }: { whole: WholeReport }) {
  const { row, report } = whole;
  return (
    <>
      <h1 dir="auto">{row.title ?? row.name}</h1>
      <div class="row apart">
        <p class="soft">{[row.publisher, row.agency, days({ from: row.published_from, to: row.published_to })].filter(Boolean).join(" · ")} · {number(row.words)} {t("report.words")} · {row.claims} {t("claims")}</p>
        <div class="row small noprint"><Copy text={() => location.href} label={t("copy.link")} /><button type="button" onClick={() => print()}>{t("print")}</button></div>
      </div>
      {report.warnings.map((one) => <p class="notice" key={String(one)}>{typeof one === "string" ? one : JSON.stringify(one)}</p>)}
      <Reader text={report.text} claims={whole.claims} chosen={where.value.query.get("claim")} keep />
      {whole.copies.length ? (
        <>
          <h2>{t("report.copies")}</h2>
          <ul>{whole.copies.map((one) => (
            <li key={one.report.id}><a href={reportUrl(one.report.id)}>{one.report.title ?? one.report.name}</a> <span class="soft">{one.report.publisher}, {one.report.known} · {one.version ? t("report.copy.version") : one.kind === "part" ? t("report.copy.part") : t("report.copy.copy")}</span></li>))}
          </ul>
        </>
      ) : null}
      <dl class="facts small">
        <dt>{t("report.added")}</dt><dd class="num">{whole.added ?? "–"}</dd>
        <dt>{t("report.hash")}</dt><dd class="num"><code>{whole.sha256}</code></dd>
        <dt>{t("report.original")}</dt><dd><a href={address(`/reports/${part(row.id)}/original`)} download>{row.name}</a>{whole.bytes ? <span class="soft"> {number(whole.bytes)} B</span> : null}</dd>
      </dl>
    </>
  );
}
